package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import java.util.List;
import java.util.Optional;

/** The private key needs a passphrase that nobody gives. */
final class PassphraseCommandUnset implements ClusterRule {

    private static final String SETTING = "ssl_passphrase_command";

    private static final RuleInfo INFO = RuleInfo.of(
                    "passphrase-command-unset",
                    Severity.ERROR,
                    "the server's private key needs a passphrase, and no command gives it")
            .because("""
                    Without ssl_passphrase_command the server asks for the passphrase on the terminal. A service has \
                    none and does not start; a reload never asks and keeps the old TLS configuration. Version 10 has \
                    no such setting.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Set ssl_passphrase_command, or store the key unencrypted with mode 0600.")
            .source("PostgreSQL documentation, section SSL; ssl_external_passwd_cb in be-secure-openssl.c")
            .bad(Example.conf("ssl = on\nssl_key_file = 'server.key'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | encrypted | mode 0600"))
            .good(Example.conf("ssl = on\nssl_passphrase_command = 'cat /run/secrets/passphrase'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | encrypted | mode 0600")
                    .since(11));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Optional<PrivateKeyInfo> key = context.loaded().key().filter(PrivateKeyInfo::isEncrypted);
        if (key.isEmpty() || cluster.tls().filter(on -> !on).isPresent()) {
            return RuleOutcome.notApplicable("no private key needs a passphrase");
        }
        Optional<EffectiveSetting> command = cluster.settings().flatMap(settings -> settings.effective(SETTING));
        if (command.filter(setting -> !setting.isCertain()).isPresent()) {
            return RuleOutcome.inconclusive(SETTING + " depends on included files that could not be read");
        }
        if (command.flatMap(EffectiveSetting::value)
                .filter(value -> !value.isEmpty())
                .isPresent()) {
            return RuleOutcome.of(List.of());
        }
        return RuleOutcome.of(List.of(context.finding(
                        INFO,
                        key.get().place().firstLine(),
                        "private key needs a passphrase, but " + SETTING + " is not set")
                .build()));
    }
}
