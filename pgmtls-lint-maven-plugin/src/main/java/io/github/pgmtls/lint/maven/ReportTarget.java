package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A report that is asked for.
 *
 * @param format its form
 * @param file where it goes; if empty, to the log, or to the output where only that is read
 */
record ReportTarget(ReportFormat format, Optional<Path> file) {

    /** Reads a list of {@code format} or {@code format=file}. */
    static List<ReportTarget> parse(List<String> reports, ReportFiles files) throws MojoExecutionException {
        List<ReportTarget> targets = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (String report : reports) {
            ReportTarget target = parse(report, files);
            if (!taken.add(target.file.isPresent() ? target.file : target.format)) {
                throw new MojoExecutionException("pgmtls.reports is \"" + String.join(",", reports)
                        + "\"; two of these go to "
                        + target.file.map(Path::toString).orElse("the log"));
            }
            targets.add(target);
        }
        return targets;
    }

    private static ReportTarget parse(String report, ReportFiles files) throws MojoExecutionException {
        int equals = report.indexOf('=');
        String name = (equals < 0 ? report : report.substring(0, equals)).strip();
        String file = equals < 0 ? "" : report.substring(equals + 1).strip();
        Optional<ReportFormat> known = ReportFormat.byName(name);
        if (known.isEmpty() || (equals >= 0 && file.isEmpty())) {
            throw new MojoExecutionException("pgmtls.reports holds \"" + report
                    + "\"; write format or format=file, where the format is one of " + formats());
        }
        ReportFormat format = known.get();
        if (!file.isEmpty()) {
            return new ReportTarget(format, Optional.of(files.named(file, "pgmtls.reports")));
        }
        boolean isRead = format == ReportFormat.TEXT || format == ReportFormat.GITHUB;
        return new ReportTarget(
                format, isRead ? Optional.empty() : Optional.of(files.unnamed(format.defaultFileName())));
    }

    private static String formats() {
        return Arrays.stream(ReportFormat.values())
                .map(ReportFormat::formatName)
                .collect(Collectors.joining(", "));
    }
}
