package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.postgres.AuthMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Numbers for decisions: records decide alike exactly if theirs have the same number. */
final class Decisions {

    /** The number of {@link Decision#REJECT}. */
    static final int REJECT = 0;

    private static final int UNSEEN = -1;

    private final List<Decision> decisions = new ArrayList<>(List.of(Decision.REJECT));
    private final Map<Decision, Integer> numbers = new HashMap<>(Map.of(Decision.REJECT, REJECT));

    /** By the text of their only option, which is empty for none: the numbers by method and demand of a certificate. */
    private final Map<String, int[]> shortcuts = new HashMap<>();

    int of(HbaRecord record) {
        List<HbaOption> options = record.options();
        if (options.size() > 1) {
            return of(Decision.of(record));
        }
        String only = options.isEmpty() ? "" : options.get(0).token().value();
        int[] known = shortcuts.computeIfAbsent(only, text -> {
            int[] unseen = new int[AuthMethod.values().length * ClientCert.values().length];
            Arrays.fill(unseen, UNSEEN);
            return unseen;
        });
        int at = record.method().ordinal() * ClientCert.values().length
                + record.clientCert().ordinal();
        if (known[at] == UNSEEN) {
            known[at] = of(Decision.of(record));
        }
        return known[at];
    }

    private int of(Decision decision) {
        return numbers.computeIfAbsent(decision, d -> {
            decisions.add(d);
            return decisions.size() - 1;
        });
    }

    /** Returns the same condition on numbers; each decision is asked about once. */
    IntPredicate numbers(Predicate<Decision> condition) {
        Boolean[] answers = new Boolean[decisions.size()];
        return number -> {
            Boolean answer = answers[number];
            if (answer == null) {
                answer = condition.test(decisions.get(number));
                answers[number] = answer;
            }
            return answer;
        };
    }
}
