package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the marks of the YAML library (line and code points) into spans of bytes. */
final class YamlPlaces {

    private YamlPlaces() {}

    static Location locate(SourceFile file, @Nullable Mark start, @Nullable Mark end) {
        if (start == null) {
            return Location.of(file);
        }
        int from = offset(file, start);
        int to = end == null ? from : Math.max(from, offset(file, end));
        // a block ends where the next thing starts: only its first line is worth showing
        int lineEnd =
                file.lineSpan(Math.min(start.getLine() + 1, file.lineCount())).end();
        return new Location(file, new Span(from, Math.max(from, Math.min(to, lineEnd))), "");
    }

    private static int offset(SourceFile file, Mark mark) {
        int line = mark.getLine() + 1;
        if (line > file.lineCount()) {
            return file.content().length();
        }
        Span span = file.lineSpan(line);
        String text = file.lineText(line);
        int chars = text.offsetByCodePoints(0, Math.min(mark.getColumn(), text.codePointCount(0, text.length())));
        int bytes = text.substring(0, chars).getBytes(StandardCharsets.UTF_8).length;
        return Math.min(span.start() + bytes, span.end());
    }
}
