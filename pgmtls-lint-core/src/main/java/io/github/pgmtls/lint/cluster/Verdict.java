package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaLine;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.postgres.PostgresVersion;
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
 */
public record Verdict(PostgresVersion version, FileVerdict settings, FileVerdict hba, FileVerdict ident) {

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

        private static FileVerdict of(HbaFile hba) {
            List<LoadProblem> further = hba.linesWithProblem().stream()
                    .flatMap(line -> line.meant().map(HbaLine.MeantRecord::furtherProblems).stream())
                    .flatMap(List::stream)
                    .toList();
            return new FileVerdict(!hba.loads(), hba.problems(), further);
        }
    }

    static Verdict of(
            PostgresVersion version, Optional<Settings> settings, Optional<HbaFile> hba, Optional<IdentFile> ident) {
        return new Verdict(
                version,
                settings.map(FileVerdict::of).orElse(FileVerdict.NONE),
                hba.map(FileVerdict::of).orElse(FileVerdict.NONE),
                ident.map(FileVerdict::of).orElse(FileVerdict.NONE));
    }
}
