package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthOption;
import java.util.List;

/** Makes methods with options, most of them right. */
final class OptionGenerator {

    private static final List<AuthOption> OPTIONS = List.of(AuthOption.values());

    private final Dice dice;

    OptionGenerator(Dice dice) {
        this.dice = dice;
    }

    String methodAndOptions(boolean hostssl) {
        String method = dice.percent(50) ? dice.word("trust reject md5 scram-sha-256 cert peer ident") : dice.word("""
                        trust reject password md5 scram-sha-256 ident peer cert gss sspi pam bsd ldap ldap ldap radius
                        radius oauth oauth krb5 crypt Trust "md5" c"ert" trust,md5 scram-sha-25 ""
                        """);
        StringBuilder text = new StringBuilder(method);
        addNeeded(text, method);
        int count = dice.percent(50) ? 0 : dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            text.append(dice.of(" ", " ", " ", ",", "\t", " ,", ", "));
            text.append(
                    option(hostssl ? dice.of(AuthOption.CLIENTCERT, AuthOption.MAP, any(), fitting(method)) : any()));
        }
        return text.toString();
    }

    private void addNeeded(StringBuilder text, String method) {
        if (dice.percent(10)) {
            return;
        }
        switch (method) {
            case "ldap" ->
                text.append(' ')
                        .append(dice.of("ldapbasedn=b", "ldapprefix=p", option(AuthOption.LDAPURL)))
                        .append(dice.of(" ldapserver=s", ""));
            case "radius" ->
                text.append(' ')
                        .append(option(AuthOption.RADIUSSERVERS))
                        .append(' ')
                        .append(option(AuthOption.RADIUSSECRETS));
            case "oauth" -> text.append(" issuer=i scope=s");
            default -> {}
        }
    }

    private AuthOption any() {
        return dice.of(OPTIONS);
    }

    private AuthOption fitting(String method) {
        return dice.of(OPTIONS.stream()
                .filter(option -> option.keyword().startsWith(method) || option == AuthOption.CLIENTNAME)
                .toList());
    }

    private String option(AuthOption option) {
        if (dice.percent(4)) {
            return dice.word(
                    "nonsense=1 x = =x map=a=b ldap Map=x radiusserver=1 \"map\"=q include_realm validator.x=1");
        }
        String value = value(option);
        return switch (dice.below(8)) {
            case 0 -> "\"" + option.keyword() + "=" + value + "\"";
            case 1 -> option.keyword() + "=\"" + value + "\"";
            default -> option.keyword() + "=" + (value.matches("[^\\s,#\"]*") ? value : "\"" + value + "\"");
        };
    }

    private String value(AuthOption option) {
        if (option != AuthOption.RADIUSSERVERS && dice.percent(8)) {
            return dice.of("", "1", "0", "a", "a b", "a,b", "\u00ff", "/x", "=");
        }
        return switch (option) {
            case CLIENTCERT -> dice.word("verify-full verify-full verify-ca 1 0 no-verify on VERIFY-CA verify_full");
            case CLIENTNAME -> dice.word("CN DN DN cn SAN");
            case MAP -> dice.word("m map1 @x /re all");
            case LDAPPORT -> dice.word("389 0 636x x -1 +7 0x1 4294967296 99999999999999999999 -99999999999999999999");
            case LDAPSCHEME -> dice.word("ldap ldaps http");
            case LDAPURL -> ldapUrl();
            case RADIUSSERVERS ->
                dice.word("127.0.0.1 ::1 10.1.2.3,127.1 127.0.0.1,,::1 \"\"::1\"\",127.0.0.1 ,::1 ::1,");
            case RADIUSPORTS -> list("1812", "1", "0", "x", "1x", "-1");
            case RADIUSSECRETS, RADIUSIDENTIFIERS -> list("a", "b", "", "c d", "e\"\"f");
            case LDAPTLS, PAM_USE_HOSTNAME, INCLUDE_REALM, COMPAT_REALM, UPN_USERNAME, DELEGATE_IDENT_MAPPING ->
                dice.word("1 1 0 true yes on 01");
            default -> dice.of("x", "some text", "dc=example,dc=org", "");
        };
    }

    /** Within quotes of the file, quotes are doubled. */
    private String list(String... items) {
        StringBuilder list = new StringBuilder();
        int count = dice.percent(60) ? 1 : dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            String item = dice.percent(80) ? items[0] : dice.of(items);
            list.append(i == 0 ? "" : dice.of(",", ",", ", ", " , ", ";", ",,"));
            list.append(dice.percent(80) ? item : "\"\"" + item + "\"\"");
        }
        return list.toString() + dice.of("", "", "", "", "", "", " ", ",", "\"\"");
    }

    /** Not {@code pldap}, which depends on OpenLDAP's version, nor attributes of nothing, by which a server crashes. */
    private String ldapUrl() {
        if (dice.percent(15)) {
            return dice.word(
                    "ldap:// ldap:/h ldapi://h/b cldap://h h/b <ldap://h/b> <ldap://h/b URL:ldap://h/b ldapx://h");
        }
        String url = dice.word("ldap:// ldap:// ldap:// ldaps:// LDAP://")
                + dice.of("h", "h", "", "[::1]", "[::1", "[::1]x", "h%2ex", "h%zz", "1.2.3.4")
                + dice.of("", "", "", ":1", ":389", ":", ":x", ":0", ":99999", ":1:2")
                + dice.of("/b", "/dc=a,dc=b", "/", "", "/b%2cc", "/b%", "/b%00c");
        String[] parts = {
            dice.of("", "uid", "a,b", ",a", "u%69d"),
            dice.of("", "sub", "one", "base", "subtree", "children", "SUB", "x", "%73ub", "%zz"),
            dice.of("", "", "(x=1)", "x", "%28", "%zz"),
            dice.of("x", "!x", "", ",", "a,b"),
            dice.of("", "more")
        };
        StringBuilder text = new StringBuilder(url);
        int count = dice.percent(40) ? 0 : dice.percent(90) ? dice.between(1, 3) : dice.between(4, 5);
        for (int i = 0; i < count; i++) {
            text.append('?').append(parts[i]);
        }
        return text.toString();
    }
}
