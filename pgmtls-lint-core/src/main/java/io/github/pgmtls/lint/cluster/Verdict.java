package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaLine;
import io.github.pgmtls.lint.config.HostsFile;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one version of the server says about the configuration files of a cluster: all that is kept of reading them as a
 * version that is not the one they are judged by.
 *
 * @param version the version
 * @param settings about its postgresql.conf
 * @param hba about its pg_hba.conf
 * @param ident about its pg_ident.conf
 * @param hosts about its pg_hosts.conf
 */
public record Verdict(
        PostgresVersion version, FileVerdict settings, FileVerdict hba, FileVerdict ident, FileVerdict hosts) {

    /**
     * What the server says about one file.
     *
     * @param isRefused whether there is such a file and the server does not take it
     * @param problems what it complains about
     * @param furtherProblems what it would complain about next in lines that were mended in the most likely way
     */
    public record FileVerdict(boolean isRefused, List<LoadProblem> problems, List<LoadProblem> furtherProblems) {

        private static final FileVerdict NONE = new FileVerdict(false, List.of(), List.of());

        public FileVerdict {
            problems = List.copyOf(problems);
            furtherProblems = List.copyOf(furtherProblems);
        }

        private static FileVerdict of(Settings settings) {
            return new FileVerdict(!settings.loads(), settings.problems(), List.of());
        }

        private static FileVerdict of(IdentFile ident) {
            return new FileVerdict(!ident.loads(), ident.problems(), List.of());
        }

        private static FileVerdict of(HostsFile hosts) {
            return new FileVerdict(!hosts.loads(), hosts.problems(), List.of());
        }

        private static FileVerdict of(HbaFile hba) {
            List<LoadProblem> further = new ArrayList<>();
            for (HbaLine line : hba.linesWithProblem()) {
                if (line.meant().isPresent()) {
                    further.addAll(line.meant().get().furtherProblems());
                }
            }
            return new FileVerdict(!hba.loads(), hba.problems(), further);
        }
    }

    static Verdict of(
            PostgresVersion version,
            Optional<Settings> settings,
            Optional<HbaFile> hba,
            Optional<IdentFile> ident,
            Optional<HostsFile> hosts) {
        return new Verdict(
                version,
                settings.isPresent() ? FileVerdict.of(settings.get()) : FileVerdict.NONE,
                hba.isPresent() ? FileVerdict.of(hba.get()) : FileVerdict.NONE,
                ident.isPresent() ? FileVerdict.of(ident.get()) : FileVerdict.NONE,
                hosts.isPresent() ? FileVerdict.of(hosts.get()) : FileVerdict.NONE);
    }
}
