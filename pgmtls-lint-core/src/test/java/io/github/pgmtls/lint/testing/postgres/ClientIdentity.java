package io.github.pgmtls.lint.testing.postgres;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
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

    public ClientIdentity(PrivateKey key, X509Certificate... chain) {
        this(key, List.of(chain));
    }

    @Override
    public String toString() {
        return "certificate of " + chain.get(0).getSubjectX500Principal();
    }
}
