package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import java.util.Optional;

/** The command that gives the passphrase is not run at a reload. */
final class PassphraseNotForReload extends SettingRule {

    private static final String RELOAD = "ssl_passphrase_command_supports_reload";

    private static final RuleInfo INFO = RuleInfo.of(
                    "passphrase-not-for-reload",
                    Severity.WARNING,
                    "the server cannot load TLS files again, because the passphrase is not asked for at a reload")
            .because("""
                    A key with a passphrase is not loaded again at a reload unless \
                    ssl_passphrase_command_supports_reload is on, and then nothing of TLS is: a renewed certificate, \
                    CA or revocation list is not used until the server is restarted.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Set ssl_passphrase_command_supports_reload = on, if the command needs no terminal.")
            .source("ssl_external_passwd_cb and be_tls_init in be-secure-openssl.c")
            .since(11)
            .bad(Example.conf("ssl = on\nssl_passphrase_command = 'cat /run/secrets/passphrase'\n"))
            .good(Example.conf("""
                    ssl = on
                    ssl_passphrase_command = 'cat /run/secrets/passphrase'
                    ssl_passphrase_command_supports_reload = on
                    """));

    PassphraseNotForReload() {
        super(INFO, "ssl_passphrase_command");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        if (value.text().isEmpty() || value.other(RELOAD).equals("on") || value.isTlsOff()) {
            return Optional.empty();
        }
        Optional<PrivateKeyInfo> key = value.context().loaded().key();
        return key.filter(own -> !own.isEncrypted()).isPresent()
                ? Optional.empty()
                : Optional.of(value.finding(RELOAD + " is off, so renewed certificates wait for a restart")
                        .serverSays("cannot be reloaded because it requires a passphrase"));
    }
}
