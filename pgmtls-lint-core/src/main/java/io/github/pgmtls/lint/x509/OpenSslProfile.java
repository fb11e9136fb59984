package io.github.pgmtls.lint.x509;

import java.util.List;

/**
 * The OpenSSL that a server or client is built with.
 *
 * @param version which version
 * @param securityLevel 0 to 5, from {@code SSL_CTX_set_security_level}: how strong keys and digests must be. Debian and
 *     Ubuntu build with 2, OpenSSL itself with 1 before 3.2.
 */
public record OpenSslProfile(OpenSslVersion version, int securityLevel) {

    /** What is assumed unless something else is declared. */
    public static final OpenSslProfile DEFAULT = new OpenSslProfile(OpenSslVersion.V3_0, 2);

    public OpenSslProfile {
        if (securityLevel < 0 || securityLevel > 5) {
            throw new IllegalArgumentException("security level " + securityLevel + " is not between 0 and 5");
        }
    }

    /** Returns the same OpenSSL at another level. */
    public OpenSslProfile at(int level) {
        return new OpenSslProfile(version, level);
    }

    /** Tells whether the level leaves one of these groups, by OpenSSL's names, for the key exchange of TLS. */
    public boolean acceptsAnyGroup(List<String> groups) {
        return new SecurityLevel(this).acceptsAnyGroup(groups);
    }
}
