package io.github.pgmtls.lint.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.Optional;

/**
 * The name that the server takes from a client's certificate. Alternative names never count.
 *
 * <p>Source: {@code be_tls_open_server} in {@code src/backend/libpq/be-secure-openssl.c}, {@code CheckCertAuth} in
 * {@code src/backend/libpq/auth.c} (10 to 19).
 */
public final class CertificateIdentity {

    private CertificateIdentity() {}

    /**
     * Returns the name by which a record knows the bearer of a certificate: the first CN in the order of the encoding, or
     * with {@code clientname=DN} (14 on) the whole subject as OpenSSL prints it after RFC 2253. As a byte string.
     *
     * @return nothing if there is none or it is empty; then nobody gets in with the certificate as a user name
     */
    public static Optional<String> nameFor(HbaRecord record, Certificate leaf) {
        Optional<String> name = record.usesDistinguishedName()
                ? Optional.of(leaf.subject().rfc2253())
                : leaf.subject().commonName();
        return name.filter(text -> !text.isEmpty());
    }

    /**
     * Tells whether the first CN holds a zero byte. The server then ends the connection after the handshake, whichever
     * record is for it; a CN that is a BMPString always does.
     */
    public static boolean hasEmbeddedNul(Certificate leaf) {
        return leaf.subject()
                .commonName()
                .filter(name -> name.indexOf('\0') >= 0)
                .isPresent();
    }
}
