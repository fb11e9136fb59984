package io.github.pgmtls.lint;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import io.github.pgmtls.lint.syntax.ConfFile;
import io.github.pgmtls.lint.syntax.ConfLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lays out a file anew at random, so that the server reads the same; the same for the same seed. */
final class Reformatter {

    private final SplittableRandom random;
    private final SourceFile file;

    /** Bytes to be replaced, in order. */
    private record Edit(Span span, String text) {}

    private final List<Edit> edits = new ArrayList<>();

    private Reformatter(String content, long seed) {
        this.random = new SplittableRandom(seed);
        this.file = SourceFile.ofText("file", content);
    }

    static String records(String content, AuthFileSyntax syntax, long seed) {
        Reformatter reformatter = new Reformatter(content, seed);
        for (AuthLine line : AuthFileTokenizer.tokenize(reformatter.file, syntax)) {
            reformatter.record(line);
        }
        return reformatter.result();
    }

    static String settings(String content, long seed) {
        Reformatter reformatter = new Reformatter(content, seed);
        for (ConfLine line : ConfFile.parse(reformatter.file).lines()) {
            if (line instanceof ConfLine.Entry entry) {
                Span whole = reformatter.file.lineSpan(entry.line());
                reformatter.before(whole);
                reformatter.edits.add(new Edit(
                        new Span(entry.nameSpan().end(), entry.valueSpan().start()),
                        reformatter.of(" ", "\t", " = ", "=", "\t=  ")));
                reformatter.behind(whole);
            }
        }
        return reformatter.result();
    }

    private void record(AuthLine line) {
        if (line.error().isPresent()) {
            return;
        }
        before(line.span());
        int end = -1;
        for (AuthField field : line.fields()) {
            if (end >= 0) {
                blanks(new Span(end, field.span().start()), "");
            }
            int inner = -1;
            for (AuthToken token : field.tokens()) {
                if (inner >= 0) {
                    blanks(new Span(inner, token.start()), ",");
                }
                inner = token.end();
            }
            end = field.span().end();
        }
        behind(line.span());
    }

    /** What is between two words is laid out anew if it is plain: no continuation, no odd commas. */
    private void blanks(Span gap, String separator) {
        String plain = file.slice(gap).replaceAll("[ \t]", "");
        if (plain.equals(separator) && (!separator.isEmpty() || gap.length() > 0)) {
            String text = separator.isEmpty() ? of(" ", "   ", "\t", " \t ") : separator + of("", " ", "\t");
            edits.add(new Edit(gap, text));
        }
    }

    /** A comment or an empty line above, unless the line above goes on into this one. */
    private void before(Span line) {
        int start = file.lineSpan(file.line(line.start())).start();
        boolean isContinued = start >= 2 && file.content().substring(0, start).matches("(?s).*\\\\\\r?\\n");
        if (!isContinued && start == line.start()) {
            edits.add(new Edit(new Span(start, start), of("", "", "\n", "# checked in spring\n", "\n\n#\n", "  ")));
        }
    }

    private void behind(Span line) {
        String text = file.slice(line);
        boolean isOpen = text.chars().filter(c -> c == '"').count() % 2 == 1
                || text.chars().filter(c -> c == '\'').count() % 2 == 1;
        if (!text.endsWith("\\") && !isOpen) {
            edits.add(new Edit(new Span(line.end(), line.end()), of("", " ", " # checked in spring", "\t#")));
        }
    }

    private String of(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private String result() {
        StringBuilder out = new StringBuilder(file.content());
        for (int i = edits.size() - 1; i >= 0; i--) {
            out.replace(
                    edits.get(i).span().start(),
                    edits.get(i).span().end(),
                    edits.get(i).text());
        }
        return ByteText.decode(out.toString());
    }
}
