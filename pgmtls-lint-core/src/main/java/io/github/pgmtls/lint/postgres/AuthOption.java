package io.github.pgmtls.lint.postgres;

import static io.github.pgmtls.lint.postgres.AuthMethod.CERT;
import static io.github.pgmtls.lint.postgres.AuthMethod.GSS;
import static io.github.pgmtls.lint.postgres.AuthMethod.IDENT;
import static io.github.pgmtls.lint.postgres.AuthMethod.LDAP;
import static io.github.pgmtls.lint.postgres.AuthMethod.OAUTH;
import static io.github.pgmtls.lint.postgres.AuthMethod.PAM;
import static io.github.pgmtls.lint.postgres.AuthMethod.PEER;
import static io.github.pgmtls.lint.postgres.AuthMethod.RADIUS;
import static io.github.pgmtls.lint.postgres.AuthMethod.SSPI;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An option behind the method of a pg_hba.conf record. Source: {@code parse_hba_auth_opt} in
 * {@code src/backend/libpq/hba.c}.
 */
public enum AuthOption {
    /** Allowed with oauth from the version on that knows oauth. */
    MAP(10, 19, IDENT, PEER, GSS, SSPI, CERT, OAUTH),
    CLIENTCERT(10, 19),
    CLIENTNAME(14, 19),
    PAMSERVICE(10, 19, PAM),
    PAM_USE_HOSTNAME(10, 19, PAM),
    LDAPURL(10, 19, LDAP),
    LDAPTLS(10, 19, LDAP),
    LDAPSCHEME(11, 19, LDAP),
    LDAPSERVER(10, 19, LDAP),
    LDAPPORT(10, 19, LDAP),
    LDAPBINDDN(10, 19, LDAP),
    LDAPBINDPASSWD(10, 19, LDAP),
    LDAPSEARCHATTRIBUTE(10, 19, LDAP),
    LDAPSEARCHFILTER(11, 19, LDAP),
    LDAPBASEDN(10, 19, LDAP),
    LDAPPREFIX(10, 19, LDAP),
    LDAPSUFFIX(10, 19, LDAP),
    KRB_REALM(10, 19, GSS, SSPI),
    INCLUDE_REALM(10, 19, GSS, SSPI),
    COMPAT_REALM(10, 19, SSPI),
    UPN_USERNAME(10, 19, SSPI),
    RADIUSSERVERS(10, 18, RADIUS),
    RADIUSPORTS(10, 18, RADIUS),
    RADIUSSECRETS(10, 18, RADIUS),
    RADIUSIDENTIFIERS(10, 18, RADIUS),
    ISSUER(18, 19, OAUTH),
    SCOPE(18, 19, OAUTH),
    VALIDATOR(18, 19, OAUTH),
    DELEGATE_IDENT_MAPPING(18, 19, OAUTH);

    private static final Map<String, AuthOption> BY_KEYWORD = new HashMap<>();

    static {
        for (AuthOption option : values()) {
            BY_KEYWORD.put(option.keyword, option);
        }
    }

    private final String keyword;
    private final int since;
    private final int until;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
    private final List<AuthMethod> methods;

    AuthOption(int since, int until, AuthMethod... methods) {
        this.keyword = name().toLowerCase(Locale.ROOT);
        this.since = since;
        this.until = until;
        this.methods = List.of(methods);
    }

    /** Returns the name in the file. */
    public String keyword() {
        return keyword;
    }

    /** Returns the first major version that knows it. */
    public int since() {
        return since;
    }

    /** Tells whether it may stand behind a method; options of the connection type may stand behind any. */
    public boolean isValidFor(AuthMethod method) {
        return methods.isEmpty() || methods.contains(method);
    }

    /** Tells whether its value is a secret that must not be shown. */
    public boolean isSecret() {
        return this == LDAPBINDPASSWD || this == RADIUSSECRETS;
    }

    /** Returns the methods it may stand behind, as the server's message lists them. */
    public String methodsInMessage(PostgresVersion version) {
        List<String> names = methods.stream()
                .filter(m -> m.isKnownTo(version))
                .map(m -> m == GSS ? "gssapi" : m.keyword())
                .toList();
        int last = names.size() - 1;
        return switch (names.size()) {
            case 1 -> names.get(0);
            case 2 -> names.get(0) + " and " + names.get(1);
            default -> names.stream().limit(last).collect(Collectors.joining(", ")) + ", and " + names.get(last);
        };
    }

    /** Finds the option of a name, as the version knows it; the server compares case-sensitively. */
    public static Optional<AuthOption> of(String keyword, PostgresVersion version) {
        return Optional.ofNullable(BY_KEYWORD.get(keyword))
                .filter(option -> version.major() >= option.since && version.major() <= option.until);
    }
}
