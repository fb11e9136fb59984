package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.source.Position;
import java.io.IOException;

/**
 * Writes one line for each finding as compilers do ({@code file:line:column: error: message [rule]}; GNU coding
 * standards, "Formatting Error Messages"), which editors and build servers know without being told.
 */
final class GnuReport {

    private final Appendable out;
    private final Places places;

    GnuReport(Appendable out, ReportOptions options) {
        this.out = out;
        this.places = new Places(options);
    }

    void write(LintReport report) throws IOException {
        for (Finding finding : report.findings()) {
            line(finding.primary(), kind(finding.severity()), finding.message(), finding.rule());
            for (Location related : finding.related()) {
                line(related, "note", related.label().isEmpty() ? "see here" : related.label(), finding.rule());
            }
        }
        for (NotChecked item : report.notChecked()) {
            String reason = "not checked: " + item.reason();
            if (item.place().isPresent()) {
                line(item.place().get(), "note", reason, item.subject());
            } else {
                out.append(ToolVersion.NAME).append(": note: ").append(message(reason, item.subject()));
            }
        }
    }

    private void line(Location place, String kind, String message, String subject) throws IOException {
        Position start = place.start();
        String path = places.path(place);
        // a runner of GitHub Actions would take a line that starts with :: for a command
        boolean mightBeCommand = path.startsWith(":") || path.startsWith(" ");
        out.append(mightBeCommand ? "./" : "")
                .append(path)
                .append(":" + start.line() + ":" + start.column() + ": " + kind + ": ")
                .append(message(message, subject));
    }

    private static String message(String message, String subject) {
        return Visible.text(message) + " [" + Visible.escape(subject) + "]\n";
    }

    private static String kind(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }
}
