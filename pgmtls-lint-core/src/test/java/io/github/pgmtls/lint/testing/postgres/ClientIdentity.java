package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.testing.pki.Issued;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client shows to a server that asks for a certificate.
 *
 * @param chain the client's certificate and after it the certificates that it sends along
 */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {

    public ClientIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * Makes the identity of a certificate.
     *
     * @param sentAlong certificates between this one and a root
     * @throws IllegalArgumentException if the JDK does not know the kind of its key
     */
    public static ClientIdentity of(Issued certificate, Issued... sentAlong) {
        try {
            List<X509Certificate> chain = new ArrayList<>(List.of(parse(certificate)));
            for (Issued other : sentAlong) {
                chain.add(parse(other));
            }
            PrivateKey key = KeyFactory.getInstance(chain.get(0).getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(certificate.key().pkcs8Der()));
            return new ClientIdentity(key, chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(certificate.toString(), e);
        }
    }

    private static X509Certificate parse(Issued certificate) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.der()));
    }

    @Override
    public String toString() {
        return "certificate of " + chain.get(0).getSubjectX500Principal();
    }
}
