package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import java.io.IOException;

/**
 * Writes a summary in GitHub Flavored Markdown, made for {@code $GITHUB_STEP_SUMMARY} and comments on merge requests:
 * the numbers, and the most severe findings in a table. What comes from files is text and no markup.
 */
final class MarkdownReport {

    private static final int MOST_ROWS = 200;

    private final Appendable out;
    private final Places places;

    MarkdownReport(Appendable out, ReportOptions options) {
        this.out = out;
        this.places = new Places(options);
    }

    void write(LintReport report) throws IOException {
        out.append("### ")
                .append(ToolVersion.NAME)
                .append("\n\n")
                .append(Summary.of(report))
                .append('\n');
        if (!report.findings().isEmpty()) {
            out.append("\n| | where | what | rule |\n| --- | --- | --- | --- |\n");
            int left = MOST_ROWS;
            for (Severity severity : Severity.values()) {
                left -= rows(report, severity, left);
            }
            int more = report.findings().size() - MOST_ROWS;
            out.append(more > 0 ? "\nand " + more + " more\n" : "");
        }
        if (!report.notChecked().isEmpty()) {
            out.append("\nNot checked:\n\n")
                    .append(NotCheckedText.of(
                            report.notChecked(), report.clusters().size() > 1, places, MarkdownReport::escape));
        }
    }

    private int rows(LintReport report, Severity severity, int most) throws IOException {
        int rows = 0;
        for (Finding finding : report.findings()) {
            if (finding.severity() == severity && rows < most) {
                rows++;
                out.append("| ").append(severity.word());
                out.append(" | ").append(escape(places.text(finding.primary())));
                out.append(" | ").append(escape(Visible.text(finding.message())));
                out.append(" | ").append(escape(Visible.escape(finding.rule()))).append(" |\n");
            }
        }
        return rows;
    }

    /** Puts a backslash before all ASCII punctuation that can mean something (CommonMark, section 2.4). */
    static String escape(String visible) {
        StringBuilder out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            // the colon of a URL too, which would become a link
            if ("\\`*_{}[]<>()#+!|~&@".indexOf(c) >= 0 || visible.startsWith("://", i)) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
