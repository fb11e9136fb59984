package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.Optional;

/** Clients choose the cipher. */
final class CipherPreferenceOff extends SettingRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "cipher-preference-off", Severity.INFO, "clients choose the cipher, not the server")
            .because("""
                    With ssl_prefer_server_ciphers off the first cipher of the client's list that the server knows is \
                    taken, and old clients put weak ones first. The default is on.""")
            .claim(Claim.NOTHING)
            .remedy("Leave ssl_prefer_server_ciphers at its default.")
            .source("PostgreSQL documentation, section SSL")
            .bad(Example.conf("ssl = on\nssl_prefer_server_ciphers = off\n"))
            .good(Example.conf("ssl = on\nssl_prefer_server_ciphers = on\n"));

    CipherPreferenceOff() {
        super(INFO, "ssl_prefer_server_ciphers");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        return value.text().equals("off") && !value.isTlsOff()
                ? Optional.of(value.finding("clients choose the cipher, not the server"))
                : Optional.empty();
    }
}
