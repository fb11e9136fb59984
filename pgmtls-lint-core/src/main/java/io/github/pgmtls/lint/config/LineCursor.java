package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;

/** Walks over the fields of one line. */
final class LineCursor {

    private final AuthLine line;
    private int next;

    LineCursor(AuthLine line) {
        this.line = line;
    }

    boolean hasNext() {
        return next < line.fields().size();
    }

    AuthField next() {
        return line.fields().get(next++);
    }

    List<AuthToken> several(String missing) throws LineRefused {
        if (!hasNext()) {
            throw new LineRefused(LoadProblem.of(LoadProblem.Kind.COLUMN_MISSING, end(), missing));
        }
        return next().tokens();
    }

    AuthToken single(String missing, String multiple) throws LineRefused {
        return single(missing, multiple, "");
    }

    AuthToken single(String missing, String multiple, String hint) throws LineRefused {
        List<AuthToken> tokens = several(missing);
        if (tokens.size() > 1) {
            Location place = HbaRecord.locationOf(tokens.get(1));
            LoadProblem problem = LoadProblem.of(LoadProblem.Kind.COLUMN_MULTIPLE, place, multiple);
            throw new LineRefused(hint.isEmpty() ? problem : problem.withHint(hint));
        }
        return tokens.get(0);
    }

    /** Returns the place behind the last token, where something is missing. */
    Location end() {
        int end = line.span().start();
        for (AuthField field : line.fields()) {
            for (AuthToken token : field.tokens()) {
                if (token.file() == line.file()) {
                    end = token.end();
                }
            }
        }
        return new Location(line.file(), new Span(end, end), "");
    }
}
