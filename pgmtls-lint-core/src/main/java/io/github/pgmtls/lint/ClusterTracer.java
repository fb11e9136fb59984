package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Trace.Ending;
import io.github.pgmtls.lint.Trace.Outcome;
import io.github.pgmtls.lint.access.Assumption;
import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.access.Fact;
import io.github.pgmtls.lint.access.FirstMatch;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.UnreadFile;
import io.github.pgmtls.lint.identity.CertificateCheck;
import io.github.pgmtls.lint.identity.Membership;
import io.github.pgmtls.lint.identity.UserNameMap;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows connections to one server that is started with the files of a cluster. */
final class ClusterTracer {

    private static final String TLS_IS_ON = "ssl is on";
    private static final String GSS_IS_BUILT_IN = "the server is built with GSSAPI";

    private final Cluster cluster;
    private final Surroundings surroundings;
    private final Handshakes handshakes;
    private final Optional<Ending> noServer;
    private final FirstMatch firstMatch;
    private final CertificateCheck check;
    private final List<UnreadFile> unread;
    private final List<String> versionTaken;

    ClusterTracer(Cluster cluster, Surroundings surroundings, Instant now) {
        this.cluster = cluster;
        this.surroundings = surroundings;
        TlsFiles files = new TlsFiles(cluster);
        this.handshakes = new Handshakes(cluster, files, now);
        this.noServer = ServerStartFailure.of(cluster, files);
        this.firstMatch = FirstMatch.of(cluster.records(), surroundings);
        this.check = new CertificateCheck(maps(cluster));
        this.versionTaken =
                cluster.isVersionDeclared() ? List.of() : List.of("the server is PostgreSQL " + cluster.version());
        this.unread = cluster.hba().map(HbaFile::unread).orElse(List.of());
    }

    /** Returns the maps of a server; none if it refuses its pg_ident.conf, and nothing if they are not known. */
    static Optional<UserNameMap> maps(Cluster cluster) {
        return cluster.ident()
                .filter(ident -> ident.isComplete() || !ident.loads())
                .map(ident -> UserNameMap.of(ident.loads() ? ident.mappings() : List.of(), cluster.version()));
    }

    /**
     * Follows a connection.
     *
     * @param chain the certificates that the client shows
     */
    Trace trace(TraceQuery query, List<Certificate> chain) {
        Connection connection = cluster.server().dbUserNamespace() ? query.namespacedConnection() : query.connection();
        List<Ending> endings = endings(connection, chain).stream()
                .map(ending -> ending.assuming(versionTaken))
                .toList();
        Outcome outcome = endings.get(0).outcome();
        if (endings.stream()
                .anyMatch(ending -> ending.outcome() != endings.get(0).outcome())) {
            outcome = Outcome.UNKNOWN;
        }
        return new Trace(
                connection, cluster.name(), cluster.version(), cluster.hba().map(HbaFile::file), outcome, endings);
    }

    private List<Ending> endings(Connection connection, List<Certificate> chain) {
        Optional<Ending> beforeAll = noServer.or(() -> noEncryption(connection.transport()));
        if (beforeAll.isPresent()) {
            return List.of(beforeAll.get());
        }
        List<String> taken = switch (connection.transport()) {
            case TLS -> cluster.tls().isPresent() ? List.of() : List.of(TLS_IS_ON);
            case GSS -> List.of(GSS_IS_BUILT_IN);
            case PLAIN, LOCAL -> List.of();
        };
        List<Handshake> possible = connection.transport() == Transport.TLS
                ? handshakes.with(chain)
                : List.of(Handshake.withoutRootStore());
        return inAll(connection, possible).stream()
                .map(ending -> ending.assuming(taken))
                .toList();
    }

    private Optional<Ending> noEncryption(Transport transport) {
        if (transport == Transport.TLS && cluster.tls().filter(on -> !on).isPresent()) {
            return Optional.of(Ending.refused(TraceReason.SSL_OFF, ServerWords.NO_TLS));
        }
        boolean gss =
                cluster.version().isAtLeast(12) && !cluster.server().without().contains(AuthMethod.GSS);
        return transport == Transport.GSS && !gss
                ? Optional.of(Ending.refused(TraceReason.GSS_OFF, ServerWords.NO_GSS))
                : Optional.empty();
    }

    /** Where the handshakes make no difference, nothing need be assumed about them. */
    private List<Ending> inAll(Connection connection, List<Handshake> handshakes) {
        List<List<Ending>> each = handshakes.stream()
                .map(handshake -> endings(connection, handshake))
                .toList();
        if (each.stream().allMatch(each.get(0)::equals)) {
            return each.get(0);
        }
        List<Ending> all = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            List<String> assumptions = handshakes.get(i).assumptions();
            each.get(i).forEach(ending -> all.add(ending.assuming(assumptions)));
        }
        return all;
    }

    private List<Ending> endings(Connection connection, Handshake handshake) {
        if (handshake.failure().isPresent()) {
            return List.of(handshake.failure().get());
        }
        if (cluster.hba().isEmpty()) {
            return List.of(Ending.of(Outcome.UNKNOWN, TraceReason.HBA_NOT_KNOWN));
        }
        ServerWords words = new ServerWords(connection, cluster.version());
        boolean identLoads = cluster.ident().map(IdentFile::loads).orElse(true);
        RecordStep step = new RecordStep(connection, handshake, check, identLoads, words);
        FirstMatch.Result result = firstMatch.decide(connection);
        List<Ending> endings = new ArrayList<>();
        for (io.github.pgmtls.lint.access.Outcome found : result.outcomes()) {
            Ending end = found.record()
                    .map(record -> step.end(record, under(found.assumptions())))
                    .orElseGet(() -> Ending.refused(TraceReason.IMPLICIT_REJECT, words.implicitReject()));
            endings.add(end.by(found.record(), found.skipped())
                    .assuming(
                            found.assumptions().stream().map(Assumption::phrase).toList()));
        }
        return unless(unreadBefore(result.last().record()), ordered(endings, result.complete()));
    }

    /** What is assumed to find a record holds for its map as well. */
    private Membership under(List<Assumption> assumptions) {
        return (user, role) -> assumptions.stream()
                .filter(assumption -> assumption.fact().equals(new Fact.Membership(user, role)))
                .findFirst()
                .map(Assumption::holds)
                .or(() -> surroundings.membership(user, role));
    }

    /** If all end alike, the one that assumes nothing positive comes first. */
    private static List<Ending> ordered(List<Ending> endings, boolean complete) {
        boolean alike = endings.stream().map(Ending::outcome).distinct().count() == 1;
        List<Ending> ordered = new ArrayList<>(endings);
        if (alike && complete) {
            ordered.add(0, ordered.remove(ordered.size() - 1));
        }
        if (!complete) {
            ordered.add(Ending.of(Outcome.UNKNOWN, TraceReason.RECORD_NOT_DECIDED));
        }
        return ordered;
    }

    /** Returns a file that is not known and may hold a record that decides before the given one. */
    private Optional<UnreadFile> unreadBefore(Optional<HbaRecord> last) {
        return unread.stream()
                .filter(file -> last.filter(record -> isBehind(file, record)).isEmpty())
                .findFirst();
    }

    private static boolean isBehind(UnreadFile file, HbaRecord record) {
        return file.place().file() == record.line().file()
                && file.place().span().start() >= record.line().span().end();
    }

    private static List<Ending> unless(Optional<UnreadFile> file, List<Ending> endings) {
        if (file.isEmpty()) {
            return endings;
        }
        String name = ByteText.decode(file.get().name());
        List<Ending> all = new ArrayList<>();
        endings.forEach(ending -> all.add(ending.assuming(List.of(name + " holds nothing that decides it"))));
        all.add(Ending.of(Outcome.UNKNOWN, TraceReason.HBA_NOT_KNOWN)
                .assuming(List.of(name + " holds something that decides it")));
        return all;
    }
}
