package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.PlainLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of records that nothing is to be said about, by the hundred thousand. A row holds what it takes to decide
 * connections and where the line begins; everything else is read again from the file.
 */
final class PlainRecords {

    /** In a small file, the table would cost more than it saves. */
    static final int LEAST_BYTES = 16_384;

    private static final int BYTES_OF_A_RECORD = 48;

    private final HbaLineParser parser;
    private final AuthFileSyntax syntax;
    private final int leastBytes;
    private @Nullable PlainLineReader reader;

    private final List<SourceFile> files = new ArrayList<>();
    private int[] firstRow = new int[4];

    private int size;
    private int[] start = {};
    private int[] number = {};
    private int[] database = {};
    private int[] user = {};

    /** The bits of an IPv4 address, or a number of a pattern. */
    private int[] address = {};

    /** In the lowest byte the prefix length of an IPv4 address or {@link #PATTERN}, above the number of the form. */
    private int[] form = {};

    static final int PATTERN = 0xff;

    private final List<AddressPattern> patterns = new ArrayList<>(List.of(AddressPattern.LOCAL));

    /** The row that was read again last. */
    private volatile @Nullable Again again;

    private record Again(int row, HbaRecord record) {}

    /**
     * @param leastBytes how large a file must be to have rows here
     */
    PlainRecords(HbaLineParser parser, AuthFileSyntax syntax, int leastBytes) {
        this.parser = parser;
        this.syntax = syntax;
        this.leastBytes = leastBytes;
    }

    /** Returns what takes the plain lines of a file, from its beginning on. */
    PlainLines linesOf(SourceFile file) {
        if (file.content().length() < leastBytes) {
            return PlainLines.NONE;
        }
        if (files.size() == firstRow.length) {
            firstRow = Arrays.copyOf(firstRow, files.size() * 2);
        }
        firstRow[files.size()] = size;
        files.add(file);
        reserve(size + file.content().length() / BYTES_OF_A_RECORD);
        PlainLineReader lines = reader;
        if (lines == null) {
            lines = new PlainLineReader(this, parser, syntax);
            reader = lines;
        }
        lines.begin(file);
        return lines;
    }

    private void reserve(int rows) {
        if (rows > start.length) {
            start = Arrays.copyOf(start, rows);
            number = Arrays.copyOf(number, rows);
            database = Arrays.copyOf(database, rows);
            user = Arrays.copyOf(user, rows);
            address = Arrays.copyOf(address, rows);
            form = Arrays.copyOf(form, rows);
        }
    }

    int size() {
        return size;
    }

    void add(int lineStart, int lineNumber, int databases, int users, int bits, int prefix, int formNumber) {
        if (size == start.length) {
            reserve(size + (size >> 1) + 16);
        }
        start[size] = lineStart;
        number[size] = lineNumber;
        database[size] = databases;
        user[size] = users;
        address[size] = bits;
        form[size] = formNumber << 8 | prefix;
        size++;
    }

    /** Returns the number of a pattern. */
    int pattern(AddressPattern pattern) {
        patterns.add(pattern);
        return patterns.size() - 1;
    }

    private PlainLineReader words() {
        PlainLineReader words = reader;
        if (words == null) {
            throw new IllegalStateException("there are no rows");
        }
        return words;
    }

    private SourceFile file(int row) {
        int found = Arrays.binarySearch(firstRow, 0, files.size(), row);
        int file = found >= 0 ? found : -found - 2;
        while (file + 1 < files.size() && firstRow[file + 1] <= row) {
            // files without rows begin where the next one does
            file++;
        }
        return files.get(file);
    }

    /** Works out what the names mean that were met since the last time. */
    void learn() {
        PlainLineReader words = reader;
        if (words != null) {
            words.learn();
        }
    }

    /** Tells whether a row turned out to be a plain record; otherwise it is to be read again as any other line. */
    boolean isPlain(int row) {
        return !words().isMistaken() || words().isPlain(database[row], user[row]);
    }

    int lineNumber(int row) {
        return number[row];
    }

    ConnectionType type(int row) {
        return words().type(form[row] >>> 8);
    }

    Demand demand(int row) {
        return words().demand(form[row] >>> 8);
    }

    NameColumn databases(int row) {
        return words().databases(database[row]);
    }

    NameColumn users(int row) {
        return words().users(user[row]);
    }

    AddressPattern address(int row) {
        int prefix = form[row] & 0xff;
        return prefix == PATTERN
                ? patterns.get(address[row])
                : new AddressPattern.Network(IpAddress.v4(address[row]), IpAddress.mask(false, prefix));
    }

    /** Reads the tokens of a row again. */
    AuthLine line(int row) {
        Again last = again;
        return last != null && last.row == row
                ? last.record.line()
                : AuthFileTokenizer.plainLine(file(row), syntax, start[row], number[row]);
    }

    /** Reads a row again with all its places. */
    HbaRecord parsed(int row) {
        Again last = again;
        if (last == null || last.row != row) {
            HbaRecord record = parser.parse(line(row))
                    .record()
                    .orElseThrow(() -> new IllegalStateException("row " + row + " is not plain"));
            last = new Again(row, record);
            again = last;
        }
        return last.record;
    }
}
