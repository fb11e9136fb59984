package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Writes the XML that JUnit made common: a suite for each cluster, a test case in it for each rule, so that what passes
 * is seen too and names stay the same from run to run. What is severe enough to fail the build is a failure, other
 * findings are output of a case that passes, and what was not checked is skipped.
 */
final class JUnitReport {

    private final LintReport report;
    private final ReportOptions options;
    private final TextReport text;
    private final Places places;
    private final SortedMap<String, Suite> suites = new TreeMap<>();

    /** The test cases of a cluster by what they are about. */
    private static final class Suite {
        private final SortedMap<String, List<Finding>> findings = new TreeMap<>();
        private final SortedMap<String, List<NotChecked>> skipped = new TreeMap<>();

        private Collection<String> cases() {
            TreeSet<String> cases = new TreeSet<>(findings.keySet());
            cases.addAll(skipped.keySet());
            return cases;
        }

        private List<Finding> findings(String name) {
            return findings.getOrDefault(name, List.of());
        }

        private List<NotChecked> skipped(String name) {
            return skipped.getOrDefault(name, List.of());
        }
    }

    private JUnitReport(LintReport report, ReportOptions options) {
        this.report = report;
        this.options = options;
        this.places = new Places(options);
        this.text = new TextReport(new StringBuilder(), ReportOptions.PLAIN.withPrefix(options.prefix()));
    }

    static void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
        JUnitReport junit = new JUnitReport(report, options);
        junit.collect();
        Xml.write(out, junit::suites);
    }

    private void collect() {
        for (LintReport.ClusterSummary cluster : report.clusters()) {
            Suite suite = suites.computeIfAbsent(cluster.name(), name -> new Suite());
            report.rules().forEach(rule -> suite.findings.put(rule.id(), new ArrayList<>()));
        }
        for (Finding finding : report.findings()) {
            suites.computeIfAbsent(finding.cluster(), name -> new Suite())
                    .findings
                    .computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                    .add(finding);
        }
        for (Exempted item : report.exempted()) {
            skip(toSkip(item));
        }
        report.notChecked().forEach(this::skip);
    }

    private static NotChecked toSkip(Exempted item) {
        String how = item.by().isSuppression() ? "suppressed" : "in the baseline";
        String reason = item.reason().map(why -> how + ": " + why).orElse(how)
                + item.until().map(day -> " (until " + day + ")").orElse("");
        Finding finding = item.finding();
        return new NotChecked(finding.cluster(), finding.rule(), reason, Optional.of(finding.primary()));
    }

    private void skip(NotChecked item) {
        suites.computeIfAbsent(item.cluster(), name -> new Suite())
                .skipped
                .computeIfAbsent(item.subject(), subject -> new ArrayList<>())
                .add(item);
    }

    private boolean fails(Finding finding) {
        return options.failOn().filter(finding.severity()::isAtLeast).isPresent();
    }

    private boolean fails(Suite suite, String name) {
        return suite.findings(name).stream().anyMatch(this::fails);
    }

    private boolean isSkipped(Suite suite, String name) {
        return suite.findings(name).isEmpty() && suite.skipped.containsKey(name);
    }

    private void suites(Xml xml) throws XMLStreamException {
        xml.start("testsuites");
        for (Map.Entry<String, Suite> entry : suites.entrySet()) {
            // what belongs to no cluster has a suite of its own
            suite(xml, entry.getKey().isEmpty() ? "pgmtls" : "pgmtls." + entry.getKey(), entry.getValue());
        }
        xml.end();
    }

    private void suite(Xml xml, String className, Suite suite) throws XMLStreamException {
        Collection<String> cases = suite.cases();
        xml.start(
                "testsuite",
                "name",
                className,
                "tests",
                String.valueOf(cases.size()),
                "failures",
                String.valueOf(cases.stream().filter(name -> fails(suite, name)).count()),
                "errors",
                "0",
                "skipped",
                String.valueOf(
                        cases.stream().filter(name -> isSkipped(suite, name)).count()),
                "time",
                "0");
        for (String name : cases) {
            testCase(xml, className, name, suite);
        }
        xml.end();
    }

    private void testCase(Xml xml, String className, String name, Suite suite) throws XMLStreamException {
        List<Finding> failures =
                suite.findings(name).stream().filter(this::fails).toList();
        String output = output(suite, name);
        List<String> attributes = new ArrayList<>(List.of("classname", className, "name", name, "time", "0"));
        suite.findings(name).stream()
                .findFirst()
                .ifPresent(first -> attributes.addAll(List.of("file", places.rawPath(first.primary()))));
        xml.start("testcase", attributes.toArray(new String[0]));
        if (isSkipped(suite, name)) {
            xml.empty("skipped", "message", Visible.text(reasons(suite.skipped(name))));
        } else if (!failures.isEmpty()) {
            Finding first = failures.get(0);
            int more = failures.size() - 1;
            String message = Visible.text(first.message()) + (more > 0 ? " (and " + more + " more)" : "");
            xml.text(
                    "failure",
                    blocks(failures),
                    "message",
                    message,
                    "type",
                    first.severity().word());
        }
        if (!output.isEmpty()) {
            xml.text("system-out", output);
        }
        xml.end();
    }

    /** Returns what is to be said about a case that does not decide it. */
    private String output(Suite suite, String name) {
        List<Finding> others =
                suite.findings(name).stream().filter(finding -> !fails(finding)).toList();
        boolean isToldElsewhere = isSkipped(suite, name) || suite.skipped(name).isEmpty();
        return blocks(others) + (isToldElsewhere ? "" : "not checked: " + Visible.text(reasons(suite.skipped(name))));
    }

    private static String reasons(List<NotChecked> items) {
        return items.stream().map(NotChecked::reason).distinct().collect(Collectors.joining("; "));
    }

    private String blocks(List<Finding> findings) {
        return findings.stream().map(finding -> text.block(finding, false)).collect(Collectors.joining("\n"));
    }
}
