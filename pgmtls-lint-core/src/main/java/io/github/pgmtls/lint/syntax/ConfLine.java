package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.source.Span;
import java.util.Optional;

/** A line of {@code postgresql.conf} that is neither empty nor a comment. */
public sealed interface ConfLine {

    /** Returns the number of the line, from 1, as the server counts it. */
    int line();

    /** Returns the bytes to blame or to show: the entry, or the token at which reading failed. */
    Span span();

    /**
     * A well-formed line {@code name [=] value}, also for {@code include} and its like.
     *
     * @param name the name as written, a byte string
     * @param value the value after removal of quotes and escapes, a byte string
     * @param nameSpan where the name stands
     * @param valueSpan where the value stands, with its quotes
     */
    record Entry(int line, String name, String value, Span nameSpan, Span valueSpan) implements ConfLine {
        @Override
        public Span span() {
            return nameSpan.to(valueSpan);
        }
    }

    /**
     * A line that the server cannot read; it goes on with the next one.
     *
     * @param line the line that the server names; for an error at the end of the file it is one too small
     * @param span the token at which reading failed; empty if it is the end of the line
     * @param near that token as the message shows it, or nothing at the end of the line
     */
    record SyntaxError(int line, Span span, Optional<String> near) implements ConfLine {

        /**
         * Returns the server's message.
         *
         * @param path the path of the file as the server would print it
         */
        public String message(String path) {
            String place = "syntax error in file \"" + path + "\" line " + line;
            return near.map(token -> place + ", near token \"" + token + "\"").orElse(place + ", near end of line");
        }
    }
}
