package io.github.pgmtls.lint.testing.postgres;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a login.
 *
 * @param kind the outcome
 * @param detail see the kinds
 * @param sqlState the SQLSTATE of an error that the client was told, else empty
 * @param log all messages of the server process that dealt with the login, as far as it got
 */
public record LoginOutcome(Kind kind, String detail, String sqlState, List<LogEntry> log) {

    /** The outcomes. */
    public enum Kind {
        /**
         * The server knows who the client is and lets it be the user. The detail is empty, or the error that ended
         * the session nevertheless, such as a role or database that does not exist.
         */
        ACCEPTED,
        /** The server said no; the detail is the message that the client got. */
        REFUSED,
        /**
         * The server asked for something that the attempt did not bring; the detail is the method as pg_hba.conf
         * calls it: {@code password}, {@code md5}, {@code scram-sha-256}, {@code gss}, {@code sspi} or {@code oauth}.
         * Was it a password, a wrong one was sent, so that the log tells which record asked.
         */
        CHALLENGED,
        /** The server does not speak TLS. The detail is empty. */
        NO_TLS,
        /**
         * There is no TLS connection; the detail is the name of the alert that the server sent, such as
         * {@code unknown_ca}, or what else went wrong at the client.
         */
        TLS_FAILED,
        /** The server closed the connection without a word. The detail is empty. */
        DROPPED
    }

    private static final Pattern MATCHED = Pattern.compile("Connection matched (?:file \"(.*)\"|(\\S+)) line (\\d+): ");
    private static final Pattern AUTHENTICATED = Pattern.compile(
            "connection authenticated: (?:identity|user)=\"(.*)\" method=\\S+ \\((.*):(\\d+)\\)", Pattern.DOTALL);

    public LoginOutcome {
        log = List.copyOf(log);
    }

    /** Tells whether the client got in, as far as pg_hba.conf and pg_ident.conf decide. */
    public boolean accepted() {
        return kind == Kind.ACCEPTED;
    }

    /**
     * Returns the line of the record that was applied, if the log tells: for failed authentications, and from version
     * 14 on for successful ones too; not for {@code reject}, and for {@code trust} from version 16 on.
     */
    public OptionalInt matchedLine() {
        return Stream.concat(find(MATCHED), find(AUTHENTICATED))
                .mapToInt(matcher -> Integer.parseInt(matcher.group(3)))
                .findFirst();
    }

    /** Returns the file of the record that was applied, where {@link #matchedLine} is known. */
    public Optional<String> matchedFile() {
        return Stream.concat(
                        find(MATCHED)
                                .map(matcher ->
                                        Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2))),
                        find(AUTHENTICATED).map(matcher -> matcher.group(2)))
                .findFirst();
    }

    /** Returns who the server says it has authenticated, such as a distinguished name: from version 14 on. */
    public Optional<String> identity() {
        return find(AUTHENTICATED).map(matcher -> matcher.group(1)).findFirst();
    }

    private Stream<Matcher> find(Pattern pattern) {
        return log.stream()
                .flatMap(entry -> Stream.of(entry.message(), entry.detail()))
                .map(pattern::matcher)
                .filter(Matcher::find);
    }

    @Override
    public String toString() {
        return kind + " " + detail + " " + sqlState + "\n"
                + log.stream().map(LogEntry::toString).collect(Collectors.joining("\n"));
    }
}
