package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names findings so that they are known again in a later report. The name depends on the rule, the path, the cluster and
 * the words of the line that is to be changed, and of the first one that explains it; not on where these lines are, how
 * they are spaced or commented, nor on the severity or the wording of the finding. Equal findings are numbered in the
 * order of the report, so that each has a name of its own.
 */
final class Fingerprints {

    /** The name and version of this way to make them. */
    static final String NAME = "pgmtls/v1";

    private final Map<String, Integer> counts = new HashMap<>();

    /** Returns the fingerprint of the next finding of a report: 64 hexadecimal digits. */
    String next(Finding finding) {
        Location primary = finding.primary();
        String key = String.join(
                "\0",
                "v1",
                finding.rule(),
                primary.file().path(),
                finding.cluster(),
                words(primary),
                finding.related().stream().findFirst().map(Fingerprints::words).orElse(""));
        return sha256(key + "\0" + counts.merge(key, 1, Integer::sum));
    }

    private static String words(Location place) {
        if (!CodeFrame.hasPart(place)) {
            return "";
        }
        SourceFile file = place.file();
        int last = file.position(Math.max(place.span().start(), place.span().end() - 1))
                .line();
        StringBuilder words = new StringBuilder();
        for (int line = place.start().line(); line <= last; line++) {
            words.append(withoutComment(file.slice(file.lineSpan(line)))).append(' ');
        }
        return words.toString().strip().replaceAll("[ \t\r\f]+", " ");
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

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
