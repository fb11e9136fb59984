package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.ByteText;

/**
 * How clients with {@code sslmode=verify-full} compare the host they want with the names in a server's certificate.
 *
 * <p>Sources: libpq's {@code fe-secure-common.c} and {@code fe-secure-openssl.c}, pgjdbc's {@code
 * PGjdbcHostnameVerifier}, RFC 9525.
 */
public enum HostNameRules {
    /** libpq 10 to 14: dNSNames, or the first common name if there is none; addresses are texts like any other. */
    LIBPQ_10("libpq 10 to 14") {
        @Override
        public HostNameMatch match(Certificate certificate, String host) {
            return LibpqHostNames.match(certificate, ByteText.encode(host), false);
        }
    },
    /** libpq 15 and later: iPAddresses too; the common name counts if there is no name of the host's own kind. */
    LIBPQ_15("libpq 15 and later") {
        @Override
        public HostNameMatch match(Certificate certificate, String host) {
            return LibpqHostNames.match(certificate, ByteText.encode(host), true);
        }
    },
    /** pgjdbc: the most specific common name counts only if there is no dNSName at all. */
    PGJDBC("pgjdbc") {
        @Override
        public HostNameMatch match(Certificate certificate, String host) {
            return PgjdbcHostNames.match(certificate, host);
        }
    },
    /** Verifiers that never look at common names, as those of Go, .NET, Node.js and rustls. */
    ALTERNATIVE_NAMES_ONLY("clients that ignore common names") {
        @Override
        public HostNameMatch match(Certificate certificate, String host) {
            return StandardHostNames.match(certificate, ByteText.encode(host));
        }
    };

    private final String words;

    HostNameRules(String words) {
        this.words = words;
    }

    /** Returns whose rules these are. */
    public String words() {
        return words;
    }

    /**
     * Compares the names in a certificate with a host.
     *
     * @param host a host name or address as it stands in a connection string, without brackets
     */
    public abstract HostNameMatch match(Certificate certificate, String host);
}
