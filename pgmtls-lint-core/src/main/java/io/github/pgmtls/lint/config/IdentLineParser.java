package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.LoadProblem.Kind;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.Optional;

/** Makes a mapping of a line, as {@code parse_ident_line} of {@code src/backend/libpq/hba.c} does. */
final class IdentLineParser {

    private static final String MISSING = "missing entry at end of line";
    private static final String MULTIPLE = "multiple values in ident field";

    private final PostgresVersion version;

    IdentLineParser(PostgresVersion version) {
        this.version = version;
    }

    IdentFile.Line parse(AuthLine line) {
        if (line.error().isPresent()) {
            String error = line.error().get();
            Kind kind = error.startsWith("authentication file") ? Kind.TOKEN : Kind.FILE;
            Location place = new Location(line.file(), line.span(), "");
            return refused(line, LoadProblem.of(kind, place, error));
        }
        try {
            LineCursor cursor = new LineCursor(line);
            AuthToken map = column(cursor, line);
            AuthToken systemName = column(cursor, line);
            AuthToken databaseUser = column(cursor, line);
            checkRegex(systemName);
            if (version.isAtLeast(16)) {
                checkRegex(databaseUser);
            }
            IdentMapping mapping = new IdentMapping(line, map, systemName, databaseUser);
            return new IdentFile.Line(line, Optional.of(mapping), Optional.empty());
        } catch (LineRefused refused) {
            return refused(line, refused.problem());
        }
    }

    private AuthToken column(LineCursor cursor, AuthLine line) throws LineRefused {
        if (cursor.hasNext()) {
            return cursor.single(MISSING, MULTIPLE);
        }
        String message = version.isAtLeast(16)
                ? MISSING
                : "missing entry in file \"" + line.file().path() + "\" at end of line " + line.number();
        throw new LineRefused(
                LoadProblem.of(Kind.COLUMN_MISSING, cursor.end(), message).withRowError(Optional.of(MISSING)));
    }

    private static IdentFile.Line refused(AuthLine line, LoadProblem problem) {
        return new IdentFile.Line(line, Optional.empty(), Optional.of(problem));
    }

    private void checkRegex(AuthToken token) throws LineRefused {
        if (!token.value().startsWith("/")) {
            return;
        }
        String pattern = token.value().substring(1);
        Optional<String> error = RegexCheck.errorOf(pattern, version);
        if (error.isPresent()) {
            String message = "invalid regular expression \"" + pattern + "\": " + error.get();
            throw new LineRefused(LoadProblem.of(Kind.REGULAR_EXPRESSION, HbaRecord.locationOf(token), message)
                    .about(pattern));
        }
    }
}
