package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Records of which a rule could not tell whether it has something to say; told together, since there may be many. */
final class Unclear {

    private final List<HbaRecord> records = new ArrayList<>();

    void add(HbaRecord record) {
        records.add(record);
    }

    /** Returns the first door that certainly is one; notes a record for which there is none, but may be. */
    Optional<Decider> firstCertain(HbaRecord record, Deciders deciders, Predicate<Decider> counts) {
        List<Decider> doors = deciders.all().stream().filter(counts).toList();
        Optional<Decider> certain =
                doors.stream().filter(door -> door.witness().certain()).findFirst();
        if (certain.isEmpty() && (!doors.isEmpty() || !deciders.complete())) {
            add(record);
        }
        return certain;
    }

    /** Tells about them, if there are any. */
    void tell(RuleOutcome.Builder outcome, String what) {
        if (!records.isEmpty()) {
            int more = records.size() - 1;
            String others = more == 0 ? "" : " (and " + more + " more)";
            outcome.inconclusive(
                    "whether this record" + others + " " + what
                            + " depends on role membership, host names or other facts " + "that the files do not tell",
                    records.get(0).location());
        }
    }
}
