package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.Optional;
import java.util.Set;

/** The server accepts TLS versions that are broken. */
final class TlsVersionTooLow extends SettingRule {

    private static final Set<String> BROKEN = Set.of("TLSv1", "TLSv1.1");

    private static final RuleInfo INFO = RuleInfo.of(
                    "tls-version-too-low", Severity.WARNING, "the server accepts TLS versions before 1.2")
            .because("""
                    TLS 1.0 and 1.1 rest on MD5 and SHA-1 and are withdrawn. Since 13 the default is TLSv1.2, in 12 it \
                    was TLSv1. OpenSSL 3.0 at its default security level refuses such connections anyway, whatever is \
                    set, so the setting helps no old client either.""")
            .claim(Claim.NOTHING)
            .remedy("Set ssl_min_protocol_version = 'TLSv1.2', or leave it out from 13 on.")
            .source("RFC 8996; PostgreSQL documentation, section SSL; OpenSSL, SSL_CTX_set_security_level(3)")
            .since(12)
            .bad(Example.conf("ssl = on\nssl_min_protocol_version = 'TLSv1'\n").on(16))
            .good(Example.conf("ssl = on\nssl_min_protocol_version = 'TLSv1.2'\n")
                    .on(16));

    TlsVersionTooLow() {
        super(INFO, "ssl_min_protocol_version");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        if (!BROKEN.contains(value.text()) || !value.other("ssl").equals("on")) {
            return Optional.empty();
        }
        String how = value.isSet() ? "" : ", the default of this version";
        return Optional.of(value.finding("the server accepts TLS from version \"" + value.words() + "\" on" + how));
    }
}
