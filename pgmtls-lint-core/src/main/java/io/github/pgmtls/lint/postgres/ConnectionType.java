package io.github.pgmtls.lint.postgres;

import static io.github.pgmtls.lint.postgres.Transport.GSS;
import static io.github.pgmtls.lint.postgres.Transport.LOCAL;
import static io.github.pgmtls.lint.postgres.Transport.PLAIN;
import static io.github.pgmtls.lint.postgres.Transport.TLS;

import java.util.Arrays;
import java.util.Optional;

/** The first column of pg_hba.conf. Source: PostgreSQL documentation, section "The pg_hba.conf File". */
public enum ConnectionType {
    LOCAL_SOCKET("local", 10, LOCAL),
    HOST("host", 10, PLAIN, TLS, GSS),
    HOSTSSL("hostssl", 10, TLS),
    HOSTNOSSL("hostnossl", 10, PLAIN, GSS),
    HOSTGSSENC("hostgssenc", 12, GSS),
    HOSTNOGSSENC("hostnogssenc", 12, PLAIN, TLS);

    private final String keyword;
    private final int since;
    private final int transports;

    ConnectionType(String keyword, int since, Transport first, Transport... rest) {
        this.keyword = keyword;
        this.since = since;
        int bits = 1 << first.ordinal();
        for (Transport transport : rest) {
            bits |= 1 << transport.ordinal();
        }
        this.transports = bits;
    }

    /** Returns the word in the file. */
    public String keyword() {
        return keyword;
    }

    /** Returns the first major version that knows it. */
    public int since() {
        return since;
    }

    /** Tells whether a record of this type can match a connection over a transport. */
    public boolean matches(Transport transport) {
        return (transports & 1 << transport.ordinal()) != 0;
    }

    /** Finds the type of a word, as the version knows it; the server compares case-sensitively. */
    public static Optional<ConnectionType> of(String keyword, PostgresVersion version) {
        return Arrays.stream(values())
                .filter(t -> t.keyword.equals(keyword) && version.isAtLeast(t.since))
                .findFirst();
    }
}
