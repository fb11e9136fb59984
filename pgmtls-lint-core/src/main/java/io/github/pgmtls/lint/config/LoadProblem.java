package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import java.util.Optional;

/**
 * What the server says about a place of a file when it loads it.
 *
 * @param kind which problem it is
 * @param place where
 * @param message the server's own message
 * @param hint the server's own hint, if it gives one
 * @param detail the word it is about (an option name, a value), for people; may be empty
 * @param rowError what the {@code error} column of the view says, mostly the message; sometimes nothing, although the
 *     server refuses the file
 */
public record LoadProblem(
        Kind kind, Location place, String message, Optional<String> hint, String detail, Optional<String> rowError) {

    /** Groups of problems, by what must be mended. */
    public enum Kind {
        /** A file cannot be opened or read, or is nested too deeply. */
        FILE,
        /** A directory stands where a file should be; the server says so (14 on) and goes on without the file. */
        PASSED_OVER,
        /** The file cannot be cut into tokens. */
        TOKEN,
        /** A column is missing. */
        COLUMN_MISSING,
        /** The address column is missing, so that the method was read in its place. */
        ADDRESS_MISSING,
        /** A column has several values where one is allowed. */
        COLUMN_MULTIPLE,
        /** The connection type is unknown. */
        CONNECTION_TYPE,
        /** The address or its mask cannot be read. */
        ADDRESS,
        /** The method is unknown, not part of the build, or impossible for the connection type. */
        METHOD,
        /** The method {@code cert} on a record that is not {@code hostssl}. */
        CERT_WITHOUT_HOSTSSL,
        /** An option is unknown, malformed, or not for this method. */
        OPTION,
        /** {@code clientcert} or {@code clientname} on a record that is not {@code hostssl}. */
        CLIENTCERT_WITHOUT_HOSTSSL,
        /** A value of {@code clientcert} that the version refuses. */
        CLIENTCERT_VALUE,
        /** A regular expression that does not compile. */
        REGULAR_EXPRESSION,
        /** An entry of pg_hosts.conf is malformed, or another one has its host name. */
        HOST_ENTRY,
        /** There is no record at all. */
        NO_RECORDS,
        /** A line of postgresql.conf is not of the form {@code name = value}. */
        SYNTAX,
        /** The version does not know the parameter. */
        PARAMETER_UNKNOWN,
        /** The server refuses the value of a parameter, or to set the parameter at all. */
        PARAMETER_VALUE,
        /** The lowest TLS version is above the highest. */
        TLS_VERSIONS,
        /** The record loads, but can never match as the server is configured. */
        CANNOT_MATCH;

        /** Tells whether the server refuses the whole file. */
        public boolean isFatal() {
            return this != CANNOT_MATCH && this != PASSED_OVER;
        }
    }

    public LoadProblem {
        message = ServerMessage.of(message);
        rowError = rowError.map(ServerMessage::of);
    }

    static LoadProblem of(Kind kind, Location place, String message) {
        return new LoadProblem(kind, place, message, Optional.empty(), "", Optional.of(message));
    }

    LoadProblem withHint(String serverHint) {
        return new LoadProblem(kind, place, message, Optional.of(serverHint), detail, rowError);
    }

    LoadProblem about(String word) {
        return new LoadProblem(kind, place, message, hint, word, rowError);
    }

    LoadProblem withRowError(Optional<String> text) {
        return new LoadProblem(kind, place, message, hint, detail, text);
    }
}
