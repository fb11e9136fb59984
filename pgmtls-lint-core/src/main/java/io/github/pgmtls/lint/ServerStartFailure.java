package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Trace.Ending;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HostsFile;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.config.Settings;
import java.util.Optional;

/**
 * Why a server does not come up with its files, so that nobody gets in. Source: {@code PostmasterMain} in
 * {@code src/backend/postmaster/postmaster.c} (10 to 19).
 */
final class ServerStartFailure {

    private ServerStartFailure() {}

    /** Returns the first failure, in the order of the server; files that are not in the directory are taken for good. */
    static Optional<Ending> of(Cluster cluster, TlsFiles files) {
        return settings(cluster)
                .or(() -> hosts(cluster))
                .or(() -> tlsFiles(cluster, files))
                .or(() -> hba(cluster));
    }

    private static Optional<Ending> settings(Cluster cluster) {
        Optional<Settings> failing = cluster.settings().filter(settings -> !settings.loads());
        return failing.map(settings -> Ending.refused(
                TraceReason.SETTINGS_DO_NOT_LOAD,
                settings.logged().stream()
                        .map(LoadProblem::message)
                        .findFirst()
                        .or(settings::fatal)
                        .orElse("")));
    }

    private static Optional<Ending> tlsFiles(Cluster cluster, TlsFiles files) {
        if (cluster.tls().filter(on -> on).isEmpty()) {
            return Optional.empty();
        }
        return files.views().stream()
                .filter(file -> file.loads().filter(loads -> !loads).isPresent())
                .findFirst()
                .map(file -> Ending.refused(
                        TraceReason.TLS_FILES_DO_NOT_LOAD, file.message().orElse("")));
    }

    private static Optional<Ending> hosts(Cluster cluster) {
        Optional<HostsFile> failing = cluster.hosts().filter(hosts -> !hosts.loads());
        return failing.filter(hosts -> cluster.tls().orElse(false))
                .map(hosts -> Ending.refused(
                        TraceReason.TLS_FILES_DO_NOT_LOAD,
                        hosts.problems().stream()
                                .map(LoadProblem::message)
                                .findFirst()
                                .orElse("could not load pg_hosts.conf")));
    }

    private static Optional<Ending> hba(Cluster cluster) {
        Optional<HbaFile> failing = cluster.hba().filter(hba -> !hba.loads());
        return failing.map(hba -> Ending.refused(
                TraceReason.HBA_DOES_NOT_LOAD,
                hba.problems().stream()
                        .filter(problem -> problem.kind().isFatal())
                        .map(LoadProblem::message)
                        .findFirst()
                        .orElse("could not load pg_hba.conf")));
    }
}
