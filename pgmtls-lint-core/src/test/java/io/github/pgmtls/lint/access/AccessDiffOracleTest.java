package io.github.pgmtls.lint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.testing.LongRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what is said of the difference of two files against all connections in all worlds. */
class AccessDiffOracleTest {

    private static final int PAIRS = Integer.getInteger("pgmtls.oracle.files", LongRun.isOn() ? 100_000 : 2_000);
    private static final long FIRST_SEED = Long.getLong("pgmtls.seed", 0);
    private static final int ENOUGH = 10;

    private int changed;
    private int unchanged;

    @Test
    void exactlyTheConnectionsThatAreDecidedOtherwiseAreChanges() {
        List<String> disagreements = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS && disagreements.size() < ENOUGH; seed++) {
            check(seed, disagreements);
        }
        assertThat(disagreements).isEmpty();
        assertThat(changed).isGreaterThan(PAIRS / 5);
        assertThat(unchanged).isGreaterThan(PAIRS / 10);
    }

    private void check(long seed, List<String> disagreements) {
        RandomHba random = new RandomHba(seed);
        String before = random.text();
        String after = random.edited(before);
        Surroundings surroundings = random.surroundings();
        String where = "seed " + seed + "\n" + before + "---\n" + after + surroundings + "\n";
        try {
            List<HbaRecord> recordsBefore = Hba.records(before);
            List<HbaRecord> recordsAfter = Hba.records(after);
            boolean exact = !random.hasOpenRegexes()
                    && (seed % 3 != 1
                            || Stream.concat(recordsBefore.stream(), recordsAfter.stream())
                                    .noneMatch(AccessDiffOracleTest::hasGaps));
            String problem = problem(recordsBefore, recordsAfter, surroundings, seed, exact);
            if (!problem.isEmpty()) {
                disagreements.add(where + problem);
            }
        } catch (RuntimeException e) {
            throw new AssertionError(where, e);
        }
    }

    private static boolean hasGaps(HbaRecord record) {
        return record.address() instanceof AddressPattern.Network n && n.mask().prefixLength() < 0;
    }

    private String problem(
            List<HbaRecord> before, List<HbaRecord> after, Surroundings surroundings, long seed, boolean exact) {
        boolean small = seed % 2 == 0;
        Budget usual = Budget.DEFAULT;
        Budget budget = new Budget(
                usual.entries(),
                small ? 0 : usual.products(),
                seed % 3 == 1 ? 1 : usual.ranges(),
                usual.stepsPerQuestion(),
                usual.steps(),
                usual.reducedSteps());
        Tuning tuning = small ? new Tuning((int) (seed % 6), 1 + (int) (seed % 5), (int) (seed % 4)) : Tuning.DEFAULT;
        AccessDiff diff = AccessDiff.between(before, after, surroundings, budget, tuning);
        Universe universe = new Universe(List.of(before, after), surroundings);
        Found found = new Found();
        universe.forEach((connection, worlds) -> {
            boolean always = true;
            for (World world : worlds) {
                boolean other = !decision(before, world, connection).equals(decision(after, world, connection));
                found.possible |= other;
                always &= other;
            }
            found.sure |= always;
        });
        changed += found.possible ? 1 : 0;
        unchanged += found.possible ? 0 : 1;
        if (exact && (!diff.isDecided() || diff.isUnchanged() == found.possible)) {
            return "decided " + diff.isDecided() + ", changes " + diff.changes() + ", expected " + found.possible;
        }
        if (found.possible && diff.isUnchanged()) {
            return "said to be unchanged";
        }
        boolean sure =
                diff.changes().stream().anyMatch(change -> change.witness().certain());
        if (exact && sure && !found.sure) {
            return "no change is certain: " + diff.changes();
        }
        return diff.changes().stream()
                .map(change -> problem(change, before, after, universe))
                .reduce("", String::concat);
    }

    private static final class Found {
        private boolean possible;
        private boolean sure;
    }

    private static Decision decision(List<HbaRecord> records, World world, Connection connection) {
        int matching = world.matching(records, connection);
        return matching == 0 ? Decision.REJECT : Decision.of(records.get(Integer.numberOfTrailingZeros(matching)));
    }

    private static String problem(
            AccessChange change, List<HbaRecord> before, List<HbaRecord> after, Universe universe) {
        Connection connection = change.witness().connection();
        List<World> worlds = universe.worldsOf(connection);
        long agreeing = worlds.stream()
                .filter(world -> isFirst(change.before().index(), before, world, connection)
                        && isFirst(change.after().index(), after, world, connection))
                .count();
        boolean different = !change.before().decision().equals(change.after().decision());
        return different && agreeing > 0 && (!change.witness().certain() || agreeing == worlds.size())
                ? ""
                : "not so: " + change + " in " + agreeing + " of " + worlds.size() + " worlds";
    }

    private static boolean isFirst(int index, List<HbaRecord> records, World world, Connection connection) {
        int matching = world.matching(records, connection);
        return index == (matching == 0 ? records.size() : Integer.numberOfTrailingZeros(matching));
    }
}
