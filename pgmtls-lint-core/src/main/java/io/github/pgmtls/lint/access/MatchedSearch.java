package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.Witnesses.Limits;
import java.util.function.IntPredicate;

/** Searches the connections that a record matches for an earlier record that decides some of them. */
final class MatchedSearch extends DeciderSearch {

    private final int record;

    MatchedSearch(Questions questions, IntPredicate wanted, int record) {
        super(questions, wanted, record, 1);
        this.record = record;
    }

    @Override
    int alsoMatching() {
        return record;
    }

    @Override
    void search() {
        for (int entry = entries.start(record); entry < entries.start(record + 1) && !isEnough(); entry++) {
            search(Box.of(entries, entry, space.selectors), Limits.NONE);
        }
    }
}
