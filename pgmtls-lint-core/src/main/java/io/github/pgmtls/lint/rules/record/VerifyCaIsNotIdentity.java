package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.ClientCert;
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

/** Any certificate of the CA will do, whatever name is in it. */
final class VerifyCaIsNotIdentity implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "verify-ca-is-not-identity",
                    Severity.WARNING,
                    "clientcert=verify-ca accepts any certificate of the CA, for every user")
            .because("""
                    With verify-ca the server checks who issued the certificate and does not look at the name in it: \
                    whoever has any certificate of the CA, and a user's password, gets in as that user. Up to 11, \
                    clientcert=1 means the same.""")
            .claim(Claim.LETS_IN)
            .remedy("Write clientcert=verify-full (12 on), or use the method cert.")
            .source("PostgreSQL documentation, section Using Client Certificates")
            .bad(Example.hba("hostssl  all  all  all  scram-sha-256  clientcert=verify-ca\n")
                    .since(12))
            .good(Example.hba("hostssl  all  all  all  scram-sha-256  clientcert=verify-full\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(context.cluster().records().stream()
                .filter(record -> record.clientCert() == ClientCert.VERIFY_CA
                        && record.method() != AuthMethod.REJECT
                        // that is worse, and for trust-remote to tell
                        && record.method() != AuthMethod.TRUST)
                .map(record -> context.finding(
                                INFO,
                                record.lastOption(AuthOption.CLIENTCERT)
                                        .map(option -> HbaRecord.locationOf(option.token()))
                                        .orElseGet(record::location),
                                "any certificate of the CA will do: the name in it is not compared with the user")
                        .build())
                .toList());
    }
}
