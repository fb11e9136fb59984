package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code ldapurl} option, which sets several of the single {@code ldap…} options at once. Source: RFC 4516 as
 * OpenLDAP's {@code ldap_url_parse} reads it; {@code parse_hba_auth_opt} in {@code src/backend/libpq/hba.c}.
 */
final class LdapUrl {

    /** OpenLDAP's number for a search of the whole subtree, the server's default. */
    private static final String SUBTREE = "2";

    private LdapUrl() {}

    /** Returns the server's complaint about a URL, if it has one. */
    static Optional<String> errorOf(String url) {
        String scheme = scheme(bare(url));
        return switch (scheme) {
            case "ldap", "ldaps" -> Optional.empty();
            case "ldapi", "cldap", "pldap" -> Optional.of("unsupported LDAP URL scheme: " + scheme);
            default -> Optional.of("could not parse LDAP URL \"" + url + "\"");
        };
    }

    /**
     * Returns what the options of a record set together, by option; the search scope, which has no option of its own,
     * stands under {@link AuthOption#LDAPURL}.
     */
    static Map<AuthOption, String> settings(List<HbaOption> options) {
        Map<AuthOption, String> settings = new EnumMap<>(AuthOption.class);
        settings.put(AuthOption.LDAPURL, SUBTREE);
        for (HbaOption option : options) {
            if (option.option() == AuthOption.LDAPURL) {
                apply(bare(option.value()), settings);
            } else {
                settings.put(option.option(), option.value());
            }
        }
        return settings;
    }

    private static String scheme(String url) {
        int colon = url.indexOf("://");
        return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static String bare(String url) {
        String text = url.startsWith("<") && url.endsWith(">") ? url.substring(1, url.length() - 1) : url;
        return text.regionMatches(true, 0, "URL:", 0, 4) ? text.substring(4) : text;
    }

    private static void apply(String url, Map<AuthOption, String> settings) {
        String scheme = scheme(url);
        String[] parts = url.substring(scheme.length() + 3).split("\\?", -1);
        int slash = parts[0].indexOf('/');
        String authority = slash < 0 ? parts[0] : parts[0].substring(0, slash);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        int port = hasPort ? Numbers.atoi(authority.substring(colon + 1)) : 0;
        int standardPort = scheme.equals("ldaps") ? 636 : 389;
        settings.put(AuthOption.LDAPSCHEME, scheme);
        settings.put(AuthOption.LDAPPORT, Integer.toString(port == 0 ? standardPort : port));
        putIfAny(settings, AuthOption.LDAPSERVER, hasPort ? authority.substring(0, colon) : authority);
        putIfAny(settings, AuthOption.LDAPBASEDN, slash < 0 ? "" : parts[0].substring(slash + 1));
        putIfAny(settings, AuthOption.LDAPSEARCHATTRIBUTE, parts.length > 1 ? parts[1].split(",", 2)[0] : "");
        putIfAny(settings, AuthOption.LDAPSEARCHFILTER, parts.length > 3 ? parts[3] : "");
        settings.put(AuthOption.LDAPURL, scope(parts.length > 2 ? parts[2] : ""));
    }

    private static void putIfAny(Map<AuthOption, String> settings, AuthOption option, String encoded) {
        if (!encoded.isEmpty()) {
            settings.put(option, decode(encoded));
        }
    }

    private static String scope(String word) {
        return switch (word) {
            case "one", "onelevel" -> "1";
            case "sub", "subtree" -> SUBTREE;
            default -> "0";
        };
    }

    private static String decode(String text) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '%'
                    && i + 2 < text.length()
                    && text.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}");
            decoded.append(escaped ? (char) Integer.parseInt(text.substring(i + 1, i + 3), 16) : c);
            i += escaped ? 2 : 0;
        }
        return decoded.toString();
    }
}
