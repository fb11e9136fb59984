package io.github.pgmtls.lint.config;

import java.util.Locale;
import java.util.Optional;

/**
 * The value of the {@code ldapurl} option as OpenLDAP's {@code ldap_url_parse} reads it (RFC 4516 with liberties).
 *
 * @param scheme in lower case
 * @param host the host, unless it is empty
 * @param port the port, or the usual one of the scheme
 * @param baseDn the distinguished name, which may be empty; absent without a slash behind the host
 * @param attributes the list of attributes as written
 * @param scope OpenLDAP's number of the search scope
 * @param filter the search filter
 */
record LdapUrl(
        String scheme,
        Optional<String> host,
        int port,
        Optional<String> baseDn,
        Optional<String> attributes,
        int scope,
        Optional<String> filter) {

    static final int SCOPE_BASE = 0;
    static final int SCOPE_SUBTREE = 2;

    /**
     * What is wrong with a URL. The server asks the library for words as if it were an error of the LDAP protocol, and
     * gets words that mean nothing here.
     */
    enum Fault {
        SCHEME("Time limit exceeded"),
        ENCLOSURE("Size limit exceeded"),
        STRUCTURE("Compare False"),
        SCOPE("Strong(er) authentication required"),
        FILTER("Partial results and referral received"),
        EXTENSIONS("Referral");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The text is no URL of LDAP. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final Fault fault;

        private Malformed(Fault fault) {
            super(fault.words, null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    static LdapUrl parse(String text) throws Malformed {
        boolean enclosed = text.startsWith("<");
        String bare = enclosed ? text.substring(1) : text;
        String url = bare.regionMatches(true, 0, "URL:", 0, 4) ? bare.substring(4) : bare;
        String scheme = scheme(url);
        String rest = url.substring(scheme.length() + "://".length());
        if (enclosed) {
            if (!rest.endsWith(">")) {
                throw new Malformed(Fault.ENCLOSURE);
            }
            rest = rest.substring(0, rest.length() - 1);
        }
        int slash = rest.indexOf('/');
        int question = rest.indexOf('?');
        String authority = rest.substring(0, slash >= 0 ? slash : question >= 0 ? question : rest.length());
        // without a slash nothing counts that stands behind the host
        String[] parts = slash < 0 ? new String[0] : rest.substring(slash + 1).split("\\?", -1);
        return of(scheme, Authority.parse(authority, scheme), parts);
    }

    private static String scheme(String url) throws Malformed {
        String scheme = url.substring(0, Math.max(0, url.indexOf("://"))).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "ldap", "ldaps", "ldapi", "pldap", "pldaps" -> scheme;
            default -> throw new Malformed(Fault.SCHEME);
        };
    }

    private static LdapUrl of(String scheme, Authority authority, String[] parts) throws Malformed {
        Optional<String> baseDn = parts.length > 0 ? Optional.of(unescape(parts[0])) : Optional.empty();
        Optional<String> attributes = part(parts, 1);
        int scope = scope(part(parts, 2));
        Optional<String> filter = part(parts, 3);
        if (filter.isPresent() && filter.get().isEmpty()) {
            throw new Malformed(Fault.FILTER);
        }
        if (parts.length > 5) {
            throw new Malformed(Fault.STRUCTURE);
        }
        if (parts.length == 5 && firstOf(parts[4]).isEmpty()) {
            throw new Malformed(Fault.EXTENSIONS);
        }
        return new LdapUrl(scheme, authority.host, authority.port, baseDn, attributes, scope, filter);
    }

    private static Optional<String> part(String[] parts, int index) {
        return parts.length > index && !parts[index].isEmpty() ? Optional.of(unescape(parts[index])) : Optional.empty();
    }

    private static int scope(Optional<String> word) throws Malformed {
        if (word.isEmpty()) {
            return SCOPE_BASE;
        }
        return switch (word.get().toLowerCase(Locale.ROOT)) {
            case "base" -> SCOPE_BASE;
            case "one", "onelevel" -> 1;
            case "sub", "subtree" -> SCOPE_SUBTREE;
            case "subord", "subordinate", "children" -> 3;
            default -> throw new Malformed(Fault.SCOPE);
        };
    }

    /** Returns the first attribute, the only one that the server uses; empty if there are only commas. */
    Optional<String> firstAttribute() {
        return attributes.map(LdapUrl::firstOf);
    }

    private static String firstOf(String list) {
        for (String item : list.split(",")) {
            if (!item.isEmpty()) {
                return item;
            }
        }
        return "";
    }

    /** Replaces {@code %} and two hexadecimal digits; if they are anything else, nothing remains. */
    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return "";
                }
                c = (char) (high * 16 + low);
                i += 2;
            }
            plain.append(c);
        }
        int nul = plain.indexOf("\0");
        return nul < 0 ? plain.toString() : plain.substring(0, nul);
    }

    /** The part before the first slash. */
    private record Authority(Optional<String> host, int port) {

        static Authority parse(String text, String scheme) throws Malformed {
            String host = text;
            int colon = text.indexOf(':');
            if (text.startsWith("[")) {
                int bracket = text.indexOf(']');
                colon = text.indexOf(':', bracket);
                boolean strayed = colon >= 0 && colon != bracket + 1;
                if (bracket < 0 || strayed) {
                    throw new Malformed(Fault.STRUCTURE);
                }
                host = text.substring(0, bracket);
            } else if (colon >= 0) {
                host = text.substring(0, colon);
            }
            int port = colon < 0 ? 0 : port(unescape(text.substring(colon + 1)));
            String name = unescape(host);
            String bare = host.startsWith("[") && !name.isEmpty() ? name.substring(1) : name;
            return new Authority(
                    bare.isEmpty() ? Optional.empty() : Optional.of(bare),
                    port != 0 ? port : scheme.equals("ldaps") ? 636 : 389);
        }

        private static int port(String digits) throws Malformed {
            if (!digits.matches("[ \\t\\n\\u000b\\f\\r]*[+-]?[0-9]+")) {
                throw new Malformed(Fault.STRUCTURE);
            }
            return Numbers.atoi(digits);
        }
    }
}
