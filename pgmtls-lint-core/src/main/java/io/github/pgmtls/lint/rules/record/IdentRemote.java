package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;

/** The server asks the client's machine who the client is. */
final class IdentRemote implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "ident-remote", Severity.WARNING, "the method ident believes what another machine says")
            .because("""
                    Over TCP the server asks the ident service of the client's machine for the name of the user \
                    (RFC 1413), without any protection. Whoever rules that machine, or the network, names whom they \
                    like. On local, ident means peer, which is safe.""")
            .claim(Claim.NOTHING)
            .remedy("Use cert or scram-sha-256.")
            .source("PostgreSQL documentation, section Ident Authentication; RFC 1413, section 6")
            .bad(Example.hba("hostssl  all  all  10.0.0.0/8  ident\n"))
            .good(Example.hba("hostssl  all  all  10.0.0.0/8  cert\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(context.cluster().records().stream()
                .filter(record -> record.method() == AuthMethod.IDENT
                        && !context.isLocal(record)
                        && !(record.address() instanceof AddressPattern.Local))
                .map(record -> context.finding(
                                INFO,
                                HbaRecord.locationOf(record.methodToken()),
                                "the server believes what the client's machine says about the user")
                        .build())
                .toList());
    }
}
