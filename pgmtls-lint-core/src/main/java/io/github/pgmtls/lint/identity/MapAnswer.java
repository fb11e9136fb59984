package io.github.pgmtls.lint.identity;

import io.github.pgmtls.lint.config.IdentMapping;
import java.util.List;
import java.util.Optional;

/** Whether a system name may be a user. */
public sealed interface MapAnswer {

    /**
     * It may.
     *
     * @param by the row of the map that says so; nothing where there is no map and the names are equal
     */
    record Granted(Optional<IdentMapping> by) implements MapAnswer {}

    /**
     * It may not.
     *
     * @param why why not
     * @param serverMessage what the server writes to its log
     * @param by the row that ended the search, if one did
     */
    record Refused(Why why, String serverMessage, Optional<IdentMapping> by) implements MapAnswer {}

    /**
     * That depends on what is not known.
     *
     * @param conditions clauses, such as {@code app is a member of ops}; if they all hold, it may
     */
    record Unknown(List<String> conditions) implements MapAnswer {
        public Unknown {
            conditions = List.copyOf(conditions);
        }
    }

    /** Why a system name may not be a user. */
    enum Why {
        /** There is no map, and the names differ. */
        NAME_MISMATCH,
        /** No row of the map grants it. */
        NO_MATCH,
        /** A row wants a group of its regular expression that took no part in the match; the rows behind are not read. */
        ROW_ABORTS
    }
}
