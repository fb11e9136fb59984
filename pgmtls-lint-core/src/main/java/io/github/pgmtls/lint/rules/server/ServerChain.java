package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server's own certificate and what it sends along. */
record ServerChain(Certificate own, List<Certificate> rest) {

    /** Returns it as it stands in ssl_cert_file, whether or not the server can load it. */
    static Optional<ServerChain> of(ClusterContext context) {
        List<Certificate> all = context.cluster()
                .credentials()
                .serverCertificate()
                .map(PemFile::certificates)
                .orElse(List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(new ServerChain(all.get(0), all.subList(1, all.size())));
    }

    /** Returns the path from the own certificate up, as far as the file itself has it. */
    List<Certificate> path(Signatures signatures) {
        List<Certificate> path = new ArrayList<>(List.of(own));
        Optional<Certificate> next = issuer(own, rest, signatures);
        while (next.isPresent() && !path.contains(next.get())) {
            path.add(next.get());
            next = issuer(next.get(), rest, signatures);
        }
        return path;
    }

    /** Finds the issuer of a certificate among others. */
    static Optional<Certificate> issuer(Certificate certificate, List<Certificate> others, Signatures signatures) {
        return others.stream()
                .filter(other -> other.subject().equals(certificate.issuer()))
                .filter(other -> signatures.isSignedBy(certificate, other))
                .findFirst();
    }

    /** Tells whether the own certificate is self-signed. */
    boolean isSelfSigned(Signatures signatures) {
        return own.isSelfIssued() && signatures.isSignedBy(own, own);
    }
}
