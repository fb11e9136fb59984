package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.Set;

/** Clients send their password itself, over a connection that is not encrypted or to a server that may be another. */
final class CleartextPassword extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "cleartext-password", Severity.ERROR, "clients send their passwords in clear")
            .because("""
                    With password, ldap, pam, bsd and radius the client sends the password itself. Without TLS, whoever \
                    is on the way reads it. Under TLS it still reaches every server that a client takes for this one, \
                    which is a warning for password, since scram-sha-256 does without.""")
            .claim(Claim.LETS_IN)
            .remedy("Write hostssl instead of host, and scram-sha-256 instead of password.")
            .source("PostgreSQL documentation, sections Password Authentication and LDAP Authentication")
            .bad(Example.hba("host     all  all  10.0.0.0/8  password\n"))
            .good(Example.hba("hostssl  all  all  10.0.0.0/8  scram-sha-256\n"));

    private static final Set<AuthMethod> METHODS =
            Set.of(AuthMethod.PASSWORD, AuthMethod.LDAP, AuthMethod.PAM, AuthMethod.BSD, AuthMethod.RADIUS);

    CleartextPassword() {
        super(INFO);
    }

    static boolean carriesPassword(AuthMethod method) {
        return METHODS.contains(method);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        if (context.cluster().meantRecords().stream().noneMatch(record -> carriesPassword(record.method()))) {
            return;
        }
        Set<HbaRecord> found = new HashSet<>();
        Deciders open =
                PlaintextRecord.remote(context, Transport.PLAIN, decision -> carriesPassword(decision.method()));
        add(context, open, found, Severity.ERROR, "clients on the network send their passwords in clear", outcome);
        Deciders underTls =
                PlaintextRecord.remote(context, Transport.TLS, decision -> decision.method() == AuthMethod.PASSWORD);
        String message = "clients send the password itself to whatever server they take for this one";
        add(context, underTls, found, Severity.WARNING, message, outcome);
        if (!open.complete() || !underTls.complete()) {
            outcome.inconclusive("which records make clients send passwords would take too long to decide");
        }
    }

    private static void add(
            ClusterContext context,
            Deciders deciders,
            Set<HbaRecord> found,
            Severity severity,
            String message,
            RuleOutcome.Builder outcome) {
        deciders.all().stream()
                .flatMap(decider -> decider.record().stream())
                .filter(record -> !context.isLocal(record) && found.add(record))
                .forEach(
                        record -> outcome.add(context.finding(INFO, HbaRecord.locationOf(record.methodToken()), message)
                                .severity(severity)
                                .build()));
    }
}
