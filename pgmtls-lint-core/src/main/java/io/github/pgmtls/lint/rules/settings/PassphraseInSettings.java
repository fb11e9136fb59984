package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** The passphrase of the key stands in postgresql.conf. */
final class PassphraseInSettings extends SettingRule {

    /** A program that prints its arguments, and arguments that are neither variables nor substitutions. */
    private static final Pattern PRINTED =
            Pattern.compile("^\\s*(?:/\\S*/)?(?:echo|printf)\\s+(?![\"']?(?:%s\\S*\\s+)?[\"']?[$`])[^|]*\\S[^|]*$");

    private static final RuleInfo INFO = RuleInfo.of(
                    "passphrase-in-settings", Severity.ERROR, "ssl_passphrase_command holds the passphrase itself")
            .because("""
                    Whoever can read postgresql.conf, in this repository or as pg_file_settings, has the passphrase, \
                    which then protects nothing.""")
            .claim(Claim.NOTHING)
            .remedy("Let the command read it from where only the server can, and choose a new passphrase.")
            .source("PostgreSQL documentation, section SSL")
            .since(11)
            .bad(Example.conf("ssl = on\nssl_passphrase_command = 'echo sesame'\n"))
            .good(Example.conf("ssl = on\nssl_passphrase_command = 'cat /run/secrets/passphrase'\n"))
            .neverExempt();

    PassphraseInSettings() {
        super(INFO, "ssl_passphrase_command");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        return value.isSet() && PRINTED.matcher(value.text()).matches()
                ? Optional.of(value.finding("ssl_passphrase_command prints a passphrase that stands in it"))
                : Optional.empty();
    }
}
