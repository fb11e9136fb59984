package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.Crl;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands at a place, written in one way however it is laid out: the words of the record or the setting, the subject
 * and the key of the certificate, the issuer of the revocation list.
 */
final class Wording {

    private static final String PEM = "-----BEGIN ";

    /** How a file is read: as a file of records with a syntax, or as one of settings. */
    private record Kind(Optional<AuthFileSyntax> records) {}

    private final Map<String, Map<String, Kind>> kindsByCluster = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, SourceFile> marked = new LinkedHashMap<>();
    private final Map<Reading, List<RecordLine>> lines = new Latest<>();
    private final Map<String, Map<Integer, String>> blocks = new Latest<>();

    /** A file as it is read. */
    private record Reading(String path, Kind kind) {}

    /** What was made last; findings come file by file, so that more of them would only fill the memory. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 64;

        Latest() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    Wording(List<WordedFiles> clusters) {
        for (WordedFiles cluster : clusters) {
            Kind ofSettings = new Kind(Optional.empty());
            cluster.settings().forEach(path -> add(cluster, path, ofSettings));
            Kind ofRecords = new Kind(Optional.of(cluster.syntax()));
            cluster.records().forEach(path -> add(cluster, path, ofRecords));
            cluster.marked().forEach(file -> marked.putIfAbsent(file.path(), file));
        }
    }

    private void add(WordedFiles cluster, String path, Kind kind) {
        kindsByCluster
                .computeIfAbsent(cluster.cluster(), name -> new HashMap<>())
                .putIfAbsent(path, kind);
        kinds.putIfAbsent(path, kind);
    }

    /** Returns the files of records and settings that may hold suppressions. */
    List<SourceFile> marked() {
        return List.copyOf(marked.values());
    }

    /** Returns the lines of one of these files. */
    List<RecordLine> lines(SourceFile file) {
        return Optional.ofNullable(kinds.get(file.path()))
                .map(kind -> lines(file, kind))
                .orElse(List.of());
    }

    /** Returns the lines of what another version of one of these files holds. */
    List<RecordLine> linesLike(SourceFile file, SourceFile version) {
        return Optional.ofNullable(kinds.get(file.path()))
                .map(kind -> read(version, kind))
                .orElse(List.of());
    }

    private List<RecordLine> lines(SourceFile file, Kind kind) {
        return lines.computeIfAbsent(new Reading(file.path(), kind), reading -> read(file, kind));
    }

    private static List<RecordLine> read(SourceFile file, Kind kind) {
        return kind.records()
                .map(syntax -> RecordLine.ofRecords(file, syntax))
                .orElseGet(() -> RecordLine.ofSettings(file));
    }

    /** Returns what stands at a place; empty for a file as a whole. */
    String of(String cluster, Location place) {
        if (place.span().end() == 0) {
            return "";
        }
        SourceFile file = place.file();
        Kind kind = kindsByCluster.getOrDefault(cluster, kinds).getOrDefault(file.path(), kinds.get(file.path()));
        if (kind != null) {
            int start = place.span().start();
            Optional<RecordLine> line = RecordLine.at(lines(file, kind), start);
            return line.map(RecordLine::words).orElse("");
        }
        return certificate(place).orElseGet(() -> plainLines(place));
    }

    /** A certificate that is renewed for the same name with the same key is the same certificate; so is a list of a CA. */
    private Optional<String> certificate(Location place) {
        if (!place.file().content().startsWith(PEM, place.span().start())) {
            return Optional.empty();
        }
        Map<Integer, String> own = blocks.computeIfAbsent(place.file().path(), path -> blocks(place.file()));
        return Optional.ofNullable(own.get(place.span().start()));
    }

    private static Map<Integer, String> blocks(SourceFile file) {
        Map<Integer, String> words = new HashMap<>();
        PemFile pem = PemFile.parse(file);
        for (Certificate own : pem.certificates()) {
            words.put(
                    own.place().span().start(),
                    own.subject() + " " + own.publicKey().fingerprint());
        }
        for (Crl list : pem.revocationLists()) {
            words.put(list.place().span().start(), list.toString());
        }
        return words;
    }

    private static String plainLines(Location place) {
        SourceFile file = place.file();
        int last = file.line(Math.max(place.span().start(), place.span().end() - 1));
        List<String> words = new ArrayList<>();
        for (int line = file.line(place.span().start()); line <= last; line++) {
            words.add(withoutComment(file.slice(file.lineSpan(line))));
        }
        return String.join(" ", words).strip().replaceAll("[ \t\r\f]+", " ");
    }

    private static String withoutComment(String line) {
        char open = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '#' && open == 0) {
                return line.substring(0, i);
            }
            if (c == open) {
                open = 0;
            } else if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
            }
        }
        return line;
    }
}
