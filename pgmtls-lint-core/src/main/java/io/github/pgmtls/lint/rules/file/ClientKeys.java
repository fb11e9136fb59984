package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The private keys of clients that lie beside their certificates: {@code app1.key} beside {@code app1.crt}. */
final class ClientKeys {

    private static final Pattern ENDING = Pattern.compile("\\.(crt|cer|pem)$");

    private ClientKeys() {}

    /**
     * A certificate and the key beside it.
     *
     * @param certificate the client's certificate
     * @param path the path of the key
     * @param key the key
     */
    record Pair(Certificate certificate, String path, PrivateKeyInfo key) {}

    static List<Pair> of(TreeContext context) {
        Set<String> paths = Set.copyOf(context.paths());
        Map<String, Pair> pairs = new LinkedHashMap<>();
        context.clusters().stream()
                .flatMap(cluster -> cluster.credentials().clients().stream())
                .filter(file -> !file.certificates().isEmpty())
                .forEach(file -> {
                    String path = ENDING.matcher(file.file().path()).replaceFirst("") + ".key";
                    if (paths.contains(path) && context.tree().read(path) instanceof FileRead.Content content) {
                        PemFile.parse(content.file()).privateKeys().stream()
                                .findFirst()
                                .ifPresent(key -> pairs.put(
                                        path, new Pair(file.certificates().get(0), path, key)));
                    }
                });
        return List.copyOf(pairs.values());
    }
}
