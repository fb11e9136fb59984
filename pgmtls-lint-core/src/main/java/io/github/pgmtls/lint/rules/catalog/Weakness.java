package io.github.pgmtls.lint.rules.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Weaknesses of MITRE's Common Weakness Enumeration (4.15) that findings of rules are instances of. A finding that only
 * keeps the server from working has none.
 */
public enum Weakness {
    IMPROPER_PRIVILEGES(
            269,
            "map-grants-superuser",
            "superuser-by-cert",
            "superuser-by-shared-ca",
            "superuser-certificate-in-repository"),
    PASSWORD_IN_CONFIGURATION(260, "passphrase-in-settings"),
    IMPROPER_AUTHENTICATION(
            287,
            "verify-ca-is-not-identity",
            "ident-remote",
            "superuser-by-password-remote",
            "other-door-without-certificate",
            "expectation-violated",
            "address-family-hole"),
    IMPROPER_CERTIFICATE_VALIDATION(
            295,
            "ssl-ca-file-unset",
            "public-or-system-bundle",
            "same-ca-for-both-sides",
            "server-certificate-self-signed"),
    HOST_MISMATCH(297, "san-lacks-server-name", "server-name-missing", "wildcard-name"),
    CERTIFICATE_EXPIRATION(298, "certificate-expired", "certificate-expires-soon", "certificate-not-yet-valid"),
    CERTIFICATE_REVOCATION(
            299,
            "certificate-revoked",
            "revocation-not-checked",
            "crl-missing-for-ca",
            "crl-expired",
            "crl-expires-soon",
            "crl-not-yet-valid",
            "crl-issuer-mismatch",
            "crl-directory-names",
            "crl-without-ca",
            "crl-in-ca-file",
            "issuer-lacks-crl-sign"),
    MISSING_AUTHENTICATION(306, "trust-remote", "plaintext-bypass"),
    CLEARTEXT_TRANSMISSION(
            319, "ssl-off", "tls-off-on-network", "plaintext-record", "plaintext-bypass", "cleartext-password"),
    KEY_IN_REPOSITORY(321, "private-key-in-git", "key-store-in-git"),
    WEAK_ENCRYPTION(
            326,
            "security-level-lowered",
            "rsa-key-beyond-2030",
            "rsa-key-broken",
            "dh-parameters-weak",
            "tls-version-too-low",
            "weak-ciphers"),
    WEAK_HASH(328, "md5-method", "password-encryption-md5"),
    PERMISSIVE_REGEX(625, "regex-too-broad"),
    INCORRECT_PERMISSIONS(732, "key-permissions", "client-key-permissions", "writable-by-others", "deployed-key-mode"),
    UNANCHORED_REGEX(777, "regex-unanchored"),
    INCORRECT_AUTHORIZATION(863, "record-shadowed", "record-partly-shadowed", "role-keyword-drift");

    private final int number;
    private final Set<String> rules;

    Weakness(int number, String... rules) {
        this.number = number;
        this.rules = Set.of(rules);
    }

    /** Returns its number, as in CWE-319. */
    public int number() {
        return number;
    }

    /** Returns the ids of the rules that find it. */
    public Set<String> rules() {
        return rules;
    }

    /** Returns what a rule finds. */
    public static List<Weakness> of(String rule) {
        return Arrays.stream(values()).filter(own -> own.rules.contains(rule)).toList();
    }
}
