package io.github.pgmtls.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lints a directory. */
public final class Linter {

    private Linter() {}

    /**
     * Looks for clusters in a directory and below.
     *
     * @throws LintException if the directory cannot be read
     */
    public static LintReport lint(LintRequest request) {
        Path top = request.directory();
        try (Stream<Path> paths = Files.walk(top)) {
            List<LintReport.ClusterSummary> clusters = paths.filter(Linter::isClusterFile)
                    .map(Path::getParent)
                    .map(directory -> top.relativize(directory).toString().replace('\\', '/'))
                    .distinct()
                    .sorted()
                    .map(directory -> new LintReport.ClusterSummary(
                            directory.isEmpty() ? "." : directory, directory, request.postgresql()))
                    .toList();
            return new LintReport(clusters, List.of(), List.of(), new LintReport.Coverage(0, 0, 0));
        } catch (IOException e) {
            throw new LintException(top + " cannot be read; name a directory that can", e);
        }
    }

    private static boolean isClusterFile(Path path) {
        String name =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        return name.equals("pg_hba.conf") || name.equals("postgresql.conf");
    }
}
