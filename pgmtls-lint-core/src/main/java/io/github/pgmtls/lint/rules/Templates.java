package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks that a program fills in before the server reads a file: those of Jinja, Go, ERB and shells. */
public final class Templates {

    private static final Pattern MARK = Pattern.compile(
            "\\{\\{[^\\n]{0,200}?\\}\\}|\\{%[^\\n]{0,200}?%\\}|<%[^\\n]{0,200}?%>|\\$\\{[A-Za-z_]\\w*\\}");

    private Templates() {}

    /** Returns the first mark of a file that does not stand in a comment. */
    public static Optional<Location> firstMark(SourceFile file) {
        if (!mayHaveMarks(file.content())) {
            return Optional.empty();
        }
        Matcher matcher = MARK.matcher(file.content());
        while (matcher.find()) {
            int start = lineAt(file, matcher.start()).start();
            if (!file.content().substring(start, matcher.start()).contains("#")) {
                return Optional.of(Location.of(file, new Span(matcher.start(), matcher.end())));
            }
        }
        return Optional.empty();
    }

    /** Tells whether there is a mark in the line of a place, so that nobody knows what the server reads there. */
    static boolean isFilledIn(Location place) {
        String line = place.file().slice(lineAt(place.file(), place.span().start()));
        return mayHaveMarks(line) && MARK.matcher(line).find();
    }

    /** Asked first, as files may be large. */
    private static boolean mayHaveMarks(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("<%") || text.contains("${");
    }

    private static Span lineAt(SourceFile file, int offset) {
        return file.lineSpan(file.position(offset).line());
    }
}
