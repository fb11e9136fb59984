package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.ClientIdentity;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.Reload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An example of a rule as the files of a real server, with credentials made today, as servers look at the clock. */
final class ExampleOnServer {

    /** What the servers of Maven Central are built with. */
    private static final String POLICY = "openssl: {version: \"%s\", security-level: 1}\n";

    private static final List<String> DIRECTORIES = List.of("clients", "auth", ".git");

    private final RealPostgres server;
    private final Path directory;
    private final List<Finding> findings;

    private ExampleOnServer(RealPostgres server, Path directory, List<Finding> findings) {
        this.server = server;
        this.directory = directory;
        this.findings = findings;
    }

    /** Lints an example as that of a server's version, in an empty directory. */
    static ExampleOnServer of(Example example, RealPostgres server, Path directory) {
        Instant now = Instant.now();
        String library = POLICY.formatted(server.version().isAtLeast(11) ? "1.1.1" : "1.1.1s");
        String policy = library + example.files().getOrDefault("pgmtls.yaml", "");
        Example here = complete(example).with("pgmtls.yaml", policy);
        Pki.at(now, () -> {
            try {
                ExampleDirectory.write(here, directory);
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        LintReport report = Linter.lint(
                LintRequest.of(directory).now(now).postgresql(server.version().major()));
        return new ExampleOnServer(server, directory, report.findings());
    }

    /** Without a certificate of its own no server has TLS. */
    private static Example complete(Example example) {
        Example whole = example.credentials().containsKey("server.crt")
                ? example
                : example.withCredential("server.crt", "CN=localhost");
        return whole.credentials().containsKey("server.key")
                ? whole
                : whole.withCredential("server.key", "key of server.crt | mode 0600");
    }

    boolean finds(String rule) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(rule));
    }

    List<Finding> findings() {
        return findings;
    }

    /** Gives the files to the server, and returns what it says to them. */
    Reload load() throws IOException {
        server.reset();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = directory.relativize(file).toString();
                if (DIRECTORIES.stream().noneMatch(own -> path.startsWith(own + "/"))) {
                    boolean key = path.endsWith(".key");
                    String mode =
                            key ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) : "rw-------";
                    server.write(path, Files.readAllBytes(file), mode);
                }
            }
        }
        return server.reload();
    }

    /** Returns what a certificate is good for together with the key of the same name. */
    ClientIdentity bearer(String certificate) throws IOException, GeneralSecurityException {
        byte[] pem = Files.readAllBytes(directory.resolve(certificate));
        List<X509Certificate> chain =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        String key = Files.readAllLines(directory.resolve(certificate.replace(".crt", ".key"))).stream()
                .filter(line -> !line.startsWith("-----"))
                .collect(Collectors.joining());
        PrivateKey secret = KeyFactory.getInstance(chain.get(0).getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        return new ClientIdentity(secret, chain);
    }

    /** Returns the rules that found something, for failure reports. */
    @Override
    public String toString() {
        return server + ": " + findings.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "))
                + Optional.of(server.dump()).map(dump -> "\n" + dump).orElse("");
    }
}
