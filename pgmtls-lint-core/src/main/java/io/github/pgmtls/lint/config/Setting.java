package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.Parameter;
import io.github.pgmtls.lint.postgres.ParameterVerdict;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.ConfLine;
import java.util.Optional;

/**
 * A line of {@code postgresql.conf}, or of a file it includes, that gives a parameter a value.
 *
 * @param file the file it stands in
 * @param entry the line
 * @param parameter the parameter, if the version knows it
 * @param verdict what the server thinks of the value, also where it does not get to look at it; a name with a dot that
 *     belongs to no known parameter takes any value; empty if the name is unknown
 * @param isOverridden whether a later line of the same spelling makes the server pass over this one unread
 */
public record Setting(
        SourceFile file,
        ConfLine.Entry entry,
        Optional<Parameter> parameter,
        Optional<ParameterVerdict> verdict,
        boolean isOverridden) {

    /** Returns the name as written. */
    public String name() {
        return entry.name();
    }

    /** Returns the value without quotes, as a byte string. */
    public String value() {
        return entry.value();
    }

    /** Tells whether the server refuses the name or the value, if it looks at this line. */
    public boolean isRefused() {
        return verdict.isEmpty() || verdict.get() instanceof ParameterVerdict.Rejected;
    }

    /** Returns the place of the whole assignment. */
    public Location place() {
        return Location.of(file, entry.span());
    }

    /** Returns the place of the name. */
    public Location namePlace() {
        return Location.of(file, entry.nameSpan());
    }

    /** Returns the place of the value with its quotes. */
    public Location valuePlace() {
        return Location.of(file, entry.valueSpan());
    }
}
