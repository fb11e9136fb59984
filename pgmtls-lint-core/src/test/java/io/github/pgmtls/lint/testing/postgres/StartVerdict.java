package io.github.pgmtls.lint.testing.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a server starts with its files.
 *
 * @param started true if it came up, false if it refused
 * @param log all that it wrote until then
 */
public record StartVerdict(boolean started, List<LogEntry> log) {

    /** Returns the messages about configuration files that have errors. */
    public List<LogEntry> problems() {
        return log.stream().filter(entry -> !entry.sqlState().equals("00000")).toList();
    }

    @Override
    public String toString() {
        return (started ? "started:\n" : "refused:\n")
                + log.stream().map(LogEntry::toString).collect(Collectors.joining("\n"));
    }
}
