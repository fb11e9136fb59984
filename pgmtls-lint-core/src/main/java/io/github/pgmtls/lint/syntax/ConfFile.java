package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.syntax.ConfToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file in the format of {@code postgresql.conf}, line by line ({@code ParseConfigFp} in guc-file.l). The format is
 * the same in PostgreSQL 10 to 19.
 *
 * @param source the file
 * @param lines its entries and syntax errors in their order
 * @param end how reading ended
 */
public record ConfFile(SourceFile source, List<ConfLine> lines, End end) {

    /** The server gives up a file after this many syntax errors. */
    public static final int MAX_ERRORS = 100;

    /** This library gives up a file after this many lines with content; the server has no limit. */
    public static final int MAX_LINES = 200_000;

    /** How reading of a file ended. */
    public enum End {
        /** The file was read to its end. */
        REACHED,
        /** The server stops here because of too many syntax errors. */
        TOO_MANY_ERRORS,
        /** This library stops here because the file is too long; the rest is unknown. */
        TOO_LONG
    }

    public ConfFile {
        lines = List.copyOf(lines);
    }

    /** Reads a file; whatever it holds, problems are values. */
    public static ConfFile parse(SourceFile source) {
        return new Reader(source).read();
    }

    /** Tells whether no line has a syntax error. */
    public boolean isWellFormed() {
        return lines.stream().noneMatch(ConfLine.SyntaxError.class::isInstance);
    }

    /**
     * Cuts a file into tokens, up to its end; with the blanks and comments between them they are the whole file. After
     * a syntax error the rest of the line is one token of kind {@link Kind#SKIPPED}.
     */
    public static List<ConfToken> tokens(SourceFile source) {
        List<ConfToken> tokens = new ArrayList<>();
        Reader reader = new Reader(source, tokens);
        reader.read();
        return tokens;
    }

    /** Reads line after line. */
    private static final class Reader {

        private final SourceFile source;
        private final ConfLexer lexer;
        private final List<ConfLine> lines = new ArrayList<>();
        private final Optional<List<ConfToken>> tokens;
        private int line = 1;
        private int errors;

        Reader(SourceFile source) {
            this(source, Optional.empty());
        }

        Reader(SourceFile source, List<ConfToken> tokens) {
            this(source, Optional.of(tokens));
        }

        private Reader(SourceFile source, Optional<List<ConfToken>> tokens) {
            this.source = source;
            this.lexer = new ConfLexer(source.content());
            this.tokens = tokens;
        }

        ConfFile read() {
            ConfToken last;
            do {
                last = readLine();
            } while (last.kind() == Kind.END_OF_LINE && (tokens.isPresent() || within()));
            End end = errors >= MAX_ERRORS ? End.TOO_MANY_ERRORS : last.kind() == Kind.END ? End.REACHED : End.TOO_LONG;
            return new ConfFile(source, lines, end);
        }

        private boolean within() {
            return errors < MAX_ERRORS && lines.size() < MAX_LINES;
        }

        private ConfToken next() {
            return keep(lexer.next());
        }

        private ConfToken keep(ConfToken token) {
            tokens.ifPresent(list -> list.add(token));
            return token;
        }

        /** Reads one line and returns the token that ends it. */
        private ConfToken readLine() {
            ConfToken name = next();
            if (name.kind().endsLine()) {
                line++;
                return name;
            }
            if (!name.kind().isName()) {
                return fail(name);
            }
            ConfToken value = next();
            if (value.kind() == Kind.EQUALS) {
                value = next();
            }
            if (!value.kind().isValue()) {
                return fail(value);
            }
            ConfToken end = next();
            if (!end.kind().endsLine()) {
                return fail(end);
            }
            lines.add(new ConfLine.Entry(line, text(name), valueOf(value), name.span(), value.span()));
            line++;
            return end;
        }

        private ConfToken fail(ConfToken token) {
            errors++;
            // At the end of the file the server counts as if a line feed had been read, which it was not.
            int named = token.kind() == Kind.END ? line - 1 : line;
            Optional<String> near = token.kind().endsLine() ? Optional.empty() : Optional.of(upToNul(text(token)));
            Span span = token.kind().endsLine()
                    ? new Span(token.span().start(), token.span().start())
                    : token.span();
            lines.add(new ConfLine.SyntaxError(named, span, near));
            if (token.kind().endsLine()) {
                line++;
                return token;
            }
            keep(lexer.skipLine());
            ConfToken end = next();
            line++;
            return end;
        }

        private String valueOf(ConfToken token) {
            return token.kind() == Kind.STRING ? ConfString.value(text(token)) : text(token);
        }

        private String text(ConfToken token) {
            return source.slice(token.span());
        }

        private static String upToNul(String text) {
            int nul = text.indexOf('\0');
            return nul < 0 ? text : text.substring(0, nul);
        }
    }
}
