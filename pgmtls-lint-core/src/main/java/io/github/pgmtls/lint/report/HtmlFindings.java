package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.ClusterOverview.RecordFate;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes findings fit for the HTML report. */
final class HtmlFindings {

    private static final int MOST_FINDINGS = 300;

    /** Of a fleet the page shows no more, so that a browser opens it at once. */
    private static final int MOST_IN_ALL = 2_000;

    private static final int WIDTH = 200;

    /** What starts a certificate or a key, of which there is nothing to be seen. */
    private static final String PEM = "-----BEGIN ";

    private final Places places;
    private int selected;

    HtmlFindings(Places places) {
        this.places = places;
    }

    /** Findings, of which some are left out because they are too many. */
    record Shown(List<HtmlFinding> all, int more) {}

    /**
     * A finding.
     *
     * @param id of its place in the page
     * @param server what the server says; or empty
     * @param hint what to do; or empty
     */
    record HtmlFinding(
            String id, String severity, String rule, String message, List<Frame> frames, String server, String hint) {}

    /**
     * A finding with which a team lives.
     *
     * @param how suppressed or in the baseline
     * @param why why, and until when; or empty
     */
    record HtmlExempted(String severity, String rule, String message, String place, String how, String why) {}

    /** Findings with which a team lives, of which some are left out because they are too many. */
    record Exempt(List<HtmlExempted> all, int more) {

        int size() {
            return all.size() + more;
        }
    }

    Exempt exempt(List<Exempted> items) {
        List<HtmlExempted> all = new ArrayList<>();
        for (Exempted item : items.subList(0, Math.min(items.size(), MOST_FINDINGS))) {
            Finding finding = item.finding();
            String until = item.until().map(day -> "until " + day).orElse("");
            String reason = item.reason().map(Visible::text).orElse("");
            all.add(new HtmlExempted(
                    finding.severity().word(),
                    Visible.text(finding.rule()),
                    Visible.text(finding.message()),
                    places.text(finding.primary()),
                    item.by().isSuppression() ? "suppressed" : "in the baseline",
                    reason + (reason.isEmpty() || until.isEmpty() ? until : ", " + until)));
        }
        return new Exempt(all, items.size() - all.size());
    }

    /**
     * Places in one file.
     *
     * @param place the first of them
     * @param href of the record there; or empty
     * @param label what to say about the file; or empty
     */
    record Frame(String place, String href, String label, List<Line> lines) {}

    /** A line of a file; for a gap, without a number. */
    record Line(String number, List<ShownLine.Part> parts, List<CodeFrame.Mark> marks) {}

    /** Returns the id of a finding. */
    static String id(String cluster, int index) {
        return cluster + "-f" + (index + 1);
    }

    /** Returns those of a cluster that are shown. To be asked once for each. */
    List<Finding> select(List<Finding> findings) {
        int count = Math.min(Math.min(findings.size(), MOST_FINDINGS), MOST_IN_ALL - selected);
        selected += count;
        return findings.subList(0, count);
    }

    /**
     * Draws findings.
     *
     * @param findings that are shown
     * @param more how many there are beside them
     */
    Shown of(String cluster, List<Finding> findings, int more, List<RecordFate> records) {
        List<HtmlFinding> all = new ArrayList<>();
        for (Finding finding : findings) {
            all.add(new HtmlFinding(
                    id(cluster, all.size()),
                    finding.severity().word(),
                    Visible.text(finding.rule()),
                    Visible.text(finding.message()),
                    frames(cluster, finding, records),
                    finding.serverMessage().map(Visible::text).orElse(""),
                    finding.hint().map(Visible::text).orElse("")));
        }
        return new Shown(all, more);
    }

    private List<Frame> frames(String cluster, Finding finding, List<RecordFate> records) {
        Map<String, List<Location>> files = new LinkedHashMap<>();
        Stream.concat(Stream.of(finding.primary()), finding.related().stream())
                .forEach(place -> files.computeIfAbsent(place.file().path(), path -> new ArrayList<>())
                        .add(place));
        return files.values().stream()
                .map(inFile -> frame(cluster, inFile, finding.primary(), records))
                .toList();
    }

    private Frame frame(String cluster, List<Location> inFile, Location primary, List<RecordFate> records) {
        Location first = inFile.get(0);
        CodeFrame frame = CodeFrame.of(inFile, primary);
        boolean isBlock = inFile.size() == 1 && first.file().slice(first.span()).startsWith(PEM);
        String label = frame.isEmpty() || isBlock ? Visible.text(first.label()) : "";
        return new Frame(
                places.text(first),
                HtmlRecords.href(cluster, first, records),
                label,
                isBlock ? List.of() : lines(frame, first.file()));
    }

    private static List<Line> lines(CodeFrame frame, SourceFile file) {
        List<Span> secrets = frame.isEmpty() ? List.of() : Secrets.inFile(file.content());
        List<Line> lines = new ArrayList<>();
        frame.forEachLine(new CodeFrame.LineWriter() {
            @Override
            public void gap() {
                lines.add(new Line("", List.of(), List.of()));
            }

            @Override
            public void line(int number, List<CodeFrame.Mark> marks) {
                ShownLine shown = frame.shown(secrets, number, marks, WIDTH);
                List<CodeFrame.Mark> labelled =
                        marks.stream().filter(mark -> !mark.label().isEmpty()).toList();
                lines.add(new Line(String.valueOf(number), shown.parts(marks), labelled));
            }
        });
        return lines;
    }
}
