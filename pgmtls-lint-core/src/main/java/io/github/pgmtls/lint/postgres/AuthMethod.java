package io.github.pgmtls.lint.postgres;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An authentication method of pg_hba.conf. Source: PostgreSQL documentation, chapter "Client Authentication". */
public enum AuthMethod {
    TRUST("trust"),
    REJECT("reject"),
    PASSWORD("password"),
    MD5("md5"),
    SCRAM_SHA_256("scram-sha-256"),
    IDENT("ident"),
    PEER("peer"),
    CERT("cert"),
    GSS("gss", 10, 19, true),
    SSPI("sspi", 10, 19, true),
    PAM("pam", 10, 19, true),
    BSD("bsd", 10, 19, true),
    LDAP("ldap", 10, 19, true),
    RADIUS("radius", 10, 18, false),
    OAUTH("oauth", 18, 19, false);

    private static final Map<String, AuthMethod> BY_KEYWORD = new HashMap<>();

    static {
        for (AuthMethod method : values()) {
            BY_KEYWORD.put(method.keyword, method);
        }
    }

    private final String keyword;
    private final int since;
    private final int until;
    private final boolean buildDependent;

    AuthMethod(String keyword) {
        this(keyword, PostgresVersion.OLDEST, PostgresVersion.NEWEST, false);
    }

    AuthMethod(String keyword, int since, int until, boolean buildDependent) {
        this.keyword = keyword;
        this.since = since;
        this.until = until;
        this.buildDependent = buildDependent;
    }

    /** Returns the word in the file. */
    public String keyword() {
        return keyword;
    }

    /** Tells whether some builds of the server lack it. */
    public boolean isBuildDependent() {
        return buildDependent;
    }

    /** Tells whether a version knows it, if its build does. */
    public boolean isKnownTo(PostgresVersion version) {
        return version.major() >= since && version.major() <= until;
    }

    /** Finds the method of a word, whatever the version; the server compares case-sensitively. */
    public static Optional<AuthMethod> of(String keyword) {
        return Optional.ofNullable(BY_KEYWORD.get(keyword));
    }
}
