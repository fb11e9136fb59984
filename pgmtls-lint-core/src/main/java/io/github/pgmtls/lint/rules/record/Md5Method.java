package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RecordWords;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;

/** Records ask for MD5 passwords. */
final class Md5Method implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of("md5-method", Severity.WARNING, "the method md5 is deprecated")
            .because("""
                    MD5 passwords are deprecated since 18 and will be removed. Who reads the stored hash can log in with \
                    it. Where a password is stored for SCRAM, md5 already uses SCRAM; where it is stored as MD5, \
                    scram-sha-256 refuses it until it is set anew. One finding is for all such records of a server.""")
            .claim(Claim.LETS_IN)
            .remedy("Set the passwords anew with password_encryption = scram-sha-256, then write scram-sha-256.")
            .source("PostgreSQL documentation, section Password Authentication; release notes of 18")
            .bad(Example.hba("hostssl  all  all  all  md5\n"))
            .good(Example.hba("hostssl  all  all  all  scram-sha-256\n"));

    private static final int MOST_RELATED = 10;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<HbaRecord> records = context.cluster().records().stream()
                .filter(record -> record.method() == AuthMethod.MD5)
                .toList();
        if (records.isEmpty()) {
            return RuleOutcome.of(List.of());
        }
        int more = records.size() - 1;
        String message = "md5 is deprecated"
                + (more == 0 ? "" : ", here and in " + more + (more == 1 ? " more record" : " more records"));
        FindingBuilder finding = context.finding(
                        INFO, HbaRecord.locationOf(records.get(0).methodToken()), message)
                .about(RecordWords.of(records));
        records.stream()
                .skip(1)
                .limit(MOST_RELATED)
                .forEach(record -> finding.related(HbaRecord.locationOf(record.methodToken()), "this record, too"));
        return RuleOutcome.of(List.of(finding.build()));
    }
}
