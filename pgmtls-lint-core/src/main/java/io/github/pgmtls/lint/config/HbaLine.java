package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.List;
import java.util.Optional;

/**
 * A line of pg_hba.conf that holds something, and what the server makes of it.
 *
 * @param line its tokens
 * @param record the record, unless a fatal problem prevents it
 * @param problem what the server complains about
 * @param meant for a refused line, what it was most likely meant to be
 */
public record HbaLine(
        AuthLine line, Optional<HbaRecord> record, Optional<LoadProblem> problem, Optional<MeantRecord> meant) {

    /**
     * The record that a refused line was most likely meant to be: what it would be after the obvious repair.
     *
     * @param record the record
     * @param furtherProblems what the server would complain about next, once the first problem is mended
     */
    public record MeantRecord(HbaRecord record, List<LoadProblem> furtherProblems) {}

    static HbaLine refused(AuthLine line, LoadProblem problem) {
        return new HbaLine(line, Optional.empty(), Optional.of(problem), Optional.empty());
    }

    HbaLine meaning(MeantRecord record) {
        return new HbaLine(line, this.record, problem, Optional.of(record));
    }

    /** Returns the record, or for a refused line the one that was meant. */
    public Optional<HbaRecord> recordOrMeant() {
        return record.or(() -> meant.map(MeantRecord::record));
    }

    /** Tells whether the server refuses the file because of this line. */
    public boolean isRefused() {
        return record.isEmpty();
    }
}
