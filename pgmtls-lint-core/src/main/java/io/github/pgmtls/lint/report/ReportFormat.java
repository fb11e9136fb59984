package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import java.io.IOException;
import java.util.Optional;

/** The forms in which a report can be written. What is found never depends on the form. */
public enum ReportFormat implements NamedFormat {
    /** For people, in a terminal: each finding with the lines it is about. */
    TEXT("pgmtls.txt") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            new TextReport(out, options).write(report);
        }
    },
    /**
     * For programs: everything the report holds, as {@code pgmtls-report/1}. Its fields are described by the JSON schema
     * {@code pgmtls-report-1.schema.json} beside this class.
     */
    JSON("pgmtls.json") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            JsonReport.write(report, out);
        }
    },
    /** For code scanning: SARIF 2.1.0 as GitHub reads it. */
    SARIF("pgmtls.sarif") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            SarifReport.write(report, out, options);
        }
    },
    /** For the test results of a build server: a test case for each rule and cluster. */
    JUNIT("TEST-pgmtls.xml") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            JUnitReport.write(report, out, options);
        }
    },
    /** For the output of a step of GitHub Actions: workflow commands, which become annotations. */
    GITHUB("pgmtls-github.txt") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            new GitHubReport(out, options).write(report);
        }
    },
    /** For the merge request widget of GitLab: a code quality report. */
    GITLAB("gl-code-quality-report.json") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            GitLabReport.write(report, out, options);
        }
    },
    /** For the many programs that read the results of Checkstyle. */
    CHECKSTYLE("checkstyle-result.xml") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            CheckstyleReport.write(report, out, options);
        }
    },
    /** For editors: a line for each finding, as compilers write it. */
    GNU("pgmtls-gnu.txt") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            new GnuReport(out, options).write(report);
        }
    },
    /** For comments and the summary of a GitHub step: a table. */
    MARKDOWN("pgmtls.md") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            new MarkdownReport(out, options).write(report);
        }
    },
    /** For people who want to see it: one page with all in it that shows who gets in, and by which records. */
    HTML("pgmtls.html") {
        @Override
        public void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
            HtmlReport.write(report, out, options);
        }
    };

    private final String defaultFileName;

    ReportFormat(String defaultFileName) {
        this.defaultFileName = defaultFileName;
    }

    /** Returns the format of a name as {@link #formatName()} gives it, in any case. */
    public static Optional<ReportFormat> byName(String name) {
        return NamedFormat.byName(ReportFormat.class, name);
    }

    @Override
    public String defaultFileName() {
        return defaultFileName;
    }

    /**
     * Writes a report; in UTF-8 if the target is bytes. Equal reports and options give equal text.
     *
     * @throws IOException if {@code out} throws it
     */
    public abstract void write(LintReport report, Appendable out, ReportOptions options) throws IOException;
}
