package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.ClusterOverview;
import io.github.pgmtls.lint.ClusterOverview.RecordFate;
import io.github.pgmtls.lint.access.Reach;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The records of a cluster for the HTML report, in the order in which the server takes them.
 *
 * @param more how many are left out
 */
record HtmlRecords(List<Row> rows, int more) {

    private static final int MOST_VALUES = 12;

    /** A reference to something in the page; the href may be empty. */
    record Link(String text, String href, String kind) {}

    /**
     * A line of the file.
     *
     * @param file its file, if it is another one than that of the line before; or empty
     * @param cells its columns: type, database, user, address, method with options; of a line that is no record only one
     * @param kind what becomes of it in one word: decides, hidden, never, refused, unclear
     * @param fate that in words
     * @param note more about it; or empty
     * @param by the lines that hide it
     * @param findings the findings about it
     */
    record Row(
            String id,
            String file,
            int line,
            List<String> cells,
            String kind,
            String fate,
            String note,
            List<Link> by,
            List<Link> findings) {

        boolean isStruck() {
            return !kind.equals("decides") && !kind.equals("unclear");
        }
    }

    static HtmlRecords of(String cluster, ClusterOverview overview, List<Finding> findings, Places places) {
        List<Row> rows = new ArrayList<>();
        String file = "";
        for (RecordFate fate : overview.records()) {
            String path = places.prefix() + fate.line().file().path();
            rows.add(row(cluster, rows.size(), path.equals(file) ? "" : Visible.text(path), fate, overview, findings));
            file = path;
        }
        return new HtmlRecords(rows, overview.moreRecords());
    }

    private static String id(String cluster, int index) {
        return cluster + "-r" + (index + 1);
    }

    /** Returns the reference to the record at a place, or an empty text. */
    static String href(String cluster, Location place, List<RecordFate> records) {
        for (int i = 0; i < records.size(); i++) {
            if (isAt(records.get(i).line(), place)) {
                return "#" + id(cluster, i);
            }
        }
        return "";
    }

    /** Returns the reference to a record. */
    static Link link(String cluster, HbaRecord record, List<RecordFate> records) {
        return new Link("line " + record.lineNumber(), href(cluster, record.location(), records), "");
    }

    private static boolean isAt(AuthLine line, Location place) {
        return CodeFrame.hasPart(place)
                && line.file().path().equals(place.file().path())
                && line.span().start() <= place.span().start()
                && place.span().start() < line.span().end();
    }

    private static Row row(
            String cluster, int index, String file, RecordFate fate, ClusterOverview overview, List<Finding> findings) {
        String message = fate.message().map(ByteText::decode).map(Visible::text).orElse("");
        List<Link> by = fate.hiddenBy().stream()
                .map(other ->
                        new Link("line " + overview.records().get(other).line().number(), "#" + id(cluster, other), ""))
                .toList();
        boolean isHidden = fate.reach().filter(Reach.Shadowed.class::isInstance).isPresent();
        String words = isHidden ? "never reached" : words(fate);
        String note = isHidden || !fate.refused() ? note(fate) : message;
        return new Row(
                id(cluster, index),
                file,
                fate.line().number(),
                fate.record().map(record -> cells(fate.line(), record)).orElseGet(() -> List.of(text(fate.line()))),
                fate.refused() ? "refused" : kind(fate),
                fate.refused() ? "refused" + (isHidden ? ", and " + words : "") : words,
                fate.refused() ? message : note,
                by,
                findingsAt(cluster, fate.line(), findings));
    }

    private static String kind(RecordFate fate) {
        return fate.reach()
                .map(reach -> reach instanceof Reach.Reachable
                        ? "decides"
                        : reach instanceof Reach.Shadowed
                                ? "hidden"
                                : reach instanceof Reach.Unmatchable ? "never" : "unclear")
                .orElse("unclear");
    }

    private static String words(RecordFate fate) {
        if (fate.reach().isEmpty()) {
            return "";
        }
        Reach reach = fate.reach().get();
        if (reach instanceof Reach.Reachable) {
            boolean isReject = fate.record().filter(HtmlRecords::rejects).isPresent();
            return isReject ? "rejects" : "decides";
        }
        if (reach instanceof Reach.Unmatchable unmatchable) {
            return switch (unmatchable.why()) {
                case TRANSPORT -> "never matches: TLS is off";
                case DATABASE -> "never matches: no database has such a name";
                case USER -> "never matches: no user has such a name";
                case ADDRESS -> "never matches: no client has such an address";
            };
        }
        return "not decided";
    }

    private static boolean rejects(HbaRecord record) {
        return record.method().keyword().equals("reject");
    }

    private static String note(RecordFate fate) {
        return fate.reach()
                .filter(Reach.Reachable.class::isInstance)
                .map(reach -> "such as "
                        + Visible.text(
                                ((Reach.Reachable) reach).witness().connection().phrase()))
                .orElse("");
    }

    private static List<Link> findingsAt(String cluster, AuthLine line, List<Finding> findings) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (isAt(line, findings.get(i).primary())) {
                links.add(new Link(
                        Visible.text(findings.get(i).rule()),
                        "#" + HtmlFindings.id(cluster, i),
                        findings.get(i).severity().word()));
            }
        }
        return links;
    }

    private static List<String> cells(AuthLine line, HbaRecord record) {
        List<String> cells = new ArrayList<>();
        StringBuilder address = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < line.fields().size(); i++) {
            AuthField field = line.fields().get(i);
            if (i < 3) {
                cells.add(text(field));
            } else if (field.first().start() < record.methodToken().start()) {
                address.append(address.length() == 0 ? "" : " ").append(text(field));
            } else {
                rest.append(rest.length() == 0 ? "" : " ").append(text(field));
            }
        }
        cells.add(address.toString());
        cells.add(rest.toString());
        return cells;
    }

    private static String text(AuthField field) {
        String values = field.tokens().stream()
                .limit(MOST_VALUES)
                .map(HtmlRecords::text)
                .collect(Collectors.joining(","));
        int more = field.tokens().size() - MOST_VALUES;
        return more > 0 ? values + " and " + more + " more" : values;
    }

    private static String text(AuthToken token) {
        String word = ByteText.decode(token.file().slice(token.span()));
        return Visible.escape(Secrets.maskOption(Visible.shorten(word)));
    }

    private static String text(AuthLine line) {
        return Visible.text(ByteText.decode(line.file().slice(line.span())).strip());
    }
}
