package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Trace.Outcome;
import io.github.pgmtls.lint.TraceClients.Client;
import io.github.pgmtls.lint.TraceScenario.Attempt;
import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.access.Roles;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.access.Witness;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ClusterDefinition;
import io.github.pgmtls.lint.cluster.ClusterLoader;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.postgres.LoginAttempt;
import io.github.pgmtls.lint.testing.postgres.LoginOutcome;
import io.github.pgmtls.lint.testing.postgres.LoginOutcome.Kind;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.Reload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A real server and the linter with the same configuration, asked about the same connections. */
final class TraceServer {

    private static final Surroundings KNOWN =
            Surroundings.unknown().withRoles(Roles.of(TraceScenario.ROLES)).withInterfaces(List.of());

    private final RealPostgres server;
    private final Map<String, String> files;
    private final Cluster cluster;
    private final ClusterTracer tracer;

    /** Knows nothing of roles and interfaces. */
    private final ClusterTracer ignorant;

    private TraceServer(RealPostgres server, Map<String, String> files, Cluster cluster) {
        this.server = server;
        this.files = files;
        this.cluster = cluster;
        this.tracer = new ClusterTracer(cluster, KNOWN, TraceClients.NOW);
        this.ignorant = new ClusterTracer(cluster, Surroundings.unknown(), TraceClients.NOW);
    }

    /** Gives a server certificates and roles. */
    static void prepare(RealPostgres server) {
        certificates().forEach(server::write);
        TraceScenario.ROLES.forEach((role, memberOf) -> {
            if (!role.equals("postgres")) {
                server.query("create role \"" + role + "\" login");
            }
            memberOf.forEach(group -> server.query("grant \"" + group + "\" to \"" + role + "\""));
        });
        server.query("alter role app noinherit");
    }

    private static Map<String, String> certificates() {
        return Map.of(
                "server.key", TraceClients.SERVER.keyPem(),
                "server.crt", TraceClients.SERVER.pem(),
                "root.crt", TraceClients.ROOT.pem(),
                "root.crl", TraceClients.REVOCATION_LISTS);
    }

    /** Loads a configuration; nothing if neither the linter nor the server takes it. */
    static Optional<TraceServer> load(RealPostgres server, Map<String, String> files) {
        Cluster cluster = cluster(server, files);
        boolean taken = cluster.hba().filter(HbaFile::loads).isPresent()
                && cluster.ident().filter(ident -> ident.loads()).isPresent();
        files.forEach(server::write);
        Reload reload = server.reload();
        if (taken != (reload.hbaAccepted() && reload.identAccepted()) || !reload.tlsAccepted()) {
            throw new AssertionError("the linter " + (taken ? "takes" : "refuses") + "\n" + files + "\n" + reload);
        }
        return taken ? Optional.of(new TraceServer(server, files, cluster)) : Optional.empty();
    }

    private static Cluster cluster(RealPostgres server, Map<String, String> files) {
        Map<String, String> all = new LinkedHashMap<>(certificates());
        all.putAll(files);
        List<SourceFile> sources = all.entrySet().stream()
                .map(file -> SourceFile.of(file.getKey(), file.getValue().getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
        InMemoryTree tree = InMemoryTree.ofFiles(sources);
        ClusterDefinition definition = new ClusterDefinition(
                ".",
                "",
                Optional.of(server.version()),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of());
        return new ClusterLoader(tree, ServerPaths.of(tree, Map.of())).load(definition, List.copyOf(all.keySet()));
    }

    /** Returns an example of the connections that each record decides, among those that can be made here. */
    List<Attempt> examples() {
        Reachability reachability = Reachability.of(cluster.records(), KNOWN);
        List<AddressPattern> here = List.of(
                AddressPattern.LOCAL,
                new AddressPattern.Network(IpAddress.v4(0x7f00_0001L), IpAddress.mask(false, 8)),
                new AddressPattern.Network(new IpAddress(true, 0, 1), IpAddress.mask(true, 128)));
        boolean tls = cluster.tls().orElse(false);
        Region region = Region.everything()
                .over(
                        tls
                                ? new Transport[] {Transport.LOCAL, Transport.PLAIN, Transport.TLS}
                                : new Transport[] {Transport.LOCAL, Transport.PLAIN})
                .from(here);
        List<Attempt> examples = new ArrayList<>();
        reachability.deciders(region, decision -> true).all().forEach(decider -> {
            if (decider.witness().certain()) {
                examples.add(example(decider.witness()));
                Trace trace = tracer.trace(examples.get(examples.size() - 1).query(), List.of());
                if (!trace.ending().record().equals(decider.record())) {
                    throw new AssertionError("the trace of an example: " + trace + "\n" + files);
                }
            }
        });
        return examples;
    }

    private static Attempt example(Witness witness) {
        Connection connection = witness.connection();
        TraceQuery query = new TraceQuery(
                Optional.empty(),
                connection.transport(),
                connection.user(),
                connection.database(),
                connection.address(),
                connection.isReplication(),
                Optional.empty());
        return new Attempt(query, Optional.empty());
    }

    /** Returns why a connection ends as it does. */
    TraceReason reason(Attempt attempt) {
        return trace(attempt).ending().reason();
    }

    private Trace trace(Attempt attempt) {
        return tracer.trace(attempt.query(), attempt.client().map(Client::chain).orElse(List.of()));
    }

    /** Tries a connection, and returns how server and trace disagree, if they do. */
    Optional<String> compare(Attempt attempt, TraceTally tally) {
        Trace trace = trace(attempt);
        LoginOutcome outcome = server.attempt(login(attempt));
        tally.attempt(trace.ending().reason());
        Optional<String> difference = difference(trace, outcome, tally).or(() -> guess(attempt, outcome));
        return difference.map(what -> what + "\n" + attempt.query() + " with " + attempt.client() + "\n" + files
                + "\ntrace " + trace.outcome() + " "
                + trace.endings().stream().map(TraceServer::shown).toList()
                + "\nserver " + server.version() + " " + outcome);
    }

    private static String shown(Trace.Ending ending) {
        return ending.outcome() + " " + ending.reason().word() + " line "
                + ending.record().map(record -> record.lineNumber()).orElse(0) + " " + ending.serverMessage()
                + ending.assumptions();
    }

    private static LoginAttempt login(Attempt attempt) {
        TraceQuery query = attempt.query();
        LoginAttempt login = switch (query.transport()) {
            case LOCAL -> LoginAttempt.local(query.user());
            case PLAIN -> LoginAttempt.plain(query.user());
            case TLS -> LoginAttempt.tls(query.user());
            case GSS -> throw new IllegalArgumentException("not here");
        };
        login = login.to(query.database().orElse(""));
        if (query.address().isPresent()) {
            login = login.from(query.address().get().toString());
        }
        if (query.replication()) {
            login = login.withReplication("true");
        }
        return attempt.client().isPresent() ? login.with(attempt.client().get().identity()) : login;
    }

    /** Where less is known, what happens must still be among what can happen. Users are then taken to exist. */
    private Optional<String> guess(Attempt attempt, LoginOutcome outcome) {
        Trace trace = ignorant.trace(
                attempt.query(), attempt.client().map(Client::chain).orElse(List.of()));
        boolean possible =
                trace.endings().stream().anyMatch(ending -> kinds(ending).contains(outcome.kind()));
        return possible || !TraceScenario.ROLES.containsKey(attempt.query().user())
                ? Optional.empty()
                : Optional.of("a guess where roles are not known: " + trace);
    }

    private static Optional<String> difference(Trace trace, LoginOutcome outcome, TraceTally tally) {
        Trace.Ending ending = trace.ending();
        boolean byOthers = ending.reason() == TraceReason.PEER_NOT_KNOWN;
        if (byOthers != (trace.outcome() == Outcome.UNKNOWN) || !kinds(ending).contains(outcome.kind())) {
            return Optional.of("different outcomes");
        }
        OptionalInt line = outcome.matchedLine();
        if (line.isPresent()) {
            tally.line();
            if (ending.record().map(record -> record.lineNumber()).orElse(0) != line.getAsInt()) {
                return Optional.of("different records");
            }
        }
        boolean said = ending.serverMessage().isEmpty()
                || trace.outcome() == Outcome.CHALLENGED
                || outcome.kind() == Kind.NO_TLS
                || outcome.log().stream()
                        .anyMatch(entry ->
                                entry.message().equals(ending.serverMessage().get()));
        return said ? Optional.empty() : Optional.of("different messages");
    }

    private static Set<Kind> kinds(Trace.Ending ending) {
        return switch (ending.outcome()) {
            case ACCEPTED -> Set.of(Kind.ACCEPTED);
            case CHALLENGED -> Set.of(Kind.CHALLENGED);
            case UNKNOWN -> Set.of(Kind.ACCEPTED, Kind.REFUSED);
            case REFUSED ->
                switch (ending.reason()) {
                    case SSL_OFF -> Set.of(Kind.NO_TLS);
                    case UNTRUSTED_CERTIFICATE -> Set.of(Kind.TLS_FAILED);
                    case NAME_CONTAINS_NUL -> Set.of(Kind.DROPPED, Kind.TLS_FAILED);
                    default -> Set.of(Kind.REFUSED);
                };
        };
    }
}
