package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one authentication file into logical lines, fields and tokens as {@code tokenize_auth_file},
 * {@code next_field_expand} and {@code next_token} of {@code src/backend/libpq/hba.c} do. References to other files
 * ({@code @list}, include) are left as tokens.
 */
public final class AuthFileTokenizer {

    /** The server's message for a token that does not fit its buffer. */
    public static final String TOKEN_TOO_LONG = "authentication file token too long";

    /** The server's message for a line that does not fit its buffer. */
    public static final String LINE_TOO_LONG = "authentication file line too long";

    private final SourceFile file;
    private final AuthFileSyntax syntax;
    private final TokenPool pool;
    private final ReadingLimits limits;
    private final AuthLines lines = new AuthLines();

    private AuthFileTokenizer(SourceFile file, AuthFileSyntax syntax, TokenPool pool, ReadingLimits limits) {
        this.limits = limits;
        this.file = file;
        this.syntax = syntax;
        this.pool = pool;
    }

    /** Returns the lines that hold something, in their order. */
    public static List<AuthLine> tokenize(SourceFile file, AuthFileSyntax syntax) {
        return tokenize(file, syntax, new ReadingLimits(), PlainLines.NONE).lines();
    }

    /** Returns the lines that hold something, in their order, up to where the limits are exceeded. */
    public static AuthLines tokenize(
            SourceFile file, AuthFileSyntax syntax, ReadingLimits limits, PlainLines plainLines) {
        AuthFileTokenizer tokenizer =
                new AuthFileTokenizer(file, syntax, new TokenPool(file.content().length()), limits);
        LineReader reader = new LineReader(file.content(), syntax);
        while (!limits.areExceeded() && reader.next()) {
            if (!tokenizer.isTaken(reader, plainLines)) {
                tokenizer.addLine(reader);
            }
        }
        return tokenizer.lines;
    }

    /**
     * Returns a plain line, cut into tokens.
     *
     * @param start where it begins
     * @param number its line number
     */
    public static AuthLine plainLine(SourceFile file, AuthFileSyntax syntax, int start, int number) {
        LineReader reader = LineReader.of(file.content(), syntax, start, number);
        AuthFileTokenizer tokenizer =
                new AuthFileTokenizer(file, syntax, new TokenPool(reader.end() - start), new ReadingLimits());
        tokenizer.addLine(reader);
        return tokenizer.lines.lines().get(0);
    }

    private boolean isTaken(LineReader line, PlainLines plainLines) {
        if (!line.isVerbatim() || !limits.hasRoomFor((line.to() - line.from()) / 2 + 1)) {
            return false;
        }
        int tokens = plainLines.take(line.bytes(), line.from(), line.to(), line.number());
        if (tokens == 0) {
            return false;
        }
        limits.count(tokens);
        lines.addPlain();
        return true;
    }

    private void addLine(LineReader line) {
        List<AuthField> fields = new ArrayList<>(6);
        int tokens = 0;
        Optional<String> error = line.tooLong() ? Optional.of(LINE_TOO_LONG) : Optional.empty();
        if (error.isEmpty()) {
            TokenScanner scanner = new TokenScanner(line, syntax, pool);
            while (!scanner.atEnd() && !scanner.failed()) {
                AuthField field = nextField(scanner, tokens);
                if (field != null) {
                    fields.add(field);
                    tokens += field.tokens().size();
                }
                if (!limits.allow(tokens)) {
                    return;
                }
            }
            error = scanner.failed() ? Optional.of(TOKEN_TOO_LONG) : Optional.empty();
        }
        limits.count(tokens);
        if (error.isPresent()) {
            limits.countFault();
        }
        if (!fields.isEmpty() || error.isPresent()) {
            lines.add(new AuthLine(file, line.number(), new Span(line.start(), line.end()), fields, error));
        }
    }

    /** Reads tokens up to one that no comma follows at once; nothing at a comment or the end of the line. */
    private @Nullable AuthField nextField(TokenScanner scanner, int before) {
        AuthToken first = null;
        List<AuthToken> several = null;
        do {
            AuthToken token = scanner.next(file);
            if (token == null) {
                break;
            }
            if (first == null) {
                first = token;
            } else {
                if (several == null) {
                    several = new ArrayList<>();
                    several.add(first);
                }
                several.add(token);
            }
        } while (scanner.endedByComma() && (several == null || limits.allow(before + several.size())));
        if (first == null) {
            return null;
        }
        return new AuthField(several == null ? List.of(first) : several);
    }
}
