package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.AccessReport.Door;
import io.github.pgmtls.lint.AccessReport.Doors;
import io.github.pgmtls.lint.ClusterOverview;
import io.github.pgmtls.lint.ClusterOverview.UserAccess;
import io.github.pgmtls.lint.ClusterOverview.Way;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.source.ByteText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gets in, for the HTML report: a row for users who get in alike, a column for each way.
 *
 * @param heads what stands above the columns
 * @param more how many users are left out
 */
record HtmlMatrix(List<String> heads, List<Row> rows, int more) {

    private static final int MOST_LINKS = 4;

    /** The users of a row, and what is in its cells. */
    record Row(List<String> users, List<Cell> cells) {

        boolean isNobody() {
            return cells.stream().allMatch(Cell::isEmpty);
        }
    }

    /**
     * What a way is for some users.
     *
     * @param complete whether there are surely no other records
     * @param empty what to say where there is none
     * @param head what stands above the column, to be repeated where there is no room for columns
     */
    record Cell(List<Entry> entries, boolean complete, String empty, String head) {

        boolean isEmpty() {
            return entries.isEmpty() && complete;
        }
    }

    /**
     * A way in.
     *
     * @param kind its colour: open, weak, password, system or certificate
     * @param words what it takes
     * @param phrase the same in the words of the record
     * @param condition what must hold; or empty
     * @param records the first records that say so
     * @param more how many more say so
     */
    record Entry(
            String kind, String words, String phrase, String condition, List<HtmlRecords.Link> records, int more) {}

    static HtmlMatrix of(String cluster, ClusterOverview overview) {
        List<Way> ways = Arrays.stream(Way.values())
                .filter(way -> way != Way.GSS || isUsed(way, overview))
                .toList();
        Map<List<Cell>, List<String>> rows = new LinkedHashMap<>();
        for (UserAccess access : overview.access()) {
            List<Cell> cells = ways.stream()
                    .map(way -> cell(cluster, way, access, overview))
                    .toList();
            rows.computeIfAbsent(cells, c -> new ArrayList<>()).add(users(access));
        }
        List<Row> all = new ArrayList<>();
        rows.forEach((cells, users) -> all.add(new Row(users, cells)));
        return new HtmlMatrix(ways.stream().map(HtmlMatrix::head).toList(), all, overview.moreUsers());
    }

    private static boolean isUsed(Way way, ClusterOverview overview) {
        return overview.access().stream()
                .map(access -> access.doors().get(way))
                .anyMatch(doors -> doors != null && !(doors.all().isEmpty() && doors.complete()));
    }

    private static String head(Way way) {
        return switch (way) {
            case LOCAL -> "on the server itself, by socket";
            case PLAIN -> "network, not encrypted";
            case GSS -> "network, by GSSAPI";
            case TLS -> "TLS, without certificate";
            case TLS_WITH_CERTIFICATE -> "TLS, with certificate";
        };
    }

    private static String users(UserAccess access) {
        String name = Visible.text(ByteText.decode(access.users().name()));
        return switch (access.users().kind()) {
            case LITERAL -> name + (access.superuser() ? " (superuser)" : "");
            case MEMBER -> "members of " + name;
            case REGEX -> "users like /" + name;
            default -> "anybody else";
        };
    }

    private static Cell cell(String cluster, Way way, UserAccess access, ClusterOverview overview) {
        Doors doors = access.doors().getOrDefault(way, new Doors(List.of(), true));
        Map<Entry, List<HtmlRecords.Link>> entries = new LinkedHashMap<>();
        for (Door door : doors.all()) {
            boolean isKnown = access.users().kind() != NamePattern.Kind.MEMBER;
            String condition = isKnown && !door.assumptions().isEmpty()
                    ? "if " + Visible.text(String.join(", and ", door.assumptions()))
                    : "";
            Entry entry = new Entry(
                    kind(way, door.decision()),
                    words(way, door.decision()),
                    Visible.text(door.decision().phrase()),
                    condition,
                    List.of(),
                    0);
            entries.computeIfAbsent(entry, e -> new ArrayList<>())
                    .add(HtmlRecords.link(cluster, door.record(), overview.records()));
        }
        List<Entry> all = new ArrayList<>();
        entries.forEach((entry, links) -> {
            List<HtmlRecords.Link> first = List.copyOf(links.subList(0, Math.min(links.size(), MOST_LINKS)));
            int rest = links.size() - first.size();
            all.add(new Entry(entry.kind, entry.words, entry.phrase, entry.condition, first, rest));
        });
        return new Cell(all, doors.complete(), overview.ways().contains(way) ? "nobody" : "TLS is off", head(way));
    }

    private static String kind(Way way, Decision decision) {
        boolean isOpen = way == Way.PLAIN || way == Way.TLS || way == Way.GSS;
        return switch (decision.method()) {
            case TRUST -> decision.clientCert() != ClientCert.OFF ? "weak" : isOpen ? "open" : "weak";
            case CERT -> "certificate";
            case PASSWORD, LDAP, PAM, BSD, RADIUS, IDENT ->
                decision.clientCert() == ClientCert.VERIFY_FULL ? "certificate" : way == Way.PLAIN ? "open" : "weak";
            case PEER, GSS, SSPI, OAUTH -> "system";
            default ->
                decision.clientCert() == ClientCert.VERIFY_FULL
                        ? "certificate"
                        : way == Way.PLAIN ? "weak" : "password";
        };
    }

    private static String words(Way way, Decision decision) {
        String besides = switch (decision.clientCert()) {
            case OFF -> "";
            case VERIFY_CA -> "any certificate of the CA";
            case VERIFY_FULL -> "own certificate";
        };
        String proof = switch (decision.method()) {
            case TRUST -> besides.isEmpty() ? "no proof at all" : "";
            case CERT -> "";
            case PEER -> "same user of the system";
            case IDENT -> "what the client says";
            case GSS, SSPI -> "Kerberos";
            case OAUTH -> "bearer token";
            default -> way == Way.PLAIN && sendsItInClear(decision) ? "password, sent in clear" : "password";
        };
        return besides + (besides.isEmpty() || proof.isEmpty() ? "" : " and ") + proof;
    }

    private static boolean sendsItInClear(Decision decision) {
        return switch (decision.method()) {
            case PASSWORD, LDAP, PAM, BSD, RADIUS -> true;
            default -> false;
        };
    }
}
