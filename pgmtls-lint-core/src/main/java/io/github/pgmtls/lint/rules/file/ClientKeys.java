package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The private keys of clients that lie beside their certificates: {@code app1.key} beside {@code app1.crt}.
 *
 * @param pairs by the path of the certificate
 */
record ClientKeys(List<Pair> pairs) {

    private static final Pattern ENDING = Pattern.compile("\\.(crt|cer|pem)$");

    /**
     * A certificate and the key beside it.
     *
     * @param certificate the client's certificate
     * @param path the path of the key
     * @param key the key
     */
    record Pair(Certificate certificate, String path, PrivateKeyInfo key) {}

    /** Returns those of a cluster. */
    static List<Pair> of(ClusterContext context) {
        return context.shared(ClientKeys.class, ClientKeys::read).pairs();
    }

    private static ClientKeys read(ClusterContext context) {
        List<Pair> pairs = new ArrayList<>();
        for (PemFile file : context.cluster().credentials().clients()) {
            String path = ENDING.matcher(file.file().path()).replaceFirst("") + ".key";
            if (!file.certificates().isEmpty() && context.tree().read(path) instanceof FileRead.Content content) {
                PemFile.parse(content.file()).privateKeys().stream()
                        .findFirst()
                        .ifPresent(key -> pairs.add(new Pair(file.certificates().get(0), path, key)));
            }
        }
        return new ClientKeys(List.copyOf(pairs));
    }
}
