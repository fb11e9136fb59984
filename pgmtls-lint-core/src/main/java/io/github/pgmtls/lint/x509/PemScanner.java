package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds PEM blocks exactly where OpenSSL's {@code PEM_read_bio} finds them, and fails where it fails.
 *
 * <p>OpenSSL reads lines of at most 254 bytes, takes trailing blanks, control characters and bytes above 127 for line
 * end, and wants {@code -----BEGIN} at the very start of a line. After a failure its callers stop; this scanner goes on,
 * so that people learn of everything at once.
 */
final class PemScanner {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String TAIL = "-----";
    private static final String MARK = "\u00ef\u00bb\u00bf";
    private static final int LONGEST_READ = 254;
    private static final int LONGEST_DATA_LINE = 64;

    private final SourceFile file;
    private final String content;
    private final byte[] bytes;
    private final Search newlines = new Search('\n');
    private final Search nuls = new Search('\0');
    private final Search colons = new Search(':');
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<PemBlock> blocks = new ArrayList<>();
    private final List<ReadProblem> problems = new ArrayList<>();
    private int next;
    private int lineStart;
    private int lineEnd;
    private boolean partial;

    PemScanner(SourceFile file) {
        this.file = file;
        this.content = file.content();
        this.bytes = file.bytes();
    }

    List<PemBlock> blocks() {
        return blocks;
    }

    List<ReadProblem> problems() {
        return problems;
    }

    PemScanner scan() {
        boolean first = true;
        while (readLine()) {
            boolean marked = first && lineEnd - lineStart > MARK.length() && content.startsWith(MARK, lineStart);
            if (marked) {
                lineStart += MARK.length();
            }
            if (isBegin()) {
                readBlock(marked);
                first = true;
            } else {
                reportOverlooked();
                first = false;
            }
        }
        return this;
    }

    /** Reads as {@code fgets} does and trims as OpenSSL does; false at the end, which a NUL byte is taken for. */
    private boolean readLine() {
        if (next >= content.length() || content.charAt(next) == 0) {
            return false;
        }
        int limit = Math.min(content.length(), next + LONGEST_READ);
        int end = Math.min(limit, newlines.from(next) + 1);
        lineStart = next;
        next = end;
        partial = end - lineStart == LONGEST_READ && content.charAt(end - 1) != '\n';
        lineEnd = Math.min(end, nuls.from(lineStart));
        while (lineEnd > lineStart && isTrimmed(content.charAt(lineEnd - 1))) {
            lineEnd--;
        }
        return true;
    }

    private static boolean isTrimmed(char c) {
        return c <= ' ' || c >= 0x80;
    }

    private boolean isBegin() {
        return lineEnd - lineStart >= BEGIN.length() + TAIL.length()
                && content.startsWith(BEGIN, lineStart)
                && content.startsWith(TAIL, lineEnd - TAIL.length());
    }

    private void readBlock(boolean marked) {
        int start = lineStart;
        Span label = new Span(start + BEGIN.length(), lineEnd - TAIL.length());
        Span beginLine = new Span(start, lineEnd);
        Body body = new Body();
        Optional<ReadProblem> problem = body.read(label, beginLine);
        Span whole = new Span(start, lineEnd);
        if (problem.isEmpty()) {
            problem = body.finish(whole, label, marked);
        }
        problem.ifPresent(problems::add);
        if (marked) {
            problems.add(problem(
                    ReadProblem.Kind.BYTE_ORDER_MARK,
                    new Span(start - MARK.length(), start),
                    "a byte order mark stands before the block"));
        }
    }

    /** Notices what was surely meant as a block but is not seen by OpenSSL. */
    private void reportOverlooked() {
        if (content.substring(lineStart, lineEnd).contains("--BEGIN ")) {
            problems.add(problem(
                    ReadProblem.Kind.OVERLOOKED_BLOCK,
                    new Span(lineStart, lineEnd),
                    "the line is not exactly \"-----BEGIN <label>-----\", so the block is overlooked"));
        }
    }

    private ReadProblem problem(ReadProblem.Kind kind, Span span, String message) {
        return new ReadProblem(kind, Location.of(file, span), message);
    }

    /** Finds a character from places on that only grow, so that the file is searched once. */
    private final class Search {
        private final char wanted;
        private int found = -1;

        Search(char wanted) {
            this.wanted = wanted;
        }

        /** Returns the place of the next one, or the length of the file if there is none. */
        int from(int place) {
            if (found < place) {
                int at = content.indexOf(wanted, place);
                found = at < 0 ? content.length() : at;
            }
            return found;
        }
    }

    /** The lines between the armour; what comes first is a header if a colon or a blank line says so. */
    private final class Body {
        private String header = "";
        private boolean inHeader;
        private boolean afterHeader;
        private boolean shortLine;

        Optional<ReadProblem> read(Span label, Span beginLine) {
            data.reset();
            while (true) {
                boolean continued = partial;
                if (!readLine()) {
                    lineStart = beginLine.start();
                    lineEnd = beginLine.end();
                    return fail(ReadProblem.Kind.TRUNCATED, "the block is not ended");
                }
                if (!afterHeader && !inHeader && hasColon()) {
                    inHeader = true;
                }
                if (lineEnd == lineStart) {
                    if (continued) {
                        continue;
                    }
                    if (afterHeader) {
                        return fail(ReadProblem.Kind.BAD_END_LINE, "a second blank line stands inside the block");
                    }
                    afterHeader = true;
                    header = data.toString(StandardCharsets.ISO_8859_1);
                    data.reset();
                    continue;
                }
                if (content.startsWith(END, lineStart)) {
                    return endLine(label);
                }
                if (shortLine) {
                    return fail(ReadProblem.Kind.BAD_END_LINE, "text follows a short line inside the block");
                }
                int length = lineEnd - lineStart;
                data.write(bytes, lineStart, length);
                data.write('\n');
                if (afterHeader && length > LONGEST_DATA_LINE) {
                    return fail(ReadProblem.Kind.LONG_LINE, "a line after a blank line is longer than 64 characters");
                }
                shortLine = afterHeader && length < LONGEST_DATA_LINE;
            }
        }

        private boolean hasColon() {
            return colons.from(lineStart) < next;
        }

        private Optional<ReadProblem> endLine(Span label) {
            int labelEnd = lineStart + END.length() + label.length();
            if (lineEnd == labelEnd + TAIL.length()
                    && content.regionMatches(lineStart + END.length(), content, label.start(), label.length())
                    && content.startsWith(TAIL, labelEnd)) {
                return Optional.empty();
            }
            if (content.substring(lineStart, lineEnd).contains(BEGIN)) {
                return fail(ReadProblem.Kind.GLUED_BLOCKS, "a block ends and the next starts in the same line");
            }
            String expected = visible(END + file.slice(label) + TAIL);
            return fail(ReadProblem.Kind.BAD_END_LINE, "the block does not end with \"" + expected + "\"");
        }

        Optional<ReadProblem> finish(Span whole, Span label, boolean marked) {
            if (inHeader && !afterHeader) {
                return failWhole(whole, ReadProblem.Kind.NO_DATA, "the block holds a header but no data");
            }
            if (data.size() == 0) {
                return failWhole(whole, ReadProblem.Kind.NO_DATA, "the block holds no data");
            }
            Optional<byte[]> decoded = Base64Data.decode(data.toByteArray());
            if (decoded.isEmpty()) {
                return failWhole(whole, ReadProblem.Kind.BAD_BASE64, "the block is not sound base64");
            }
            if (decoded.get().length == 0) {
                return failWhole(whole, ReadProblem.Kind.NO_DATA, "the block holds no data");
            }
            blocks.add(new PemBlock(file, whole, label, header, decoded.get(), marked));
            return Optional.empty();
        }

        private Optional<ReadProblem> fail(ReadProblem.Kind kind, String message) {
            return failWhole(new Span(lineStart, lineEnd), kind, message);
        }

        private Optional<ReadProblem> failWhole(Span span, ReadProblem.Kind kind, String message) {
            return Optional.of(problem(kind, span, message));
        }
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c < ' ' || c > '~' ? '?' : (char) c));
        return out.toString();
    }
}
