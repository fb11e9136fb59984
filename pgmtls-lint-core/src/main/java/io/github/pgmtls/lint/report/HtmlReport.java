package io.github.pgmtls.lint.report;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import io.github.pgmtls.lint.ClusterOverview;
import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintReport.ClusterSummary;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.output.AppendableWriter;

/**
 * Writes one page of HTML that needs nothing else: no network, no script. It shows who gets in and how before it tells
 * what is wrong. The templates are in {@code src/main/jte}; they escape by context whatever they are given, which has
 * been made {@linkplain Visible visible} before.
 */
final class HtmlReport {

    /** Of more clusters than these, only the findings are shown. */
    private static final int MOST_OVERVIEWS = 200;

    /** Once so many records have been drawn, no more are: a browser has to open the page. */
    private static final int MOST_RECORDS = 10_000;

    private static final Comparator<HtmlPage.Row> WORST_FIRST = Comparator.comparingLong(HtmlPage.Row::errors)
            .thenComparingLong(HtmlPage.Row::warnings)
            .thenComparingLong(HtmlPage.Row::infos)
            .reversed();

    /** Would be told of forms, of which there are none. */
    private static final HtmlInterceptor NO_FORMS = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput out) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput out) {}
    };

    private final LintReport report;
    private final ReportOptions options;
    private final Places places;
    private final HtmlFindings findings;
    private final Map<String, List<Exempted>> exempt = new HashMap<>();

    private HtmlReport(LintReport report, ReportOptions options) {
        this.report = report;
        this.options = options;
        this.places = new Places(options);
        this.findings = new HtmlFindings(places);
    }

    static void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
        try (Writer writer = new AppendableWriter<>(out);
                Stream<ClusterOverview> overviews = report.overviews().all()) {
            HtmlPage page = new HtmlReport(report, options).page(overviews.iterator());
            JtepageGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(writer)), NO_FORMS, page);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private HtmlPage page(Iterator<ClusterOverview> overviews) {
        Map<String, List<Finding>> byCluster = new HashMap<>();
        report.clusters().forEach(cluster -> byCluster.put(cluster.name(), new ArrayList<>()));
        List<Finding> ofNone = new ArrayList<>();
        report.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(finding ->
                        byCluster.getOrDefault(finding.cluster(), ofNone).add(finding));
        for (Exempted item : report.exempted()) {
            exempt.computeIfAbsent(item.finding().cluster(), name -> new ArrayList<>())
                    .add(item);
        }
        List<HtmlPage.Row> rows = new ArrayList<>();
        report.clusters()
                .forEach(cluster ->
                        rows.add(row(rows.size() + 1, cluster, byCluster.getOrDefault(cluster.name(), List.of()))));
        List<Finding> shown = findings.select(ofNone);
        List<HtmlPage.Row> table = new ArrayList<>(rows);
        table.sort(WORST_FIRST);
        return new HtmlPage(
                ToolVersion.VERSION,
                verdict(report.findings(), !report.notChecked().isEmpty()),
                Summary.of(report),
                table,
                () -> clusters(rows, overviews, byCluster),
                findings.of("r", shown, ofNone.size() - shown.size(), List.of()),
                findings.exempt(exemptOfNone()),
                notChecked());
    }

    private HtmlPage.Row row(int number, ClusterSummary cluster, List<Finding> own) {
        boolean open =
                report.notChecked().stream().anyMatch(item -> item.cluster().equals(cluster.name()));
        return new HtmlPage.Row(
                "c" + number,
                Visible.text(cluster.name()),
                cluster.directory().isEmpty()
                        ? "the top directory"
                        : Visible.text(places.prefix() + cluster.directory()),
                cluster.name(),
                cluster.postgresql().map(v -> "PostgreSQL " + v).orElse("no version declared"),
                verdict(own, open),
                count(own, Severity.ERROR),
                count(own, Severity.WARNING),
                count(own, Severity.INFO),
                exempt.getOrDefault(cluster.name(), List.of()).size());
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    private HtmlPage.Verdict verdict(List<Finding> own, boolean open) {
        Optional<Severity> failOn = options.failOn();
        boolean fails = own.stream()
                .anyMatch(f -> failOn.filter(f.severity()::isAtLeast).isPresent());
        boolean hasErrors = count(own, Severity.ERROR) > 0;
        if (fails || hasErrors) {
            return new HtmlPage.Verdict("error", fails ? "Fails" : "Has errors");
        }
        if (!own.isEmpty()) {
            return new HtmlPage.Verdict("warning", "Passes, with findings");
        }
        return open ? new HtmlPage.Verdict("info", "Passes, not all checked") : new HtmlPage.Verdict("good", "Passes");
    }

    /** Overviews are in the order of the clusters, and made one by one while the page is written. */
    private Iterator<HtmlCluster> clusters(
            List<HtmlPage.Row> rows, Iterator<ClusterOverview> overviews, Map<String, List<Finding>> byCluster) {
        Iterator<HtmlPage.Row> next = rows.iterator();
        return new Iterator<>() {
            private int seen;
            private int records;

            @Override
            public boolean hasNext() {
                return next.hasNext();
            }

            @Override
            public HtmlCluster next() {
                HtmlPage.Row row = next.next();
                boolean isTooMany = seen++ >= MOST_OVERVIEWS || records >= MOST_RECORDS;
                boolean isDrawn = !isTooMany && overviews.hasNext();
                Optional<ClusterOverview> overview = isDrawn ? Optional.of(overviews.next()) : Optional.empty();
                records += overview.map(own -> own.records().size()).orElse(0);
                return cluster(row, isTooMany, overview, byCluster.getOrDefault(row.name(), List.of()));
            }
        };
    }

    private HtmlCluster cluster(
            HtmlPage.Row row, boolean isTooMany, Optional<ClusterOverview> overview, List<Finding> own) {
        List<Finding> shown = findings.select(own);
        Optional<HtmlRecords> records = overview.map(o -> HtmlRecords.of(row.id(), o, shown, places))
                .filter(r -> !r.rows().isEmpty());
        return new HtmlCluster(
                row,
                isTooMany,
                overview.flatMap(ClusterOverview::obstacle).map(Visible::text).orElse(""),
                overview.map(o -> HtmlMatrix.of(row.id(), o)),
                records,
                overview.filter(o -> !o.view().certificates().isEmpty()).map(o -> HtmlTrust.of(row.id(), o)),
                overview.filter(o -> !o.view().certificates().isEmpty()).map(HtmlTimeline::of),
                findings.of(
                        row.id(),
                        shown,
                        own.size() - shown.size(),
                        overview.map(ClusterOverview::records).orElse(List.of())),
                findings.exempt(exempt.getOrDefault(row.name(), List.of())),
                NotCheckedText.items(
                        report.notChecked().stream()
                                .filter(item -> item.cluster().equals(row.name()))
                                .toList(),
                        false,
                        places));
    }

    private List<Exempted> exemptOfNone() {
        Set<String> names = report.clusters().stream().map(ClusterSummary::name).collect(Collectors.toSet());
        return report.exempted().stream()
                .filter(item -> !names.contains(item.finding().cluster()))
                .toList();
    }

    private List<String> notChecked() {
        return NotCheckedText.items(
                report.notChecked().stream()
                        .filter(item -> report.clusters().stream()
                                .noneMatch(cluster -> cluster.name().equals(item.cluster())))
                        .toList(),
                true,
                places);
    }
}
