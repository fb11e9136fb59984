package io.github.pgmtls.lint.testing;

import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** Writes an example of a rule as a real directory: its notes become certificates and keys, made on the spot. */
public final class ExampleDirectory {

    private final Example example;
    private final Path directory;
    private final Map<String, Issued> issued = new HashMap<>();
    private final List<String> tracked = new ArrayList<>();

    private ExampleDirectory(Example example, Path directory) {
        this.example = example;
        this.directory = directory;
    }

    /** Returns the moment at which examples take place. */
    public static Instant now() {
        return Instant.parse(Example.TODAY + "T12:00:00Z");
    }

    /** Writes an example below an empty directory. */
    public static void write(Example example, Path directory) throws IOException {
        ExampleDirectory target = new ExampleDirectory(example, directory);
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            target.write(file.getKey(), file.getValue());
        }
        for (String path : example.credentials().keySet()) {
            target.writeCredential(path);
        }
        target.track();
    }

    private void write(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    private void writeCredential(String path) throws IOException {
        List<String> phrases = phrases(path);
        String head = phrases.get(0);
        if (head.startsWith("key of ")) {
            write(path, certificate(head.substring("key of ".length())).keyPem());
        } else {
            write(path, certificate(path).pem());
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

    private static String symbolic(int mode) {
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return text.toString();
    }

    private List<String> phrases(String path) {
        String note = Objects.requireNonNull(example.credentials().get(path), path);
        return List.of(note.split(" *\\| *"));
    }

    private Issued certificate(String path) {
        Issued known = issued.get(path);
        if (known != null) {
            return known;
        }
        List<String> phrases = phrases(path);
        Issued made = phrases.stream()
                .filter(phrase -> phrase.startsWith("by "))
                .findFirst()
                .map(by -> certificate(by.substring("by ".length())).issue(phrases.get(0), how -> apply(how, phrases)))
                .orElseGet(() -> Pki.selfSigned(phrases.get(0), how -> apply(how, phrases)));
        issued.put(path, made);
        return made;
    }

    private static void apply(CertificateSpec how, List<String> phrases) {
        for (String phrase : phrases.subList(1, phrases.size())) {
            String[] words = phrase.split(" ", 2);
            switch (words[0]) {
                case "ca" -> how.authority(true);
                case "dns" -> how.dns(words[1]);
                case "ip" -> how.ip(words[1]);
                case "from" -> how.notBefore(Instant.parse(words[1] + "T00:00:00Z"));
                case "until" -> how.notAfter(Instant.parse(words[1] + "T00:00:00Z"));
                case "for" -> {
                    switch (words[1]) {
                        case "clients" -> how.purposes(KeyPurposeId.id_kp_clientAuth);
                        case "servers" -> how.purposes(KeyPurposeId.id_kp_serverAuth);
                        default -> throw new IllegalArgumentException(phrase);
                    }
                }
                case "by" -> {}
                default -> throw new IllegalArgumentException("not a phrase of a certificate note: " + phrase);
            }
        }
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
