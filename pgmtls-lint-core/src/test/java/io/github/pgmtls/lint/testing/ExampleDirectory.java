package io.github.pgmtls.lint.testing;

import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.CrlSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyForms;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * Writes an example of a rule as a real directory: its notes become certificates and keys, made on the spot.
 *
 * <p>A note is a list of phrases, separated by {@code |}. That of a key starts with {@code key of <path>}, that of a
 * certificate with a subject or with {@code no subject}; then come, for a certificate, {@code by <path>} (otherwise it
 * is self-signed), {@code ca}, {@code for clients}, {@code for servers}, {@code for servers and clients}, {@code dns},
 * {@code ip}, {@code from} and {@code until} a day, {@code v1}, {@code serial}, {@code own key} (otherwise equal
 * subjects have equal keys), {@code sharing} a name for a key, {@code key} a kind of key, {@code digest}, {@code usage} bits of keyUsage such as
 * {@code keyEncipherment}, {@code netscape client}, {@code published} (it names a place for revocation lists), {@code
 * within} a name to which a CA is constrained, {@code without authority key}, {@code with <path>} (what follows it
 * in its file) and {@code elsewhere} (it signs others but has no file). A revocation list is {@code crl of <path>} with
 * {@code revokes <path>}, {@code from} and {@code until}. For all, {@code mode}, {@code tracked}, {@code binary}, and
 * for a key {@code encrypted} or {@code encrypted by} a cipher.
 */
public final class ExampleDirectory {

    /** The file in which a directory itself describes its credentials: {@code path: note} on each line. */
    private static final String RECIPE = "credentials.txt";

    private final Map<String, String> credentials;
    private final Path directory;
    private final Map<String, Issued> issued = new HashMap<>();
    private final List<String> tracked = new ArrayList<>();

    private ExampleDirectory(Map<String, String> credentials, Path directory) {
        this.credentials = credentials;
        this.directory = directory;
    }

    /** Returns the moment at which examples take place. */
    public static Instant now() {
        return Instant.parse(Example.TODAY + "T12:00:00Z");
    }

    /** Writes an example below an empty directory. */
    public static void write(Example example, Path directory) throws IOException {
        ExampleDirectory target = new ExampleDirectory(example.credentials(), directory);
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            target.write(file.getKey(), file.getValue());
        }
        target.writeCredentials();
    }

    /** Makes the certificates and keys that the file {@code credentials.txt} of a directory describes. */
    public static void makeCredentials(Path directory) throws IOException {
        Map<String, String> recipe = new LinkedHashMap<>();
        for (String line : Files.readAllLines(directory.resolve(RECIPE))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(": *", 2);
                recipe.put(parts[0], parts[1]);
            }
        }
        new ExampleDirectory(recipe, directory).writeCredentials();
    }

    private void writeCredentials() throws IOException {
        for (String path : credentials.keySet()) {
            writeCredential(path);
        }
        track();
    }

    private void write(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    private void writeCredential(String path) throws IOException {
        List<String> phrases = phrases(path);
        if (phrases.contains("elsewhere")) {
            return;
        }
        if (phrases.contains("binary")) {
            Files.write(directory.resolve(path), certificate(path).der());
        } else {
            write(path, content(path));
        }
        for (String phrase : phrases) {
            if (phrase.startsWith("mode ")) {
                int mode = Integer.parseInt(phrase.substring("mode ".length()), 8);
                Files.setPosixFilePermissions(directory.resolve(path), PosixFilePermissions.fromString(symbolic(mode)));
            } else if (phrase.equals("tracked")) {
                tracked.add(path);
            }
        }
    }

    /** Returns what a note describes and what follows it in its file. */
    private String content(String path) {
        StringBuilder content = new StringBuilder(block(path));
        for (String phrase : phrases(path)) {
            if (phrase.startsWith("with ")) {
                content.append(block(phrase.substring("with ".length())));
            }
        }
        return content.toString();
    }

    private String block(String path) {
        List<String> phrases = phrases(path);
        String head = phrases.get(0);
        if (head.startsWith("key of ")) {
            Issued owner = certificate(head.substring("key of ".length()));
            return key(owner.key(), phrases);
        }
        if (head.startsWith("crl of ")) {
            return certificate(head.substring("crl of ".length())).crl(how -> list(how, phrases));
        }
        return certificate(path).pem();
    }

    private static String key(KeyForms key, List<String> phrases) {
        for (String phrase : phrases) {
            if (phrase.equals("encrypted")) {
                return key.encrypted("secret");
            }
            if (phrase.startsWith("encrypted by ")) {
                return key.traditionalEncrypted(phrase.substring("encrypted by ".length()), "secret");
            }
        }
        return key.pkcs8();
    }

    private void list(CrlSpec how, List<String> phrases) {
        for (String phrase : phrases.subList(1, phrases.size())) {
            String[] words = phrase.split(" ", 2);
            switch (words[0]) {
                case "revokes" -> how.revoke(certificate(words[1]));
                case "from" -> how.thisUpdate(Instant.parse(words[1] + "T00:00:00Z"));
                case "until" -> how.nextUpdate(Instant.parse(words[1] + "T00:00:00Z"));
                case "broken" -> how.brokenSignature();
                case "with", "elsewhere", "tracked" -> {}
                default -> throw new IllegalArgumentException("not a phrase of a revocation list note: " + phrase);
            }
        }
    }

    private static String symbolic(int mode) {
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return text.toString();
    }

    private List<String> phrases(String path) {
        String note = Objects.requireNonNull(credentials.get(path), path);
        return List.of(note.split(" *\\| *"));
    }

    private Issued certificate(String path) {
        Issued known = issued.get(path);
        if (known != null) {
            return known;
        }
        List<String> phrases = phrases(path);
        String subject = phrases.get(0).equals("no subject") ? "" : phrases.get(0);
        Consumer<CertificateSpec> like = how -> apply(how, path, phrases);
        Issued made = phrases.stream()
                .filter(phrase -> phrase.startsWith("by "))
                .findFirst()
                .map(by -> certificate(by.substring("by ".length())).issue(subject, like))
                .orElseGet(() -> Pki.selfSigned(subject, like));
        issued.put(path, made);
        return made;
    }

    private static void apply(CertificateSpec how, String path, List<String> phrases) {
        for (String phrase : phrases.subList(1, phrases.size())) {
            String[] words = phrase.split(" ", 2);
            switch (words[0]) {
                case "ca" -> how.authority(true);
                case "dns" -> how.dns(words[1]);
                case "ip" -> how.ip(words[1]);
                case "from" -> how.notBefore(Instant.parse(words[1] + "T00:00:00Z"));
                case "until" -> how.notAfter(Instant.parse(words[1] + "T00:00:00Z"));
                case "v1" -> how.version1();
                case "serial" -> how.serial(Long.parseLong(words[1]));
                case "own" -> how.key(path);
                case "sharing" -> how.key(words[1]);
                case "for" -> how.purposes(purposes(words[1]));
                case "key" -> how.key(KeyKind.valueOf(words[1]));
                case "digest" -> how.digest(words[1]);
                case "usage" -> how.keyUsage(keyUsage(words[1]));
                case "netscape" -> how.netscapeType(CertificateSpec.NETSCAPE_CLIENT | CertificateSpec.NETSCAPE_EMAIL);
                case "without" -> how.withoutAuthorityKeyIdentifier();
                case "published" -> how.extension(Extension.cRLDistributionPoints, false, distributionPoints());
                case "within" -> how.nameConstraints(List.of(new GeneralName(new X500Name(words[1]))), List.of());
                case "by", "with", "elsewhere", "mode", "tracked", "binary" -> {}
                default -> throw new IllegalArgumentException("not a phrase of a certificate note: " + phrase);
            }
        }
    }

    private static CRLDistPoint distributionPoints() {
        GeneralName url = new GeneralName(GeneralName.uniformResourceIdentifier, "http://pki.example.com/root.crl");
        DistributionPointName name = new DistributionPointName(new GeneralNames(url));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    private static int keyUsage(String words) {
        int bits = 0;
        for (String word : words.split(" ")) {
            bits |= switch (word) {
                case "digitalSignature" -> KeyUsage.digitalSignature;
                case "keyEncipherment" -> KeyUsage.keyEncipherment;
                case "dataEncipherment" -> KeyUsage.dataEncipherment;
                case "keyCertSign" -> KeyUsage.keyCertSign;
                case "cRLSign" -> KeyUsage.cRLSign;
                default -> throw new IllegalArgumentException(word);
            };
        }
        return bits;
    }

    private static KeyPurposeId[] purposes(String words) {
        return switch (words) {
            case "clients" -> new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth};
            case "servers" -> new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth};
            case "mail" -> new KeyPurposeId[] {KeyPurposeId.id_kp_emailProtection};
            case "anything" -> new KeyPurposeId[] {KeyPurposeId.anyExtendedKeyUsage};
            case "servers and clients" ->
                new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
            default -> throw new IllegalArgumentException(words);
        };
    }

    private void track() throws IOException {
        if (tracked.isEmpty()) {
            return;
        }
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            for (String path : tracked) {
                git.add().addFilepattern(path).call();
            }
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }
}
