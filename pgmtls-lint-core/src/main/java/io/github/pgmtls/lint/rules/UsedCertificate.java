package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.cluster.Credentials;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A certificate and what it is for.
 *
 * @param certificate the certificate
 * @param use what for
 */
public record UsedCertificate(Certificate certificate, Use use) {

    /** What a certificate of a cluster is for. */
    public enum Use {
        SERVER("server certificate"),
        SERVER_CHAIN("certificate in the server's chain"),
        AUTHORITY("certificate authority"),
        CLIENT("client certificate"),
        CLIENT_CHAIN("certificate in the client's chain");

        private final String words;

        Use(String words) {
            this.words = words;
        }

        /** Returns it in words. */
        public String words() {
            return words;
        }
    }

    /** Returns what it is, with its subject. */
    public String words() {
        String subject = certificate.subject().rfc2253();
        return use.words() + (subject.isEmpty() ? " without a subject" : " \"" + subject + "\"");
    }

    /** Tells whether it stands for a server or a client, not for an authority. */
    public boolean isLeaf() {
        return use == Use.SERVER || use == Use.CLIENT;
    }

    /** Returns all certificates of a cluster, in the order of the files. */
    public static List<UsedCertificate> of(Credentials credentials) {
        List<UsedCertificate> all = new ArrayList<>();
        addChain(all, credentials.serverCertificate(), Use.SERVER, Use.SERVER_CHAIN);
        addChain(all, credentials.clientCa(), Use.AUTHORITY, Use.AUTHORITY);
        credentials.clients().forEach(file -> addChain(all, Optional.of(file), Use.CLIENT, Use.CLIENT_CHAIN));
        return all;
    }

    private static void addChain(List<UsedCertificate> all, Optional<PemFile> file, Use first, Use rest) {
        List<Certificate> chain = file.map(PemFile::certificates).orElse(List.of());
        for (int i = 0; i < chain.size(); i++) {
            all.add(new UsedCertificate(chain.get(i), i == 0 ? first : rest));
        }
    }

    /** Returns what tells these certificates from others: their names and keys, in the order of the names. */
    public static String subject(Collection<Certificate> certificates) {
        return certificates.stream()
                .map(own -> own.subject() + " " + own.publicKey().fingerprint() + " " + own.serial())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
