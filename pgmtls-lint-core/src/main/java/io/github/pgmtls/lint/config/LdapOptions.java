package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code ldap…} options of a record mean together; {@code ldapurl} sets several of the others. Source:
 * {@code parse_hba_line} and {@code parse_hba_auth_opt} in {@code src/backend/libpq/hba.c}.
 */
final class LdapOptions {

    private static final List<AuthOption> SEARCH_OPTIONS = List.of(
            AuthOption.LDAPBASEDN,
            AuthOption.LDAPBINDDN,
            AuthOption.LDAPBINDPASSWD,
            AuthOption.LDAPSEARCHATTRIBUTE,
            AuthOption.LDAPSEARCHFILTER);

    private final Map<AuthOption, String> values = new EnumMap<>(AuthOption.class);
    private int scope = LdapUrl.SCOPE_SUBTREE;

    private LdapOptions() {}

    /** Returns what accepted options mean. */
    static LdapOptions of(List<HbaOption> options) {
        LdapOptions meaning = new LdapOptions();
        options.forEach(meaning::apply);
        return meaning;
    }

    private void apply(HbaOption option) {
        // whichever option comes behind a URL, it brings the scope back to what it is without one
        scope = LdapUrl.SCOPE_SUBTREE;
        if (option.option() != AuthOption.LDAPURL) {
            values.put(option.option(), option.value());
            return;
        }
        try {
            apply(LdapUrl.parse(option.value()));
        } catch (LdapUrl.Malformed e) {
            throw new IllegalArgumentException("not an accepted option: " + option, e);
        }
    }

    private void apply(LdapUrl url) {
        values.put(AuthOption.LDAPSCHEME, url.scheme());
        values.put(AuthOption.LDAPPORT, Integer.toString(url.port()));
        url.host().ifPresent(host -> values.put(AuthOption.LDAPSERVER, host));
        url.baseDn().ifPresent(dn -> values.put(AuthOption.LDAPBASEDN, dn));
        url.firstAttribute().ifPresent(attribute -> values.put(AuthOption.LDAPSEARCHATTRIBUTE, attribute));
        url.filter().ifPresent(filter -> values.put(AuthOption.LDAPSEARCHFILTER, filter));
        scope = url.scope();
    }

    Optional<String> value(AuthOption option) {
        return Optional.ofNullable(values.get(option));
    }

    /** Returns OpenLDAP's number of the search scope. */
    int scope() {
        return scope;
    }

    /** Returns the server's complaint about a URL, if it has one. */
    static Optional<String> errorOfUrl(String text, PostgresVersion version) {
        LdapUrl url;
        try {
            url = LdapUrl.parse(text);
        } catch (LdapUrl.Malformed malformed) {
            return Optional.of("could not parse LDAP URL \"" + text + "\": "
                    + malformed.fault().words());
        }
        boolean ldap = url.scheme().equals("ldap") || (url.scheme().equals("ldaps") && version.isAtLeast(11));
        if (!ldap) {
            return Optional.of("unsupported LDAP URL scheme: " + url.scheme());
        }
        if (url.firstAttribute().filter(String::isEmpty).isPresent()) {
            // the server does not complain, it crashes
            return Optional.of("could not parse LDAP URL \"" + text + "\": no attribute in the list");
        }
        return url.filter().isPresent() && !version.isAtLeast(11)
                ? Optional.of("filters not supported in LDAP URLs")
                : Optional.empty();
    }

    /** Returns the server's complaint about all options together, if it has one. */
    Optional<String> error(PostgresVersion version) {
        if (!version.isAtLeast(12) && !values.containsKey(AuthOption.LDAPSERVER)) {
            return Optional.of("authentication method \"ldap\" requires argument \"ldapserver\" to be set");
        }
        if (values.containsKey(AuthOption.LDAPPREFIX) || values.containsKey(AuthOption.LDAPSUFFIX)) {
            return SEARCH_OPTIONS.stream().anyMatch(values::containsKey)
                    ? Optional.of(mixed(version))
                    : Optional.empty();
        }
        if (!values.containsKey(AuthOption.LDAPBASEDN)) {
            return Optional.of("authentication method \"ldap\" requires argument \"ldapbasedn\", \"ldapprefix\", or "
                    + "\"ldapsuffix\" to be set");
        }
        return values.containsKey(AuthOption.LDAPSEARCHATTRIBUTE) && values.containsKey(AuthOption.LDAPSEARCHFILTER)
                ? Optional.of("cannot use ldapsearchattribute together with ldapsearchfilter")
                : Optional.empty();
    }

    private static String mixed(PostgresVersion version) {
        if (version.isAtLeast(17)) {
            return "cannot mix options for simple bind and search+bind modes";
        }
        String filter = version.isAtLeast(11) ? "ldapsearchfilter, " : "";
        return "cannot use ldapbasedn, ldapbinddn, ldapbindpasswd, ldapsearchattribute, " + filter
                + "or ldapurl together with ldapprefix";
    }
}
