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
import java.util.stream.Collectors;

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

    void write(StringBuilder out) {
        anchors.forEach((certificate, node) -> write(out, certificate, node, "", ""));
        missing.forEach((issuer, node) -> {
            out.append(Visible.text(name(issuer))).append(" (not in the directory)\n");
            writeIssued(out, node, "");
        });
    }

    private void write(StringBuilder out, Certificate certificate, Node node, String first, String rest) {
        out.append(first).append(Visible.text(name(certificate.subject().toString())));
        String places = views.getOrDefault(certificate, List.of()).stream()
                .map(this::place)
                .distinct()
                .collect(Collectors.joining(", "));
        out.append(" (").append(places).append(")\n");
        String below = rest + (node.issued().isEmpty() ? "    " : "│   ");
        out.append(below).append(validity(certificate)).append('\n');
        if (!certificate.alternativeNames().isEmpty()) {
            out.append(below).append(Visible.text(names(certificate))).append('\n');
        }
        for (String note : notes(certificate)) {
            out.append(below).append(Visible.text(note)).append('\n');
        }
        writeIssued(out, node, rest);
    }

    private void writeIssued(StringBuilder out, Node node, String indent) {
        int left = node.issued().size();
        for (Map.Entry<Certificate, Node> issued : node.issued().entrySet()) {
            boolean isLast = --left == 0;
            write(
                    out,
                    issued.getKey(),
                    issued.getValue(),
                    indent + (isLast ? "└── " : "├── "),
                    indent + (isLast ? "    " : "│   "));
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

    private List<String> notes(Certificate certificate) {
        return views.getOrDefault(certificate, List.of()).stream()
                .flatMap(view -> {
                    List<String> notes = new ArrayList<>();
                    view.problems().forEach(problem -> notes.add("problem: " + problem));
                    view.unknown().ifPresent(why -> notes.add("not known whether it is accepted: " + why));
                    return notes.stream();
                })
                .distinct()
                .toList();
    }

    private String validity(Certificate certificate) {
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
