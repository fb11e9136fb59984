package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.Set;

/** Clientcert has a value that an old server takes for no. */
final class ClientcertWithoutEffect implements ClusterRule {

    /** Who writes these means that no certificate is demanded. */
    private static final Set<String> NO = Set.of("0", "no-verify");

    private static final RuleInfo INFO = RuleInfo.of(
                    "clientcert-without-effect",
                    Severity.ERROR,
                    "clientcert demands no certificate before PostgreSQL 12")
            .because("""
                    Up to 11 the only value of clientcert that demands a certificate is 1. The server accepts every \
                    other one, verify-ca and verify-full too, and takes it for no, without a word in the log.""")
            .claim(Claim.LETS_IN)
            .remedy("Use the method cert, or clientcert=1, which demands a certificate and does not look at its name.")
            .source("PostgreSQL 11 documentation, section Using Client Certificates; parse_hba_auth_opt in hba.c of 11")
            .until(11)
            .bad(Example.hba("hostssl  all  all  all  scram-sha-256  clientcert=verify-full\n")
                    .on(11))
            .good(Example.hba("hostssl  all  all  all  cert\n").on(11));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(context.cluster().records().stream()
                .filter(record -> !record.demandsCertificate() && record.method() != AuthMethod.REJECT)
                .flatMap(record -> record.lastOption(AuthOption.CLIENTCERT).stream())
                .filter(option -> !NO.contains(option.value()))
                .map(option -> context.finding(
                                INFO,
                                HbaRecord.locationOf(option.token()),
                                "value \"" + option.value()
                                        + "\" of clientcert demands no certificate before PostgreSQL 12")
                        .build())
                .toList());
    }
}
