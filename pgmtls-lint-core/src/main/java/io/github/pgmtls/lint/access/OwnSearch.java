package io.github.pgmtls.lint.access;

/** Searches the connections that a record decides itself. */
final class OwnSearch extends DeciderSearch {

    private final int record;

    OwnSearch(Questions questions, int record) {
        super(questions, Decisions.EVERY, record + 1, 1);
        this.record = record;
    }

    @Override
    void search() {
        for (int entry = entries.start(record); entry < entries.start(record + 1) && !isEnough(); entry++) {
            askOwn(record, entry);
        }
    }
}
