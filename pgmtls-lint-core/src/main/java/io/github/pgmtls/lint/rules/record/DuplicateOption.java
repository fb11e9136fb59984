package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An option stands twice in a record. */
final class DuplicateOption implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "duplicate-option", Severity.WARNING, "an option stands twice in a record")
            .because("The last one counts; the server says nothing about the others.")
            .claim(Claim.KEEPS_OUT)
            .remedy("Delete the one that is not meant.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_auth_opt in hba.c")
            .bad(Example.hba("hostssl  all  all  all  cert  map=a  map=b\n").with("pg_ident.conf", "a x x\nb x x\n"))
            .good(Example.hba("hostssl  all  all  all  cert  map=b\n").with("pg_ident.conf", "b x x\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (HbaRecord record : context.cluster().records()) {
            if (record.demand().options().size() < 2) {
                continue;
            }
            Map<AuthOption, HbaOption> last = new EnumMap<>(AuthOption.class);
            for (HbaOption option : record.options()) {
                // an ldapurl sets other options, which nobody wrote
                if (!option.token().value().startsWith(option.option().keyword() + "=")) {
                    continue;
                }
                HbaOption before = last.put(option.option(), option);
                if (before != null) {
                    findings.add(finding(context, before, option));
                }
            }
        }
        return RuleOutcome.of(findings);
    }

    private static Finding finding(ClusterContext context, HbaOption before, HbaOption after) {
        boolean equal = before.value().equals(after.value());
        return context.finding(
                        INFO,
                        HbaRecord.locationOf(before.token()),
                        "option " + before.option().keyword() + " stands twice; the last one counts")
                .severity(equal ? Severity.INFO : Severity.WARNING)
                .related(HbaRecord.locationOf(after.token()), "this one comes later")
                .build();
    }
}
