package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RecordWords;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Clients on the network get in without TLS. */
final class PlaintextRecord extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "plaintext-record", Severity.WARNING, "clients on the network get in without TLS")
            .because("""
                    host and hostnossl records accept connections without TLS: whoever is on the way reads and alters \
                    everything, and the client cannot tell whether it talks to the server. One finding is for all such \
                    records of a server.""")
            .claim(Claim.LETS_IN)
            .remedy("Write hostssl instead of host, or put hostnossl all all all reject above.")
            .source("PostgreSQL documentation, section Secure TCP/IP Connections with SSL")
            .bad(Example.hba("host     all  all  10.0.0.0/8  scram-sha-256\n"))
            .good(Example.hba("hostssl  all  all  10.0.0.0/8  scram-sha-256\n"));

    /** Methods about which there is something worse to say. */
    private static final Set<AuthMethod> OTHERWISE = Set.of(AuthMethod.TRUST, AuthMethod.REJECT);

    private static final int MOST_RELATED = 10;

    PlaintextRecord() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Set<HbaRecord> blamed = new HashSet<>();
        for (CertificateDoors.Doors doors :
                CertificateDoors.of(context).byRecord().values()) {
            for (Decider door : doors.withoutTls().all()) {
                door.record().ifPresent(blamed::add);
            }
        }
        Deciders deciders = remote(context, Transport.PLAIN, PlaintextRecord::counts);
        List<HbaRecord> open = new ArrayList<>();
        for (Decider decider : deciders.all()) {
            decider.record()
                    .filter(record -> !context.isLocal(record) && !blamed.contains(record))
                    .ifPresent(open::add);
        }
        if (open.isEmpty()) {
            if (!deciders.complete()) {
                outcome.inconclusive("which records accept connections without TLS would take too long to decide");
            }
            return;
        }
        int more = open.size() - 1;
        String message = "clients on the network get in without TLS"
                + (more == 0 ? "" : ", here and by " + more + (more == 1 ? " more record" : " more records"));
        FindingBuilder finding =
                context.finding(INFO, open.get(0).typeLocation(), message).about(RecordWords.of(open));
        open.stream()
                .skip(1)
                .limit(MOST_RELATED)
                .forEach(record -> finding.related(record.typeLocation(), "this record, too"));
        outcome.add(finding.build());
    }

    private static boolean counts(Decision decision) {
        return !OTHERWISE.contains(decision.method()) && !CleartextPassword.carriesPassword(decision.method());
    }

    /** Returns the records that decide connections from anywhere over a transport in some way. */
    static Deciders remote(ClusterContext context, Transport transport, java.util.function.Predicate<Decision> wanted) {
        Region anywhere = Region.everything().over(transport).from(List.of(new AddressPattern.Any()));
        return context.reachability().deciders(anywhere, wanted);
    }
}
