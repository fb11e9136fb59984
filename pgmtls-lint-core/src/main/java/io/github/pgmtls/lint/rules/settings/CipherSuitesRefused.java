package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.CipherSuites;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import java.util.Optional;

/** The list of TLS 1.3 suites has something else in it. */
final class CipherSuitesRefused extends SettingRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "cipher-suites-refused", Severity.ERROR, "OpenSSL refuses the list of ssl_tls13_ciphers")
            .because("""
                    ssl_tls13_ciphers is a list of names of TLS 1.3 suites with colons between them: it knows no groups \
                    as HIGH, no !, and no @SECLEVEL, which belongs into ssl_ciphers. A list without a suite keeps the \
                    server from starting; at a reload it keeps the old TLS configuration. To early releases of OpenSSL \
                    1.1.1 a single word that is no suite is enough, 3.0 passes over it.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Leave ssl_tls13_ciphers empty, or write names as TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256.")
            .source("PostgreSQL documentation, section SSL; OpenSSL, SSL_CTX_set_ciphersuites(3)")
            .since(18)
            .bad(Example.conf("ssl = on\nssl_tls13_ciphers = 'HIGH:@SECLEVEL=2'\n")
                    .on(18))
            .good(Example.conf("ssl = on\nssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256'\n")
                    .on(18));

    CipherSuitesRefused() {
        super(INFO, "ssl_tls13_ciphers");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        if (value.text().isEmpty() || value.isTlsOff()) {
            return Optional.empty();
        }
        OpenSslVersion openSsl =
                value.context().cluster().definition().openSsl().version();
        return CipherSuites.parse(value.text())
                .refused(openSsl)
                .map(what -> value.finding("ssl_tls13_ciphers has \"" + ByteText.decode(what)
                                + "\", which is no suite of TLS 1.3, and OpenSSL refuses all of it")
                        .serverSays("could not set the TLSv1.3 cipher suites (no valid ciphers available)"));
    }
}
