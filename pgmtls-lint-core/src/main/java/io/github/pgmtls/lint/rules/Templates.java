package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks that a program fills in before the server reads a file: those of Jinja, Go, ERB and shells. */
public final class Templates {

    /** No mark contains the start of another, so that the time to find one does not depend on what is in the file. */
    private static final Pattern MARK = Pattern.compile("\\{\\{[^\\n{}]{0,200}\\}\\}|\\{%[^\\n{%]{0,200}%\\}"
            + "|<%[^\\n<%]{0,200}%>|\\$\\{[A-Za-z_]\\w{0,200}\\}");

    /** How far from a place, in bytes, a mark in its line counts. */
    private static final int NEAR = 2_000;

    private Templates() {}

    /** Returns the first mark of a file that does not stand in a comment. */
    public static Optional<Location> firstMark(SourceFile file) {
        if (!mayHaveMarks(file.content())) {
            return Optional.empty();
        }
        Matcher matcher = MARK.matcher(file.content());
        int from = 0;
        while (from < file.content().length() && matcher.find(from)) {
            Span line = lineAt(file, matcher.start());
            int comment = file.content().indexOf('#', line.start());
            if (comment < 0 || comment > matcher.start()) {
                return Optional.of(Location.of(file, new Span(matcher.start(), matcher.end())));
            }
            from = Math.max(line.end(), matcher.end());
        }
        return Optional.empty();
    }

    /** Returns the name of a file with records or mappings of a cluster of which a program fills something in. */
    public static Optional<String> unfilled(Cluster cluster) {
        if (cluster.hba().map(HbaFile::files).orElse(List.of()).stream()
                .anyMatch(file -> firstMark(file).isPresent())) {
            return Optional.of("pg_hba.conf");
        }
        return cluster.ident().map(IdentFile::files).orElse(List.of()).stream()
                        .anyMatch(file -> firstMark(file).isPresent())
                ? Optional.of("pg_ident.conf")
                : Optional.empty();
    }

    /** Tells whether there is a mark in the line of a place, so that nobody knows what the server reads there. */
    public static boolean isFilledIn(Location place) {
        Span line = lineAt(place.file(), place.span().start());
        String near = place.file()
                .slice(new Span(
                        Math.max(line.start(), Math.min(place.span().start(), line.end()) - NEAR),
                        Math.min(line.end(), place.span().start() + NEAR)));
        return mayHaveMarks(near) && MARK.matcher(near).find();
    }

    /** Asked first, as files may be large. */
    private static boolean mayHaveMarks(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("<%") || text.contains("${");
    }

    private static Span lineAt(SourceFile file, int offset) {
        return file.lineSpan(file.line(offset));
    }
}
