package io.github.pgmtls.lint.access;

import org.jspecify.annotations.Nullable;

/** A list of records, ready to be asked. All lists of a space must be taken apart before the first is asked. */
final class RecordIndex {

    private final Space space;
    private final Entries entries;
    private @Nullable Painting exact;
    private @Nullable Painting possible;
    private @Nullable Overlaps overlaps;
    private @Nullable Apart apart;

    /**
     * @param list which of the lists of the space
     */
    RecordIndex(Space space, int list) {
        this.space = space;
        this.entries = new Entries(space, space.lists.get(list), space.firstOf(list));
    }

    Entries entries() {
        return entries;
    }

    /** Returns who owns which addresses where nothing unknown holds but what an atom says. */
    Painting exact() {
        Painting painting = exact;
        if (painting == null) {
            painting = new Painting(entries, space, entries.exactSelectors());
            exact = painting;
        }
        return painting;
    }

    /** Returns who owns which addresses where everything holds that is not known. */
    Painting possible() {
        if (!space.hasUnknowns) {
            return exact();
        }
        Painting painting = possible;
        if (painting == null) {
            painting = new Painting(entries, space, entries.possibleSelectors());
            possible = painting;
        }
        return painting;
    }

    Apart apart() {
        Apart found = apart;
        if (found == null) {
            found = new Apart(space, this);
            apart = found;
        }
        return found;
    }

    /** Returns the search for overlaps; all who ask must count their steps together. */
    Overlaps overlaps(Steps steps) {
        Overlaps found = overlaps;
        if (found == null) {
            found = new Overlaps(space, possible(), steps);
            overlaps = found;
        }
        return found;
    }
}
