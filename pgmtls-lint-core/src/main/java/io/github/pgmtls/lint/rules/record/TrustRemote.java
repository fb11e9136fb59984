package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A record that lets anybody on the network in without proof of who they are. */
final class TrustRemote implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "trust-remote", Severity.ERROR, "the method trust lets clients on the network in without any proof")
            .because("""
                    With trust whoever reaches the port is whatever role they ask for, superuser included. With \
                    clientcert=verify-ca they need some certificate of the CA, of any name.""")
            .claim(Claim.LETS_IN)
            .remedy("Use hostssl with the method cert, or limit the record to local.")
            .source("PostgreSQL documentation, section Trust Authentication")
            .bad(Example.hba("host     all  all  10.0.0.0/8  trust\n"))
            .good(Example.hba("hostssl  all  all  10.0.0.0/8  cert\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (HbaRecord record : context.cluster().records()) {
            reach(context, record)
                    .ifPresent(severity -> findings.add(
                            context.finding(INFO, HbaRecord.locationOf(record.methodToken()), message(record, severity))
                                    .severity(severity)
                                    .build()));
        }
        return RuleOutcome.of(findings);
    }

    private static String message(HbaRecord record, Severity severity) {
        String from = severity == Severity.WARNING ? "on this machine" : "on the network";
        return switch (record.clientCert()) {
            case VERIFY_CA -> "anybody " + from + " with any certificate of the CA gets in as any of these users";
            default -> "anybody " + from + " gets in as any of these users";
        };
    }

    /** Returns how bad it is: nothing for local sockets and where the certificate's name is checked. */
    private static Optional<Severity> reach(ClusterContext context, HbaRecord record) {
        boolean named = record.clientCert() == ClientCert.VERIFY_FULL;
        if (record.method() != AuthMethod.TRUST || named || record.address() instanceof AddressPattern.Local) {
            return Optional.empty();
        }
        return Optional.of(context.isLocal(record) ? Severity.WARNING : Severity.ERROR);
    }
}
