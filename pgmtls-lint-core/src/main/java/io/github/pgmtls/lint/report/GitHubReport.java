package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.source.Position;
import java.io.IOException;
import java.util.List;

/**
 * Writes workflow commands, which a runner of GitHub Actions turns into annotations where they reach the output of a
 * step, at the start of a line. It shows ten of each kind in a step, so the most severe come first and no more than
 * that are written; a notice then says how many there are.
 */
final class GitHubReport {

    private static final int MOST_OF_A_KIND = 10;

    private final Appendable out;
    private final Places places;

    GitHubReport(Appendable out, ReportOptions options) {
        this.out = out;
        this.places = new Places(options);
    }

    void write(LintReport report) throws IOException {
        for (Severity severity : Severity.values()) {
            List<Finding> shown = report.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .limit(severity == Severity.INFO ? MOST_OF_A_KIND - 1 : MOST_OF_A_KIND)
                    .toList();
            for (Finding finding : shown) {
                command(finding);
            }
        }
        out.append("::notice title=").append(ToolVersion.NAME).append("::").append(data(Summary.of(report)));
        out.append('\n');
    }

    private void command(Finding finding) throws IOException {
        Location place = finding.primary();
        out.append("::").append(kind(finding.severity())).append(" file=").append(property(places.path(place)));
        if (CodeFrame.hasPart(place)) {
            Position start = place.start();
            Position end = place.end();
            out.append(",line=" + start.line() + ",endLine=" + end.line());
            // a runner refuses columns where there are several lines
            if (start.line() == end.line()) {
                out.append(",col=" + start.column() + ",endColumn=" + end.column());
            }
        }
        out.append(",title=").append(property(Visible.escape(finding.rule())));
        out.append("::").append(data(Visible.textWithHint(finding))).append('\n');
    }

    private static String kind(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.word();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
