package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.Demand;
import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.postgres.AuthMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Numbers for decisions: records decide alike exactly if theirs have the same number. */
final class Decisions {

    /** The number of {@link Decision#REJECT}. */
    static final int REJECT = 0;

    /** All of them. */
    static final IntPredicate EVERY = number -> true;

    private static final int UNSEEN = -1;

    private final List<Decision> decisions = new ArrayList<>(List.of(Decision.REJECT));
    private final Map<Decision, Integer> numbers = new HashMap<>(Map.of(Decision.REJECT, REJECT));

    /** By demands; records share them. */
    private final Map<Demand, Integer> known = new IdentityHashMap<>();

    /** By the text of their only option, which is empty for none: the numbers by method and demand of a certificate. */
    private final Map<String, int[]> shortcuts = new HashMap<>();

    int of(HbaRecord record) {
        Demand demand = record.demand();
        Integer number = known.get(demand);
        if (number == null) {
            number = numberOf(demand);
            known.put(demand, number);
        }
        return number;
    }

    private int numberOf(Demand demand) {
        List<HbaOption> options = demand.options();
        if (options.size() > 1) {
            return of(Decision.of(demand));
        }
        String only = options.isEmpty() ? "" : options.get(0).token().value();
        int[] numbersOfOnly = shortcuts.computeIfAbsent(only, text -> {
            int[] unseen = new int[AuthMethod.values().length * ClientCert.values().length];
            Arrays.fill(unseen, UNSEEN);
            return unseen;
        });
        int at = demand.method().ordinal() * ClientCert.values().length
                + demand.clientCert().ordinal();
        if (numbersOfOnly[at] == UNSEEN) {
            numbersOfOnly[at] = of(Decision.of(demand));
        }
        return numbersOfOnly[at];
    }

    /** Returns the decision of a number. */
    Decision get(int number) {
        return decisions.get(number);
    }

    private int of(Decision decision) {
        return numbers.computeIfAbsent(decision, d -> {
            decisions.add(d);
            return decisions.size() - 1;
        });
    }

    /** Returns the same condition on numbers; each decision is asked about once. */
    IntPredicate numbers(Predicate<Decision> condition) {
        return new Numbers(condition, decisions);
    }

    private static final class Numbers implements IntPredicate {

        private final Predicate<Decision> condition;
        private final List<Decision> decisions;
        private final BitSet asked = new BitSet();
        private final BitSet wanted = new BitSet();

        Numbers(Predicate<Decision> condition, List<Decision> decisions) {
            this.condition = condition;
            this.decisions = decisions;
        }

        @Override
        public boolean test(int number) {
            if (!asked.get(number)) {
                asked.set(number);
                wanted.set(number, condition.test(decisions.get(number)));
            }
            return wanted.get(number);
        }
    }
}
