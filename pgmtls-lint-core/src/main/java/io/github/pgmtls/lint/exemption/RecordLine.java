package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
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
import java.util.Locale;
import java.util.Optional;

/**
 * A line that the server reads as a whole: a record, a row of a map, or a setting; with continuations several lines of
 * the file.
 *
 * @param span its bytes, a comment behind it included
 * @param content from its first to its last word
 * @param words what the server reads, written in one way however the line is laid out: as a byte string
 */
record RecordLine(Span span, Span content, String words) {

    private static final String NOT_PLAIN = " \t,\"#\\";

    /** Returns the lines of a pg_hba.conf, a pg_ident.conf or a file that one includes. */
    static List<RecordLine> ofRecords(SourceFile file, AuthFileSyntax syntax) {
        List<RecordLine> lines = new ArrayList<>();
        for (AuthLine line : AuthFileTokenizer.tokenize(file, syntax)) {
            lines.add(new RecordLine(line.span(), line.tokenSpan(), words(file, line)));
        }
        return lines;
    }

    private static String words(SourceFile file, AuthLine line) {
        StringBuilder words = new StringBuilder();
        for (AuthField field : line.fields()) {
            String separator = words.length() == 0 ? "" : " ";
            for (AuthToken token : field.tokens()) {
                words.append(separator).append(word(file, token));
                separator = ",";
            }
        }
        return words.toString();
    }

    /** Quotes tell keywords from names; where they stand within a word means nothing. */
    private static String word(SourceFile file, AuthToken token) {
        if (token.quoted()) {
            return '"' + token.value().replace("\"", "\"\"") + '"';
        }
        boolean isPlain = token.value().chars().noneMatch(c -> NOT_PLAIN.indexOf(c) >= 0);
        return isPlain ? token.value() : file.slice(token.span());
    }

    /** Returns the lines of a postgresql.conf or a file that it includes. */
    static List<RecordLine> ofSettings(SourceFile file) {
        List<RecordLine> lines = new ArrayList<>();
        for (ConfLine line : ConfFile.parse(file).lines()) {
            Span whole = file.lineSpan(file.line(line.span().start()));
            String words = line instanceof ConfLine.Entry entry
                    ? entry.name().toLowerCase(Locale.ROOT) + " = " + entry.value()
                    : file.slice(whole).strip();
            lines.add(new RecordLine(whole, line.span(), words));
        }
        return lines;
    }

    /** Finds the line that holds an offset. */
    static Optional<RecordLine> at(List<RecordLine> lines, int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = lines.get(middle).span();
            if (offset < span.start()) {
                high = middle - 1;
            } else if (offset > span.end()) {
                low = middle + 1;
            } else {
                return Optional.of(lines.get(middle));
            }
        }
        return Optional.empty();
    }
}
