package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.Setting;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.Parameter;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A setting of TLS stands twice, with different values. */
final class SettingOverridden implements ClusterRule {

    private static final String AUTO = "postgresql.auto.conf";

    private static final RuleInfo INFO = RuleInfo.of(
                    "setting-overridden",
                    Severity.WARNING,
                    "a setting of TLS or authentication stands twice in a file, or postgresql.auto.conf overrides it")
            .because("""
                    The last value wins without a word, and postgresql.auto.conf, which ALTER SYSTEM writes, always \
                    comes last. That a file overrides what another one includes is taken as meant.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Delete the line that does not count; keep postgresql.auto.conf out of the repository.")
            .source("PostgreSQL documentation, section Parameter Interaction via the Configuration File")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'old.crt'\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"));

    private static final Pattern NAME =
            Pattern.compile("ssl(_.*)?|hba_file|ident_file|hosts_file|listen_addresses|password_encryption");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<String, Setting> winners = new LinkedHashMap<>();
        Map<String, Setting> losers = new LinkedHashMap<>();
        for (Setting setting : context.cluster().settings().map(Settings::all).orElse(List.of())) {
            String name = setting.parameter().map(Parameter::name).orElse("");
            if (NAME.matcher(name).matches()) {
                Setting before = winners.put(name, setting);
                if (before != null && counts(before, setting)) {
                    losers.put(name, before);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        losers.forEach((name, loser) -> {
            Setting winner = Objects.requireNonNull(winners.get(name));
            if (!winner.value().equals(loser.value())) {
                findings.add(context.finding(INFO, loser.place(), "\"" + name + "\" is set again, to another value")
                        .related(winner.place(), "this one counts")
                        .build());
            }
        });
        return RuleOutcome.of(findings);
    }

    private static boolean counts(Setting before, Setting after) {
        boolean auto = after.file().path().equals(AUTO) || after.file().path().endsWith("/" + AUTO);
        return before.file() == after.file() || auto;
    }
}
