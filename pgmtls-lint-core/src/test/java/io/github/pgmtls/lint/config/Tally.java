package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much was compared with which server, for the end of a test run. */
final class Tally {

    private record Counts(long files, long rows, long complaints, long nanos) {

        Counts plus(Reading reading, long more) {
            int newRows = reading.rows().size();
            int newComplaints = reading.complaints().size();
            return new Counts(files + 1, rows + newRows, complaints + newComplaints, nanos + more);
        }
    }

    private final AuthFile file;
    private final Map<String, Counts> counts = new LinkedHashMap<>();

    Tally(AuthFile file) {
        this.file = file;
    }

    /** Counts one file of which a server gave its reading. */
    synchronized void add(RealPostgres server, Reading reading, long nanos) {
        counts.merge(
                server.toString(), new Counts(0, 0, 0, 0).plus(reading, nanos), (sum, one) -> sum.plus(reading, nanos));
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((server, sum) -> text.append(String.format(
                "%s: %d files %s with %d rows and %d messages compared in %d ms%n",
                server,
                sum.files,
                file.path(),
                sum.rows,
                sum.complaints,
                Duration.ofNanos(sum.nanos).toMillis())));
        return text.toString();
    }
}
