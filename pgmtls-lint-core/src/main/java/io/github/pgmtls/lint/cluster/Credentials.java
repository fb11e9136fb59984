package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.x509.HashedDirectory;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificates, keys and revocation lists of a cluster, as far as they are in the tree.
 *
 * @param serverCertificate the file of {@code ssl_cert_file}
 * @param serverKey the file of {@code ssl_key_file}
 * @param clientCa the file of {@code ssl_ca_file}
 * @param revocationList the file of {@code ssl_crl_file}
 * @param revocationDirectory the directory of {@code ssl_crl_dir}
 * @param spareRoot a {@code root.crt} that no setting names; the server does not load it
 * @param clients the files of client certificates, in path order
 */
public record Credentials(
        Optional<PemFile> serverCertificate,
        Optional<PemFile> serverKey,
        Optional<PemFile> clientCa,
        Optional<PemFile> revocationList,
        Optional<HashedDirectory> revocationDirectory,
        Optional<PemFile> spareRoot,
        List<PemFile> clients) {

    public Credentials {
        clients = List.copyOf(clients);
    }

    /** Returns every file of the server and of clients that holds certificates, keys or revocation lists. */
    public List<PemFile> all() {
        List<PemFile> all = new ArrayList<>(clients);
        for (Optional<PemFile> file : List.of(serverCertificate, serverKey, clientCa, revocationList)) {
            if (file.isPresent()) {
                all.add(file.get());
            }
        }
        return all;
    }

    /** Tells whether the tree has none of them. */
    public boolean isEmpty() {
        return serverCertificate.isEmpty()
                && serverKey.isEmpty()
                && clientCa.isEmpty()
                && revocationList.isEmpty()
                && revocationDirectory.isEmpty()
                && spareRoot.isEmpty()
                && clients.isEmpty();
    }
}
