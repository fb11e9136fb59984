package io.github.pgmtls.lint.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The content of one file and the way to name places in it. Immutable; the content is never re-encoded. */
public final class SourceFile {

    private final String path;
    private final String content;
    private volatile @Nullable LineMap lines;

    private SourceFile(String path, String content) {
        this.path = path;
        this.content = content;
    }

    /**
     * Makes a source file of bytes.
     *
     * @param path the path in the linted directory, with {@code /} between its parts
     */
    public static SourceFile of(String path, byte[] content) {
        return new SourceFile(path, new String(content, StandardCharsets.ISO_8859_1));
    }

    /** Makes a source file of a text, as UTF-8. */
    public static SourceFile ofText(String path, String text) {
        return new SourceFile(path, ByteText.encode(text));
    }

    /** Returns the path in the linted directory, with {@code /} between its parts. */
    public String path() {
        return path;
    }

    /** Returns the content as a byte string (see {@link ByteText}); offsets of spans are indexes into it. */
    public String content() {
        return content;
    }

    /** Returns the bytes of the file. */
    public byte[] bytes() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the bytes under a span as a byte string. */
    public String slice(Span span) {
        return content.substring(span.start(), span.end());
    }

    /** Returns the span of the whole file. */
    public Span whole() {
        return new Span(0, content.length());
    }

    /** Returns the line and column of an offset between 0 and the length of the file (inclusive). */
    public Position position(int offset) {
        LineMap map = lines();
        int line = map.line(offset);
        String before = content.substring(map.start(line), offset);
        return new Position(line, ByteText.decode(before).length() + 1);
    }

    /** Returns the number of the line in which an offset lies, 1-based. */
    public int line(int offset) {
        return lines().line(offset);
    }

    /** Returns the number of lines; a final newline does not open a further line unless something follows it. */
    public int lineCount() {
        int count = lines().count();
        boolean lastIsEmpty = count > 1 && lines().start(count) == content.length();
        return lastIsEmpty ? count - 1 : count;
    }

    /** Returns the span of a line without its line end. */
    public Span lineSpan(int line) {
        LineMap map = lines();
        int start = map.start(line);
        int end = line < map.count() ? map.start(line + 1) - 1 : content.length();
        if (end > start && content.charAt(end - 1) == '\r') {
            end--;
        }
        return new Span(start, end);
    }

    /** Returns the text of a line without its line end, decoded for people. */
    public String lineText(int line) {
        return ByteText.decode(slice(lineSpan(line)));
    }

    private LineMap lines() {
        LineMap map = lines;
        if (map == null) {
            map = LineMap.of(content);
            lines = map;
        }
        return map;
    }

    @Override
    public String toString() {
        return path;
    }
}
