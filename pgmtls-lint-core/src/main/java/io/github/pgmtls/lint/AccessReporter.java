package io.github.pgmtls.lint;

import io.github.pgmtls.lint.AccessReport.ClusterAccess;
import io.github.pgmtls.lint.AccessReport.Door;
import io.github.pgmtls.lint.AccessReport.Doors;
import io.github.pgmtls.lint.AccessReport.UserDoors;
import io.github.pgmtls.lint.access.Assumption;
import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.identity.UserNameMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells who gets into the servers of a directory, each started with the files that it has there. */
public final class AccessReporter {

    private final Cluster cluster;
    private final Surroundings surroundings;
    private final Reachability reachability;
    private final Optional<UserNameMap> maps;

    AccessReporter(Cluster cluster, List<HbaRecord> records, Surroundings surroundings) {
        this.cluster = cluster;
        this.surroundings = surroundings;
        this.reachability = Reachability.of(records, surroundings);
        this.maps = ClusterTracer.maps(cluster);
    }

    /**
     * Reports on a directory.
     *
     * @throws LintException as {@link Linter#lint}
     */
    public static AccessReport report(LintRequest request) {
        Workspace workspace = Workspace.open(request);
        return new AccessReport(workspace.clusters().stream()
                .map(cluster -> report(cluster, workspace))
                .toList());
    }

    private static ClusterAccess report(Cluster cluster, Workspace workspace) {
        Optional<String> obstacle = obstacle(cluster);
        if (obstacle.isPresent()) {
            return access(cluster, obstacle, Doors.NONE, List.of(), Doors.NONE);
        }
        AccessReporter reporter = new AccessReporter(cluster, cluster.records(), workspace.surroundings(cluster));
        Region everything = Region.everything();
        List<UserDoors> superusers = new ArrayList<>();
        for (String user : workspace.superusers(cluster)) {
            superusers.add(new UserDoors(
                    user, reporter.doors(everything.ofUser(user), d -> !d.isReject(), Optional.of(user))));
        }
        return access(
                cluster,
                obstacle,
                reporter.doors(everything, Decision::admitsWithoutCertificate, Optional.empty()),
                superusers,
                reporter.doors(everything.forReplication(), d -> !d.isReject(), Optional.empty()));
    }

    private static ClusterAccess access(
            Cluster cluster,
            Optional<String> obstacle,
            Doors withoutCertificate,
            List<UserDoors> superusers,
            Doors replication) {
        return new ClusterAccess(
                cluster.name(),
                cluster.version(),
                cluster.isVersionDeclared(),
                obstacle,
                withoutCertificate,
                superusers,
                replication);
    }

    /** Returns why nobody gets in, or why that cannot be told. */
    static Optional<String> obstacle(Cluster cluster) {
        if (cluster.hba().isEmpty()) {
            return Optional.of("pg_hba.conf is not in the directory");
        }
        if (!cluster.hba().get().isComplete()) {
            return Optional.of("pg_hba.conf includes files that are not in the directory");
        }
        return ServerStartFailure.of(cluster, new TlsFiles(cluster))
                .map(failure ->
                        "the server does not start: " + failure.serverMessage().orElse(""));
    }

    /** Returns the records that decide connections of a region and let somebody in; as a certain user, if one is given. */
    Doors doors(Region region, Predicate<Decision> wanted, Optional<String> user) {
        Deciders deciders = reachability.deciders(region, wanted);
        List<Door> doors = new ArrayList<>();
        for (Decider decider : deciders.all()) {
            decider.record()
                    .filter(record -> mayVerify(record) && mayAdmit(record, user))
                    .ifPresent(record -> doors.add(door(record, decider, user)));
        }
        return new Doors(doors, deciders.complete());
    }

    private Door door(HbaRecord record, Decider decider, Optional<String> user) {
        List<String> assumptions = reachability
                .explain(decider.index(), decider.witness())
                .map(outcome ->
                        outcome.assumptions().stream().map(Assumption::phrase).toList())
                .orElse(List.of());
        return new Door(
                record,
                decider.decision(),
                user.map(name -> rows(record, name)).orElse(List.of()),
                decider.witness().connection(),
                assumptions);
    }

    /** Nobody can show a certificate to a server that surely has no root store. */
    private boolean mayVerify(HbaRecord record) {
        boolean surelyNoStore = cluster.settings()
                        .flatMap(s -> s.effective("ssl_ca_file"))
                        .filter(EffectiveSetting::isCertain)
                        .isPresent()
                && cluster.file(Role.CLIENT_CA).isEmpty();
        return !record.demandsCertificate() || !surelyNoStore;
    }

    private boolean mayAdmit(HbaRecord record, Optional<String> user) {
        boolean byMap =
                record.clientCert() == ClientCert.VERIFY_FULL && record.map().isPresent() && maps.isPresent();
        return !byMap || user.isEmpty() || !rows(record, user.get()).isEmpty();
    }

    private List<IdentMapping> rows(HbaRecord record, String user) {
        return record.clientCert() == ClientCert.VERIFY_FULL && record.map().isPresent()
                ? maps.map(known -> known.rowsFor(record.map().get(), user, surroundings::membership))
                        .orElse(List.of())
                : List.of();
    }
}
