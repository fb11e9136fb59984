package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures, not tests: the CPU time that a fresh Java process needs, from its start and with all its threads, to read
 * and to verify many certificates, beside that of a shell loop over the openssl command for some of them.
 *
 * <pre>{@code
 * java -cp <test class path> io.github.pgmtls.lint.x509.ColdReading [<directory> [<JVM option>...]]
 * }</pre>
 */
final class ColdReading {

    private static final int COUNT = 10_000;
    private static final int SAMPLE = 200;
    private static final int RUNS = 3;

    private ColdReading() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("read")) {
            read(Path.of(arguments[1]), Boolean.parseBoolean(arguments[2]));
            return;
        }
        Path directory = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("cold");
        List<String> options = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        for (KeyKind kind : List.of(KeyKind.RSA2048, KeyKind.P256)) {
            Path own = directory.resolve(kind.name());
            if (!Files.exists(own.resolve("all.pem"))) {
                make(own, kind);
            }
            for (int run = 0; run < RUNS; run++) {
                fork(options, own, false);
                fork(options, own, true);
            }
            shell(own, "openssl x509 -noout -text -in $f >/dev/null");
            shell(own, "openssl verify -purpose sslclient -CAfile root.crt $f >/dev/null");
        }
    }

    /** Leaves of one authority. They share a key, since only its size matters and making keys takes long. */
    private static void make(Path directory, KeyKind kind) throws IOException {
        Files.createDirectories(directory);
        Issued root = Pki.ca("CN=Root", how -> how.key(kind));
        Files.writeString(directory.resolve("root.crt"), root.pem());
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            int number = i;
            String pem = root.client(
                            "O=Example,OU=Clients,CN=client-" + number,
                            how -> how.key(kind)
                                    .key("leaf")
                                    .serial(1000L + number)
                                    .dns("client-" + number + ".example.com", "client-" + number + ".internal"))
                    .pem();
            all.append(pem);
            if (i < SAMPLE) {
                Files.writeString(directory.resolve(number + ".crt"), pem);
            }
        }
        Files.writeString(directory.resolve("all.pem"), all);
    }

    private static void fork(List<String> options, Path directory, boolean verifies)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ColdReading.class.getName(), "read"));
        command.addAll(List.of(directory.toString(), Boolean.toString(verifies)));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("exit code " + exit);
        }
    }

    private static void shell(Path directory, String command) throws IOException, InterruptedException {
        String loop = "for f in ?.crt ??.crt ???.crt; do " + command + "; done; times";
        Process process = new ProcessBuilder("bash", "-c", loop)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        System.out.println(
                SAMPLE + " times " + command + ": user and system time of the shell, and of openssl\n" + output);
    }

    private static void read(Path directory, boolean verifies) throws IOException {
        long start = cpuMilliseconds();
        List<Certificate> certificates = parse(directory.resolve("all.pem"));
        int sum = 0;
        for (Certificate certificate : certificates) {
            sum += allFields(certificate);
        }
        long read = cpuMilliseconds();
        String verified = "";
        if (verifies) {
            TrustStore store = TrustStore.of(parse(directory.resolve("root.crt")));
            PathVerifier verifier = new PathVerifier(OpenSslProfile.DEFAULT, store);
            for (Certificate certificate : certificates) {
                if (!verifier.verify(certificate, List.of(), Purpose.SSL_CLIENT, Pki.NOW)
                        .isVerified()) {
                    throw new IllegalStateException(certificate.toString());
                }
            }
            verified = ", verified in " + (cpuMilliseconds() - read) + " ms";
        }
        System.out.println(directory.getFileName() + ": " + certificates.size() + " certificates (" + sum + ") read in "
                + read + " ms of CPU time since the start of the process (" + start + " ms before)" + verified);
    }

    private static List<Certificate> parse(Path file) throws IOException {
        return PemFile.parse(SourceFile.of(file.toString(), Files.readAllBytes(file)))
                .certificates();
    }

    private static int allFields(Certificate certificate) {
        List<Object> fields = new ArrayList<>();
        fields.add(certificate.subject().rfc2253());
        fields.add(certificate.subject().commonName());
        fields.add(certificate.issuer().rfc2253());
        fields.add(certificate.serial());
        fields.add(certificate.version());
        fields.add(certificate.notBefore());
        fields.add(certificate.notAfter());
        fields.add(certificate.publicKey().display());
        fields.add(certificate.publicKey().fingerprint());
        fields.add(certificate.signatureAlgorithm().display());
        fields.add(certificate.basicConstraints());
        fields.add(certificate.keyUsage());
        fields.add(certificate.extendedKeyUsage());
        fields.add(certificate.netscapeTypes());
        fields.add(certificate.subjectKeyIdentifier());
        fields.add(certificate.authorityKeyIdentifier());
        fields.add(certificate.alternativeNames());
        fields.add(certificate.nameConstraints());
        fields.add(certificate.unknownCriticalExtensions(OpenSslVersion.V3_0));
        fields.add(certificate.hasInvalidExtension());
        fields.add(certificate.fingerprint());
        fields.add(certificate.isSelfIssued());
        return fields.size();
    }

    private static long cpuMilliseconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
