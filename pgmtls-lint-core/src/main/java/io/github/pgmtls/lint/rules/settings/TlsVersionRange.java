package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** The lowest TLS version is above the highest. */
final class TlsVersionRange extends LoadRule.Conf {

    private static final RuleInfo INFO = RuleInfo.of(
                    "tls-version-range", Severity.ERROR, "the lowest TLS version is above the highest")
            .because("""
                    From 13 on the server refuses to set up TLS: it does not start, or at a reload keeps the old \
                    TLS configuration.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Leave ssl_max_protocol_version unset.")
            .source("PostgreSQL documentation, section SSL; be_tls_init in be-secure-openssl.c")
            .since(13)
            .bad(Example.conf("ssl = on\nssl_min_protocol_version = 'TLSv1.3'\nssl_max_protocol_version = 'TLSv1.2'\n")
                    .on(16))
            .good(Example.conf("ssl = on\nssl_min_protocol_version = 'TLSv1.2'\n")
                    .on(16));

    TlsVersionRange() {
        super(INFO, LoadProblem.Kind.TLS_VERSIONS);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "the lowest TLS version is above the highest";
    }
}
