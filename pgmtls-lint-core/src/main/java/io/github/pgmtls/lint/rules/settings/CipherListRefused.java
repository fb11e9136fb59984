package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.CipherList;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import java.util.List;
import java.util.Optional;

/** The list of ciphers names none for TLS up to 1.2. */
final class CipherListRefused extends SettingRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "cipher-list-refused", Severity.ERROR, "OpenSSL refuses the list of ssl_ciphers")
            .because("""
                    ssl_ciphers is for TLS up to 1.2, and OpenSSL passes over names that it does not know there. To \
                    OpenSSL 3.0 and late releases of 1.1.1 a list of TLS 1.3 suites alone is empty: the server does \
                    not start, or at a reload keeps the old TLS configuration. From 18 on ssl_tls13_ciphers is for \
                    those suites. Every version refuses a list with a command that is none, such as @SECLEVEL=6 or \
                    @seclevel=1.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Leave ssl_ciphers at its default; set ssl_min_protocol_version = 'TLSv1.3' for TLS 1.3 alone.")
            .source("PostgreSQL documentation, section SSL; OpenSSL, SSL_CTX_set_cipher_list(3)")
            .bad(Example.conf("ssl = on\nssl_ciphers = 'TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256'\n"))
            .good(Example.conf("ssl = on\nssl_ciphers = 'HIGH:!aNULL'\n"));

    CipherListRefused() {
        super(INFO, "ssl_ciphers");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        List<String> words = List.of(value.text().strip().split("[:, ;]+"));
        boolean onlyNew = words.stream().allMatch(word -> word.startsWith("TLS_"));
        OpenSslVersion openSsl =
                value.context().cluster().definition().openSsl().version();
        Optional<String> mistake = CipherList.parse(value.text()).mistake();
        if (mistake.isPresent() && !value.isTlsOff()) {
            String what = ByteText.decode(mistake.get());
            return Optional.of(value.finding("ssl_ciphers has \"" + what + "\", for which OpenSSL refuses all of it")
                    .serverSays(refusal(value)));
        }
        return onlyNew && openSsl.isAtLeast(OpenSslVersion.V1_1_1I) && !value.isTlsOff()
                ? Optional.of(value.finding("ssl_ciphers names suites of TLS 1.3 only, which it is not for")
                        .serverSays(refusal(value)))
                : Optional.empty();
    }

    private static String refusal(Value value) {
        String list = value.context().cluster().version().isAtLeast(18) ? "TLSv1.2 cipher list" : "cipher list";
        return "could not set the " + list + " (no valid ciphers available)";
    }
}
