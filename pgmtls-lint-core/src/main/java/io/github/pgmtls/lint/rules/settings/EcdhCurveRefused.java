package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A curve that the server does not take for the key exchange. */
final class EcdhCurveRefused extends SettingRule {

    /** Names that OpenSSL has for other places. */
    private static final Set<String> NO_CURVES = Set.of("X25519", "X448", "P-256", "P-384", "P-521");

    private static final RuleInfo INFO = RuleInfo.of(
                    "ecdh-curve-refused", Severity.ERROR, "ssl_ecdh_curve names something that is no single curve")
            .because("""
                    Up to 17 ssl_ecdh_curve is one curve by the name that OpenSSL has for it, such as prime256v1. A \
                    list, X25519 or P-256 keeps the server from starting; at a reload it keeps the old TLS \
                    configuration. From 18 on it is a list of groups.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write prime256v1, or leave ssl_ecdh_curve at its default.")
            .source("initialize_ecdh in be-secure-openssl.c; PostgreSQL documentation, section SSL")
            .until(17)
            .bad(Example.conf("ssl = on\nssl_ecdh_curve = 'X25519'\n").on(15))
            .good(Example.conf("ssl = on\nssl_ecdh_curve = 'prime256v1'\n").on(15));

    EcdhCurveRefused() {
        super(INFO, "ssl_ecdh_curve");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        String curve = value.text();
        boolean refused = curve.contains(":") || NO_CURVES.contains(curve.toUpperCase(Locale.ROOT));
        return refused && !value.isTlsOff()
                ? Optional.of(value.finding("\"" + value.words() + "\" is no curve that this version takes"))
                : Optional.empty();
    }
}
