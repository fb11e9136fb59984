package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Assumption;
import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.Expectation;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.Optional;

/** Something that pgmtls.yaml expects of who gets in does not hold. */
final class ExpectationViolated implements ClusterRule {

    private static final String POLICY = """
            clusters:
              db:
                expect:
                  - {user: cmdb, database: cmdbvm, from: 10.0.6.188/32, using: cert}
                  - {nobody: without-client-certificate, except: [{user: monitor, from: 127.0.0.1/32}]}
            """;

    private static final RuleInfo INFO = RuleInfo.of(
                    "expectation-violated", Severity.ERROR, "what is expected of who gets in does not hold")
            .because("""
                    Each entry of expect in pgmtls.yaml is checked against every connection that it speaks of: the first \
                    record that matches decides. One with using is about connections over TLS or, for reject, about all \
                    over the network; cert stands for trust clientcert=verify-full too. One with nobody is about all \
                    connections over the network, physical replication included; a local socket carries no \
                    certificates. What records depend on and nobody knows, such as who is a member of a role, makes \
                    an entry not checked.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Change the record, its order, or the expectation.")
            .source("check_hba in hba.c")
            .bad(Example.hba("""
                            host     cmdbvm  cmdb     10.0.6.0/24    scram-sha-256
                            hostssl  cmdbvm  cmdb     10.0.6.188/32  cert
                            host     all     monitor  127.0.0.1/32   scram-sha-256
                            """).with("pgmtls.yaml", POLICY))
            .good(Example.hba("""
                            hostssl  cmdbvm  cmdb     10.0.6.188/32  cert
                            host     all     monitor  127.0.0.1/32   scram-sha-256
                            """).with("pgmtls.yaml", POLICY));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Expectation> expectations = context.expectations();
        if (expectations.isEmpty()) {
            return RuleOutcome.notApplicable("nobody says in pgmtls.yaml who is expected to get in");
        }
        Optional<String> obstacle = obstacle(context);
        if (obstacle.isPresent()) {
            return RuleOutcome.inconclusive("what is expected is not checked, because " + obstacle.get());
        }
        ExpectationCheck check = new ExpectationCheck(context);
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Expectation expectation : expectations) {
            if (check.needsTlsThatIsOff(expectation)) {
                outcome.add(context.finding(INFO, expectation.place(), "TLS is off, so nobody gets in over it")
                        .hint("Set ssl = on in postgresql.conf.")
                        .build());
            } else {
                judge(context, check.of(expectation), expectation, outcome);
            }
        }
        return outcome.build();
    }

    private static Optional<String> obstacle(ClusterContext context) {
        if (context.cluster().hba().isEmpty()) {
            return Optional.of("pg_hba.conf is not in the directory");
        }
        if (!context.cluster().hba().get().isComplete()) {
            return Optional.of("pg_hba.conf includes files that are not in the linted directory");
        }
        return context.cluster().hba().get().loads()
                ? Optional.empty()
                : Optional.of("the server does not load pg_hba.conf as it is");
    }

    private static void judge(
            ClusterContext context,
            ExpectationCheck.Result result,
            Expectation expectation,
            RuleOutcome.Builder outcome) {
        Deciders against = result.against();
        boolean isViolated = false;
        for (Decider decider : against.all()) {
            if (decider.witness().certain()) {
                isViolated = true;
                outcome.add(finding(context, decider, result.expected(), expectation.place())
                        .build());
            }
        }
        if (!isViolated && !against.surelyNone()) {
            outcome.inconclusive(doubt(result.reachability(), against), Optional.of(expectation.place()));
        }
    }

    private static FindingBuilder finding(ClusterContext context, Decider decider, String expected, Location place) {
        String connection = decider.witness().connection().phrase();
        if (decider.record().isEmpty()) {
            return context.finding(
                            INFO, place, connection + " is refused, because no record matches; expected " + expected)
                    .about(expected);
        }
        String how = decider.decision().isReject()
                ? " is refused"
                : " is decided by \"" + decider.decision().phrase() + "\"";
        return context.finding(INFO, decider.record().get().location(), connection + how + "; expected " + expected)
                .related(place, "expected here")
                .about(expected);
    }

    private static String doubt(Reachability reachability, Deciders against) {
        return against.first()
                .flatMap(decider -> reachability.explain(decider.index(), decider.witness()))
                .flatMap(outcome ->
                        outcome.assumptions().stream().map(Assumption::phrase).findFirst())
                .map(assumption -> "what is expected does not hold if " + assumption)
                .orElse("whether what is expected holds could not be decided");
    }
}
