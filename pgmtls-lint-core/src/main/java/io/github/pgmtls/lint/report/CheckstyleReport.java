package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.source.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Writes the result file of Checkstyle, which most build servers and review tools read. */
final class CheckstyleReport {

    private CheckstyleReport() {}

    static void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
        Places places = new Places(options);
        Map<String, List<Finding>> files = new LinkedHashMap<>();
        report.findings()
                .forEach(finding -> files.computeIfAbsent(places.rawPath(finding.primary()), path -> new ArrayList<>())
                        .add(finding));
        Xml.write(out, xml -> {
            xml.start("checkstyle", "version", "8.0");
            for (Map.Entry<String, List<Finding>> file : files.entrySet()) {
                xml.start("file", "name", file.getKey());
                for (Finding finding : file.getValue()) {
                    error(xml, finding);
                }
                xml.end();
            }
            xml.end();
        });
    }

    private static void error(Xml xml, Finding finding) throws XMLStreamException {
        Position start = finding.primary().start();
        xml.empty(
                "error",
                "line",
                String.valueOf(start.line()),
                "column",
                String.valueOf(start.column()),
                "severity",
                finding.severity().word(),
                "message",
                Visible.textWithHint(finding),
                "source",
                "pgmtls." + finding.rule());
    }
}
