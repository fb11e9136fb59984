package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Inspection.CertificateRole;
import io.github.pgmtls.lint.Inspection.CertificateView;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.GeneralName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Certificates as a tree for each one at which trust ends: below each certificate those that it has issued. A certificate
 * that stands in several files is there once.
 */
final class CertificateTree {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private final String directory;
    private final Instant now;
    private final Map<Certificate, List<CertificateView>> views = new LinkedHashMap<>();

    private final Map<Certificate, Node> anchors = new LinkedHashMap<>();

    /** By their names, issuers that are not there. */
    private final Map<String, Node> missing = new LinkedHashMap<>();

    /** A certificate in its place in a tree: what it has issued. */
    private record Node(Map<Certificate, Node> issued) {
        Node() {
            this(new LinkedHashMap<>());
        }
    }

    CertificateTree(List<CertificateView> certificates, String directory, Instant now) {
        this.directory = directory;
        this.now = now;
        for (CertificateView view : certificates) {
            views.computeIfAbsent(view.certificate(), certificate -> new ArrayList<>())
                    .add(view);
        }
        certificates.forEach(this::add);
    }

    private void add(CertificateView view) {
        List<Certificate> path = view.path();
        Certificate last = path.get(path.size() - 1);
        Node node = last.isSelfIssued()
                ? anchors.computeIfAbsent(last, certificate -> new Node())
                : missing.computeIfAbsent(last.issuer().toString(), name -> new Node())
                        .issued()
                        .computeIfAbsent(last, certificate -> new Node());
        for (int i = path.size() - 2; i >= 0; i--) {
            node = node.issued().computeIfAbsent(path.get(i), certificate -> new Node());
        }
    }

    /**
     * A certificate with all that is to be said about it.
     *
     * @param certificate the certificate; nothing for an issuer that is not in the directory
     * @param name its subject
     * @param places what it is and where it stands
     * @param validity its dates, and how long it is still valid; empty for an issuer that is not there
     * @param names its alternative names; may be empty
     * @param notes what is wrong with it, or not known
     * @param issued those that it has issued
     */
    record Entry(
            Optional<Certificate> certificate,
            String name,
            String places,
            String validity,
            String names,
            List<Note> notes,
            List<Entry> issued) {}

    /** What is wrong with a certificate, or not known about it. */
    record Note(String text, boolean isProblem) {}

    /** Returns the trees, all texts of which are fit to be shown. */
    List<Entry> roots() {
        List<Entry> roots = new ArrayList<>();
        anchors.forEach((certificate, node) -> roots.add(entry(certificate, node)));
        missing.forEach((issuer, node) -> roots.add(new Entry(
                Optional.empty(),
                Visible.text(name(issuer)),
                "not in the directory",
                "",
                "",
                List.of(),
                entries(node))));
        return roots;
    }

    private static String shownNames(Certificate certificate) {
        return certificate.alternativeNames().isEmpty() ? "" : Visible.text(names(certificate));
    }

    private Entry entry(Certificate certificate, Node node) {
        String places = views.getOrDefault(certificate, List.of()).stream()
                .map(this::place)
                .distinct()
                .collect(Collectors.joining(", "));
        return new Entry(
                Optional.of(certificate),
                Visible.text(name(certificate.subject().toString())),
                places,
                validity(certificate, now),
                shownNames(certificate),
                notes(certificate),
                entries(node));
    }

    private List<Entry> entries(Node node) {
        List<Entry> entries = new ArrayList<>();
        node.issued().forEach((certificate, below) -> entries.add(entry(certificate, below)));
        return entries;
    }

    void write(StringBuilder out) {
        roots().forEach(root -> write(out, root, "", ""));
    }

    private static void write(StringBuilder out, Entry entry, String first, String rest) {
        out.append(first)
                .append(entry.name())
                .append(" (")
                .append(entry.places())
                .append(")\n");
        String below = rest + (entry.issued().isEmpty() ? "    " : "│   ");
        Stream.concat(
                        Stream.of(entry.validity(), entry.names()),
                        entry.notes().stream().map(Note::text))
                .filter(line -> !line.isEmpty())
                .forEach(line -> out.append(below).append(line).append('\n'));
        int left = entry.issued().size();
        for (Entry issued : entry.issued()) {
            boolean isLast = --left == 0;
            write(out, issued, rest + (isLast ? "└── " : "├── "), rest + (isLast ? "    " : "│   "));
        }
    }

    private String place(CertificateView view) {
        String role = view.role() == CertificateRole.CA ? "CA" : InspectionWords.role(view.role());
        Location place = view.certificate().place();
        String path = ServerPaths.relativize(directory, place.file().path());
        return role + " in " + Visible.escape(path) + ":" + place.start().line();
    }

    private static String name(String name) {
        return name.isEmpty() ? "(no name)" : name;
    }

    private static String names(Certificate certificate) {
        return certificate.alternativeNames().stream().map(GeneralName::display).collect(Collectors.joining(", "));
    }

    private List<Note> notes(Certificate certificate) {
        return views.getOrDefault(certificate, List.of()).stream()
                .flatMap(view -> Stream.concat(
                        view.problems().stream().map(problem -> new Note("problem: " + Visible.text(problem), true)),
                        view.unknown().stream()
                                .map(why -> "not known whether it is accepted: " + Visible.text(why))
                                .map(text -> new Note(text, false))))
                .distinct()
                .toList();
    }

    /** Returns the dates of a certificate in words. */
    static String validity(Certificate certificate, Instant now) {
        if (!certificate.hasSoundValidity()) {
            return "never valid: its dates make no sense";
        }
        String dates = DAY.format(certificate.notBefore()) + " to " + DAY.format(certificate.notAfter());
        if (now.isBefore(certificate.notBefore())) {
            return dates + ", valid in " + length(Duration.between(now, certificate.notBefore()));
        }
        Duration left = Duration.between(now, certificate.notAfter());
        return dates
                + (left.isNegative() ? ", expired " + length(left.negated()) + " ago" : ", " + length(left) + " left");
    }

    private static String length(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        }
        return duration.toHours() >= 2 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }
}
