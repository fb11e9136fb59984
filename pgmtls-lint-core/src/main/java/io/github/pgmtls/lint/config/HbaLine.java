package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.Optional;

/**
 * A line of pg_hba.conf that holds something, and what the server makes of it.
 *
 * @param line its tokens
 * @param record the record, unless a fatal problem prevents it
 * @param problem what the server complains about
 */
public record HbaLine(AuthLine line, Optional<HbaRecord> record, Optional<LoadProblem> problem) {

    static HbaLine of(HbaRecord record) {
        return new HbaLine(record.line(), Optional.of(record), Optional.empty());
    }

    static HbaLine refused(AuthLine line, LoadProblem problem) {
        return new HbaLine(line, Optional.empty(), Optional.of(problem));
    }

    /** Tells whether the server refuses the file because of this line. */
    public boolean isRefused() {
        return record.isEmpty();
    }
}
