package io.github.pgmtls.lint.rules.catalog;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Demands of the CIS PostgreSQL Benchmark and of the DISA STIG for Crunchy Data Postgres 16 with which rules help. A rule
 * seldom covers a demand in full.
 */
public enum Control {
    CIS_5_4("CIS 5.4", "no trust, password or ident for remote connections, and md5 is weak"),
    CIS_6_8("CIS 6.8", "TLS is on, enforced, and its certificate is not self-signed"),
    CIS_6_9("CIS 6.9", "TLS 1.2 at least; the benchmark for 17 asks for TLS 1.3"),
    CIS_6_10("CIS 6.10", "only strong cipher suites with forward secrecy"),
    STIG_METHODS("V-261858 (CD16-00-000200)", "only the organization's own means of authentication"),
    STIG_UNIQUE("V-261890 (CD16-00-003600)", "everybody is identified uniquely"),
    STIG_STORED_PASSWORDS("V-261891 (CD16-00-003800)", "passwords are stored as SCRAM hashes"),
    STIG_PASSWORDS("V-261892 (CD16-00-003900)", "passwords are not sent in clear text or as MD5"),
    STIG_PATH(
            "V-261893 (CD16-00-004000)",
            "certificates are validated along the path of RFC 5280, revocation included",
            "The check of the STIG asks for cert with clientcert=verify-ca or clientcert=1. From 14 on the server does not "
                    + "load a pg_hba.conf with that; write cert alone, which means clientcert=verify-full."),
    STIG_KEYS("V-261894 (CD16-00-004100)", "private keys are protected"),
    STIG_MAPPING("V-261895 (CD16-00-004200)", "the identity in a certificate is mapped to an account"),
    STIG_SESSIONS("V-261900 (CD16-00-004900)", "sessions are authentic from end to end"),
    STIG_TRANSMISSION("V-261928 (CD16-00-008300)", "what is transmitted stays confidential and whole"),
    STIG_AUTHORITIES("V-261929 (CD16-00-008400)", "only approved CAs are trusted");

    private static final Map<String, Set<Control>> BY_RULE = Map.ofEntries(
            Map.entry("ssl-off", EnumSet.of(CIS_6_8, STIG_SESSIONS, STIG_TRANSMISSION)),
            Map.entry("plaintext-record", EnumSet.of(CIS_6_8, STIG_SESSIONS, STIG_TRANSMISSION)),
            Map.entry("plaintext-bypass", EnumSet.of(CIS_6_8, STIG_SESSIONS, STIG_TRANSMISSION)),
            Map.entry("tls-off-on-network", EnumSet.of(CIS_6_8, STIG_SESSIONS, STIG_TRANSMISSION)),
            Map.entry("tls-version-too-low", EnumSet.of(CIS_6_9)),
            Map.entry("weak-ciphers", EnumSet.of(CIS_6_10)),
            Map.entry("password-encryption-md5", EnumSet.of(STIG_STORED_PASSWORDS)),
            Map.entry("server-certificate-self-signed", EnumSet.of(CIS_6_8)),
            Map.entry("trust-remote", EnumSet.of(CIS_5_4, STIG_METHODS, STIG_UNIQUE)),
            Map.entry("ident-remote", EnumSet.of(CIS_5_4, STIG_METHODS)),
            Map.entry("cleartext-password", EnumSet.of(CIS_5_4, STIG_PASSWORDS)),
            Map.entry("md5-method", EnumSet.of(CIS_5_4, STIG_PASSWORDS)),
            Map.entry("ssl-ca-file-unset", EnumSet.of(STIG_PATH)),
            Map.entry("verify-ca-is-not-identity", EnumSet.of(STIG_PATH)),
            Map.entry("clientcert-value", EnumSet.of(STIG_PATH)),
            Map.entry("client-certificate-refused", EnumSet.of(STIG_PATH)),
            Map.entry("certificate-revoked", EnumSet.of(STIG_PATH)),
            Map.entry("revocation-not-checked", EnumSet.of(STIG_PATH)),
            Map.entry("crl-missing-for-ca", EnumSet.of(STIG_PATH)),
            Map.entry("crl-expired", EnumSet.of(STIG_PATH)),
            Map.entry("crl-in-ca-file", EnumSet.of(STIG_PATH)),
            Map.entry("crl-without-ca", EnumSet.of(STIG_PATH)),
            Map.entry("private-key-in-git", EnumSet.of(STIG_KEYS)),
            Map.entry("key-store-in-git", EnumSet.of(STIG_KEYS)),
            Map.entry("key-permissions", EnumSet.of(STIG_KEYS)),
            Map.entry("client-key-permissions", EnumSet.of(STIG_KEYS)),
            Map.entry("key-in-public-directory", EnumSet.of(STIG_KEYS)),
            Map.entry("private-key-among-certificates", EnumSet.of(STIG_KEYS)),
            Map.entry("cn-not-admitted", EnumSet.of(STIG_MAPPING)),
            Map.entry("user-without-certificate", EnumSet.of(STIG_MAPPING)),
            Map.entry("map-undefined", EnumSet.of(STIG_MAPPING)),
            Map.entry("regex-too-broad", EnumSet.of(STIG_UNIQUE, STIG_MAPPING)),
            Map.entry("same-key-reused", EnumSet.of(STIG_UNIQUE)),
            Map.entry("many-certificates-for-one-user", EnumSet.of(STIG_UNIQUE)),
            Map.entry("public-or-system-bundle", EnumSet.of(STIG_AUTHORITIES)),
            Map.entry("several-roots", EnumSet.of(STIG_AUTHORITIES)));

    private final String id;
    private final String demand;
    private final @Nullable String warning;

    Control(String id, String demand) {
        this(id, demand, null);
    }

    Control(String id, String demand, @Nullable String warning) {
        this.id = id;
        this.demand = demand;
        this.warning = warning;
    }

    /** Returns the demands with which a rule helps. */
    public static Set<Control> of(String rule) {
        return BY_RULE.getOrDefault(rule, Set.of());
    }

    /** Returns the ids of all rules that help with some demand. */
    static Set<String> rules() {
        return BY_RULE.keySet();
    }

    /** Returns its number. */
    public String id() {
        return id;
    }

    /** Returns what it demands, in our words. */
    public String demand() {
        return demand;
    }

    /** Returns what goes wrong for who follows its text to the letter; empty if nothing does. */
    public String warning() {
        return warning == null ? "" : warning;
    }
}
