package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of ciphers lets some in that protect nothing. */
final class WeakCiphers extends SettingRule {

    private static final Set<String> WEAK = Set.of(
            "ALL",
            "COMPLEMENTOFALL",
            "COMPLEMENTOFDEFAULT",
            "aNULL",
            "ADH",
            "AECDH",
            "eNULL",
            "NULL",
            "EXPORT",
            "EXP",
            "LOW",
            "RC4",
            "DES",
            "MD5",
            "RC2",
            "SSLv2");

    /** Words that a {@code !aNULL} makes harmless. */
    private static final Set<String> ANONYMOUS = Set.of("ALL", "COMPLEMENTOFDEFAULT", "aNULL", "ADH", "AECDH");

    private static final RuleInfo INFO = RuleInfo.of(
                    "weak-ciphers", Severity.WARNING, "ssl_ciphers names ciphers without authentication or strength")
            .because("""
                    aNULL lets the server show no certificate at all, eNULL does not encrypt, and the others are \
                    broken. ALL includes aNULL. What keeps them from being used is only the security level of OpenSSL. \
                    TLS 1.3 has a list of its own.""")
            .claim(Claim.NOTHING)
            .remedy("Leave ssl_ciphers at its default, or end it with :!aNULL and take the weak words out.")
            .source("OpenSSL, openssl-ciphers(1); PostgreSQL documentation, section SSL")
            .bad(Example.conf("ssl = on\nssl_ciphers = 'ALL'\n"))
            .good(Example.conf("ssl = on\nssl_ciphers = 'HIGH:!aNULL:!MD5'\n"));

    WeakCiphers() {
        super(INFO, "ssl_ciphers");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        List<String> words = List.of(value.text().split("[:, ;]+"));
        boolean named = words.stream().anyMatch(word -> word.equals("!aNULL"));
        List<String> weak = words.stream()
                .map(word -> word.startsWith("+") ? "" : word)
                .filter(WEAK::contains)
                .filter(word -> !words.contains("!" + word) && !(named && ANONYMOUS.contains(word)))
                .toList();
        return weak.isEmpty() || value.isTlsOff()
                ? Optional.empty()
                : Optional.of(value.finding("ssl_ciphers admits " + String.join(", ", weak)));
    }
}
