package io.github.pgmtls.lint.config;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of pg_hba.conf that hold something; those of plain records are read again when they are asked for. */
final class HbaLines extends AbstractList<HbaLine> {

    private final PlainRecords table;

    /** Numbers of rows; of other lines, the complement of their number. */
    private final int[] items;

    private final int size;
    private final List<HbaLine> others;

    private HbaLines(PlainRecords table, int[] items, int size, List<HbaLine> others) {
        this.table = table;
        this.items = items;
        this.size = size;
        this.others = others;
    }

    /** Parses what was read, up to where there are too many faults. */
    static HbaLines parse(AuthFileReader reader, LineSequence lines, PlainRecords table, HbaLineParser parser) {
        int[] items = lines.items();
        List<HbaLine> others = new ArrayList<>(lines.cut().size());
        int size = 0;
        boolean goesOn = true;
        while (size < items.length && goesOn) {
            int item = items[size++];
            if (item < 0) {
                HbaLine line = parser.parse(lines.cut().get(~item));
                others.add(line);
                goesOn = !line.isRefused() || reader.goesOnAfterFault();
            }
        }
        return new HbaLines(table, items, size, others);
    }

    /** Returns the lines that the server has something to say about, and maybe some more. */
    List<HbaLine> others() {
        return others;
    }

    @Override
    public HbaLine get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int item = items[index];
        return item < 0
                ? others.get(~item)
                : new HbaLine(
                        table.line(item),
                        Optional.of(new PlainRecord(table, item)),
                        Optional.empty(),
                        Optional.empty());
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * Returns the records.
     *
     * @param meant also those that refused lines were most likely meant to be
     */
    List<HbaRecord> records(boolean meant) {
        List<HbaRecord> records = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (items[i] >= 0) {
                records.add(new PlainRecord(table, items[i]));
                continue;
            }
            HbaLine line = others.get(~items[i]);
            Optional<HbaRecord> record = meant ? line.recordOrMeant() : line.record();
            if (record.isPresent()) {
                records.add(record.get());
            }
        }
        return records;
    }
}
