package io.github.pgmtls.lint.testing.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a running server said to its files when it was told to load them again.
 *
 * @param log all messages that the server wrote while it did so, and no others
 */
public record Reload(List<LogEntry> log) {

    /** Tells whether pg_hba.conf was accepted: the server now works by it. */
    public boolean hbaAccepted() {
        return log.stream().noneMatch(entry -> says(entry, "pg_hba.conf was not reloaded"));
    }

    /** Tells whether pg_ident.conf was accepted: the server now works by it. */
    public boolean identAccepted() {
        return log.stream().noneMatch(entry -> says(entry, "pg_ident.conf was not reloaded"));
    }

    /** Tells whether TLS is off or its files were accepted: the server now works by them. */
    public boolean tlsAccepted() {
        return log.stream().noneMatch(entry -> says(entry, "SSL configuration was not reloaded"));
    }

    /**
     * Tells whether all of postgresql.conf was accepted. If not, the log says if nothing or some of it was applied; a
     * setting that needs a restart counts as not accepted.
     */
    public boolean settingsAccepted() {
        return log.stream().noneMatch(entry -> entry.message().contains(" contains errors; "));
    }

    /** Tells whether every file was accepted. */
    public boolean accepted() {
        return hbaAccepted() && identAccepted() && tlsAccepted() && settingsAccepted();
    }

    /** Returns the messages about configuration files that have errors. */
    public List<LogEntry> problems() {
        return log.stream().filter(entry -> !entry.sqlState().equals("00000")).toList();
    }

    /** The server names the file by its full path since version 16, by its default name before. */
    private static boolean says(LogEntry entry, String end) {
        return entry.message().endsWith(end);
    }

    @Override
    public String toString() {
        return log.stream().map(LogEntry::toString).collect(Collectors.joining("\n"));
    }
}
