package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.policy.Expectation;
import io.github.pgmtls.lint.policy.Expectation.NobodyWithoutCertificate;
import io.github.pgmtls.lint.policy.Expectation.Using;
import io.github.pgmtls.lint.policy.Expectation.Who;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the records that decide connections otherwise than expected. */
final class ExpectationCheck {

    private static final String REPLICATION = "replication";
    private static final int ENOUGH = 16;

    private final ClusterContext context;
    private final List<HbaRecord> records;
    private final Surroundings surroundings;

    ExpectationCheck(ClusterContext context) {
        this.context = context;
        this.records = context.cluster().records();
        this.surroundings = context.possible();
    }

    /**
     * What came of it.
     *
     * @param against the records that decide otherwise
     * @param reachability what they are records of
     * @param expected what is expected, as a phrase
     */
    record Result(Deciders against, Reachability reachability, String expected) {}

    boolean needsTlsThatIsOff(Expectation expectation) {
        return expectation instanceof Using using
                && using.method() != AuthMethod.REJECT
                && context.cluster().tls().filter(on -> !on).isPresent();
    }

    Result of(Expectation expectation) {
        if (expectation instanceof Using using) {
            return using(using);
        }
        return nobody((NobodyWithoutCertificate) expectation);
    }

    private Result using(Using using) {
        Region everybody = Region.everything().toAllDatabases().from(List.of(new AddressPattern.Any()));
        Region region = using.method() == AuthMethod.REJECT ? overNetwork(everybody) : everybody.over(Transport.TLS);
        if (using.who().user().isPresent()) {
            region = region.ofUser(using.who().user().get());
        }
        if (using.who().database().isPresent()) {
            String name = using.who().database().get();
            region = name.equals(REPLICATION) ? region.forReplication() : region.toDatabase(name);
        }
        if (using.who().from().isPresent()) {
            region = region.from(List.of(using.who().from().get()));
        }
        Reachability reachability = Reachability.of(records, surroundings);
        return new Result(
                reachability.deciders(region, decision -> !isBy(using.method(), decision), ENOUGH),
                reachability,
                "\"" + using.method().keyword() + "\"");
    }

    private static boolean isBy(AuthMethod method, Decision decision) {
        boolean isTrustedCertificate =
                decision.method() == AuthMethod.TRUST && decision.clientCert() == ClientCert.VERIFY_FULL;
        return decision.method() == method || (method == AuthMethod.CERT && isTrustedCertificate);
    }

    /** Those who may are refused by records put before all others: what is left is decided as it was. */
    private Result nobody(NobodyWithoutCertificate expectation) {
        List<HbaRecord> all = new ArrayList<>(rejecting(expectation.except()));
        all.addAll(records);
        Reachability reachability = Reachability.of(all, surroundings);
        Region everybody = overNetwork(Region.everything().from(List.of(new AddressPattern.Any())));
        return new Result(
                reachability.deciders(everybody, Decision::admitsWithoutCertificate, ENOUGH),
                reachability,
                "nobody without a client certificate");
    }

    private static Region overNetwork(Region region) {
        return region.over(Transport.PLAIN, Transport.TLS, Transport.GSS);
    }

    private List<HbaRecord> rejecting(List<Who> except) {
        if (except.isEmpty()) {
            return List.of();
        }
        StringBuilder text = new StringBuilder();
        for (Who who : except) {
            text.append("host ")
                    .append(who.database().map(ExpectationCheck::database).orElse("all," + REPLICATION))
                    .append(' ')
                    .append(who.user().map(ExpectationCheck::quoted).orElse("all"))
                    .append(' ')
                    .append(who.from().map(ExpectationCheck::network).orElse("all"))
                    .append(" reject\n");
        }
        InMemoryTree none = InMemoryTree.of(Map.of());
        SourceFile file = SourceFile.of("expect", text.toString().getBytes(StandardCharsets.ISO_8859_1));
        return HbaFile.read(
                        file,
                        none,
                        ServerPaths.of(none, Map.of()),
                        context.cluster().server())
                .records();
    }

    private static String database(String name) {
        return name.equals(REPLICATION) ? name : quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String network(Network network) {
        return network.address() + "/" + network.mask().prefixLength();
    }
}
