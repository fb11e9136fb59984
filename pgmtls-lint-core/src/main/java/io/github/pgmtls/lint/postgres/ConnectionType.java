package io.github.pgmtls.lint.postgres;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The first column of pg_hba.conf. Source: PostgreSQL documentation, section "The pg_hba.conf File". */
public enum ConnectionType {
    LOCAL_SOCKET("local", 10),
    HOST("host", 10),
    HOSTSSL("hostssl", 10),
    HOSTNOSSL("hostnossl", 10),
    HOSTGSSENC("hostgssenc", 12),
    HOSTNOGSSENC("hostnogssenc", 12);

    private static final Map<String, ConnectionType> BY_KEYWORD = new HashMap<>();

    static {
        for (ConnectionType type : values()) {
            BY_KEYWORD.put(type.keyword, type);
        }
    }

    private final String keyword;
    private final int since;

    ConnectionType(String keyword, int since) {
        this.keyword = keyword;
        this.since = since;
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
        return switch (this) {
            case LOCAL_SOCKET -> transport == Transport.LOCAL;
            case HOST -> transport != Transport.LOCAL;
            case HOSTSSL -> transport == Transport.TLS;
            case HOSTNOSSL -> transport == Transport.PLAIN || transport == Transport.GSS;
            case HOSTGSSENC -> transport == Transport.GSS;
            case HOSTNOGSSENC -> transport == Transport.PLAIN || transport == Transport.TLS;
        };
    }

    /** Finds the type of a word, as the version knows it; the server compares case-sensitively. */
    public static Optional<ConnectionType> of(String keyword, PostgresVersion version) {
        ConnectionType type = BY_KEYWORD.get(keyword);
        return type == null || !version.isAtLeast(type.since) ? Optional.empty() : Optional.of(type);
    }
}
