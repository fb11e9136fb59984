package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** The server does not speak the newest TLS version. */
final class TlsVersionCapped extends SettingRule {

    private static final List<String> OLD = List.of("TLSv1", "TLSv1.1", "TLSv1.2");

    private static final RuleInfo INFO = RuleInfo.of(
                    "tls-version-capped", Severity.WARNING, "the server refuses TLS 1.3")
            .because("""
                    Up to TLS 1.2 certificates travel in clear: whoever is on the way reads who logs in. Clients that \
                    demand TLS 1.3 cannot connect. A highest version of TLSv1.3 is no restriction today.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Leave ssl_max_protocol_version unset.")
            .source("RFC 8446, appendix E.1; PostgreSQL documentation, section SSL")
            .since(12)
            .bad(Example.conf("ssl = on\nssl_max_protocol_version = 'TLSv1.2'\n")
                    .on(16))
            .good(Example.conf("ssl = on\nssl_max_protocol_version = 'TLSv1.3'\n")
                    .on(16));

    TlsVersionCapped() {
        super(INFO, "ssl_max_protocol_version");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        int highest = OLD.indexOf(value.text());
        String lowest = value.other("ssl_min_protocol_version");
        boolean isEmptyRange = OLD.indexOf(lowest) > highest || lowest.equals("TLSv1.3");
        if (highest < 0 || isEmptyRange || value.isTlsOff()) {
            return Optional.empty(); // of an empty range another rule tells
        }
        return Optional.of(value.finding("the highest TLS version is \"" + value.words() + "\""));
    }
}
