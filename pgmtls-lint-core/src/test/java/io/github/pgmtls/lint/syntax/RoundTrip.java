package io.github.pgmtls.lint.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asserts that tokens, and the blanks and comments between them, are the whole file. Contents are byte strings. */
public final class RoundTrip {

    private static final Pattern CONF_GAP = Pattern.compile("[ \t\r]*(#[^\n]*)?");
    private static final Pattern GAP = Pattern.compile("([ \t\r\n,]++|#[^\n]*+)*+");
    private static final Pattern JOINING_GAP =
            Pattern.compile("([ \t\r\n,]++|\\\\\r*+(\n|$)|#([^\n\\\\]++|\\\\\r*+\n|\\\\)*+)*+");
    private static final Pattern JOINT = Pattern.compile("\\\\\r*\n");

    private RoundTrip() {}

    /** Returns a text with the line ends, the start and the end that files of it may have. */
    public static Stream<String> variants(String text) {
        return Stream.of(
                        text,
                        text.replace("\r\n", "\n").replace("\n", "\r\n"),
                        "\u00ef\u00bb\u00bf" + text,
                        text.replaceAll("\r?\n$", ""),
                        text.replace("\n", "\r"))
                .distinct();
    }

    /** Asserts it of a file in the format of postgresql.conf. */
    public static void assertConf(String content) {
        SourceFile file = file("postgresql.conf", content);
        List<ConfToken> tokens = ConfFile.tokens(file);
        StringBuilder whole = new StringBuilder();
        int position = 0;
        for (ConfToken token : tokens) {
            String gap = content.substring(position, token.span().start());
            assertThat(gap).as("gap of blanks and a comment").matches(CONF_GAP);
            whole.append(gap).append(file.slice(token.span()));
            position = token.span().end();
        }
        assertThat(whole.append(content.substring(position))).hasToString(content);
        assertThat(tokens.get(tokens.size() - 1).kind()).isEqualTo(ConfToken.Kind.END);
        assertThat(tokens.get(tokens.size() - 1).span().start()).isEqualTo(content.length());
        long lines = tokens.stream()
                .filter(token -> token.kind() == ConfToken.Kind.END_OF_LINE)
                .count();
        assertThat(lines).isEqualTo(content.chars().filter(c -> c == '\n').count());
    }

    /**
     * Asserts it of an authentication file. Behind a NUL byte, and behind a token too long, the server loses the rest of
     * a line; there only the order of the tokens is checked.
     */
    public static void assertAuth(String content, AuthFileSyntax syntax) {
        SourceFile file = file("pg_hba.conf", content);
        boolean whole = content.indexOf('\0') < 0;
        Pattern gap = syntax.continuations() ? JOINING_GAP : GAP;
        StringBuilder again = new StringBuilder();
        int position = 0;
        for (AuthLine line : AuthFileTokenizer.tokenize(file, syntax)) {
            assertThat(line.span().start()).isGreaterThanOrEqualTo(position);
            for (AuthToken token : tokens(line)) {
                String between = content.substring(position, token.start());
                if (whole) {
                    assertThat(between).as("gap of blanks, commas and comments").matches(gap);
                    assertThat(unquoted(token.value())).isEqualTo(unquoted(joined(file.slice(token.span()), syntax)));
                }
                again.append(between).append(file.slice(token.span()));
                position = token.end();
            }
            assertThat(line.span().end()).isGreaterThanOrEqualTo(position);
            if (line.error().isPresent()) {
                again.append(content, position, line.span().end());
                position = line.span().end();
            }
        }
        if (whole) {
            assertThat(content.substring(position)).as("rest").matches(gap);
        }
        assertThat(again.append(content.substring(position))).hasToString(content);
    }

    private static List<AuthToken> tokens(AuthLine line) {
        List<AuthToken> tokens = new ArrayList<>();
        line.fields().forEach(field -> tokens.addAll(field.tokens()));
        return tokens;
    }

    private static String joined(String text, AuthFileSyntax syntax) {
        return syntax.continuations() ? JOINT.matcher(text).replaceAll("") : text;
    }

    private static String unquoted(String text) {
        return text.replace("\"", "");
    }

    private static SourceFile file(String path, String content) {
        return SourceFile.of(path, content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
