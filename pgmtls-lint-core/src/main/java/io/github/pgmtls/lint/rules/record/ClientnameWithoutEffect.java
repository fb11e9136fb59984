package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.Optional;

/** A record says which name of a certificate counts, and looks at none. */
final class ClientnameWithoutEffect implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "clientname-without-effect",
                    Severity.WARNING,
                    "clientname stands on a record that looks at no name in a certificate")
            .because("""
                    clientname chooses the name that is compared with the user. Only the method cert and \
                    clientcert=verify-full compare it; elsewhere the server accepts the option and ignores it.""")
            .claim(Claim.LETS_IN)
            .remedy("Use cert or clientcert=verify-full, or delete the option.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; ClientAuthentication in auth.c")
            .since(14)
            .bad(Example.hba("hostssl  all  all  all  scram-sha-256  clientname=CN\n"))
            .good(Example.hba("hostssl  all  all  all  scram-sha-256  clientcert=verify-full  clientname=CN\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (HbaRecord record : context.cluster().records()) {
            Optional<HbaOption> option = record.lastOption(AuthOption.CLIENTNAME);
            if (option.isPresent() && record.clientCert() != ClientCert.VERIFY_FULL) {
                outcome.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(option.get().token()),
                                "the server ignores clientname here: the record looks at no name in a certificate")
                        .build());
            }
        }
        return outcome.build();
    }
}
