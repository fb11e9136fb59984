package io.github.pgmtls.lint.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.testing.LongRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every claim against all connections in all worlds. */
class ReachabilityOracleTest {

    private static final int FILES = Integer.getInteger("pgmtls.oracle.files", LongRun.isOn() ? 100_000 : 2_000);
    private static final long FIRST_SEED = Long.getLong("pgmtls.seed", 0);

    /** After this many disagreements there is nothing more to learn. */
    private static final int ENOUGH = 10;

    private static int notDecided;

    @Test
    void everyClaimHoldsForAllConnectionsInAllWorlds() {
        List<String> disagreements = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FILES && disagreements.size() < ENOUGH; seed++) {
            check(seed, disagreements);
        }
        assertThat(disagreements).isEmpty();
        assertThat(notDecided).as("records that depend on a regular expression").isLessThanOrEqualTo(FILES / 20);
    }

    private static void check(long seed, List<String> disagreements) {
        RandomHba random = new RandomHba(seed);
        String text = random.text();
        Surroundings surroundings = random.surroundings();
        Supplier<String> where = () -> "seed " + seed + "\n" + text + surroundings + "\n";
        try {
            ClaimCheck check = new ClaimCheck(Hba.records(text), surroundings, seed, !random.hasOpenRegexes());
            check.run();
            notDecided += check.notDecided;
            check.disagreements().forEach(problem -> disagreements.add(where.get() + problem));
        } catch (RuntimeException e) {
            throw new AssertionError(where.get(), e);
        }
    }

    /** Checks all claims about one file. */
    static final class ClaimCheck {

        private final List<HbaRecord> records;
        private final FirstMatch firstMatch;
        private final Reachability reachability;
        private final Universe universe;
        private final int count;

        /** Whether the universe has all classes of connections, and the engine must know all of them. */
        private final boolean exact;

        private final List<String> disagreements = new ArrayList<>();

        private final boolean[] everFirst;
        private final boolean[] surelyFirst;
        private final boolean[] everMatches;
        private final int[] alwaysBefore;
        private final int[] takers;
        private final int[] sureTakers;
        private final boolean[] missed;
        private final Region region;
        private final Decision[] decisions;

        /** Every set of records that match a connection. */
        private final Set<Integer> combinations = new HashSet<>();

        private int looks;
        private int deciders;
        private int sureDeciders;
        private int notDecided;

        ClaimCheck(List<HbaRecord> records, Surroundings surroundings, long seed, boolean closedRegexes) {
            this.records = records;
            this.firstMatch = FirstMatch.of(records, surroundings);
            this.count = records.size();
            this.universe = new Universe(List.of(records), surroundings);
            boolean small = seed % 2 == 0;
            boolean masksAsTheyAre = seed % 3 == 1;
            this.exact = closedRegexes && (!masksAsTheyAre || records.stream().noneMatch(ClaimCheck::hasGaps));
            Budget usual = Budget.DEFAULT;
            Budget budget = new Budget(
                    usual.entries(),
                    small ? 0 : usual.products(),
                    masksAsTheyAre ? 1 : usual.ranges(),
                    usual.stepsPerQuestion(),
                    usual.steps(),
                    usual.reducedSteps());
            Tuning tuning =
                    small ? new Tuning((int) (seed % 6), 1 + (int) (seed % 5), (int) (seed % 4)) : Tuning.DEFAULT;
            this.reachability = new Reachability(records, surroundings, budget, tuning);
            this.decisions = Stream.concat(records.stream().map(Decision::of), Stream.of(Decision.REJECT))
                    .toArray(Decision[]::new);
            this.everFirst = new boolean[count + 1];
            this.surelyFirst = new boolean[count + 1];
            this.everMatches = new boolean[count];
            this.alwaysBefore = new int[count];
            this.takers = new int[count];
            this.sureTakers = new int[count];
            this.missed = new boolean[count];
            for (int i = 0; i < count; i++) {
                alwaysBefore[i] = (1 << i) - 1;
            }
            HbaRecord one = records.get((int) (seed % count));
            HbaRecord other = records.get((int) (seed / 7 % count));
            Region all = Region.everything();
            this.region = new Region(
                    seed % 3 == 0 ? Region.of(one).transports() : all.transports(),
                    seed % 5 < 2 ? one.databaseNames() : all.databases(),
                    seed % 5 < 3 ? other.userNames() : all.users(),
                    seed % 4 < 2 ? List.of(one.address()) : all.addresses());
        }

        private static boolean hasGaps(HbaRecord record) {
            return record.address() instanceof AddressPattern.Network n
                    && n.mask().prefixLength() < 0;
        }

        List<String> disagreements() {
            return disagreements;
        }

        void run() {
            universe.forEach(this::look);
            for (int i = 0; i < count; i++) {
                checkReach(i);
                checkTaken(i);
                checkRedundancy(i);
            }
            checkDeciders();
        }

        private void look(Connection connection, List<World> worlds) {
            int firsts = 0;
            int sureMatches = -1;
            int all = 0;
            boolean surelyInRegion = true;
            int regionFirsts = 0;
            for (World world : worlds) {
                int matching = world.matching(records, connection);
                combinations.add(matching);
                int first = matching == 0 ? count : Integer.numberOfTrailingZeros(matching);
                firsts |= 1 << first;
                sureMatches &= matching;
                all |= matching;
                everFirst[first] = true;
                boolean inRegion = isInRegion(world, connection);
                surelyInRegion &= inRegion;
                if (inRegion) {
                    regionFirsts |= 1 << first;
                }
                for (int i = 0; i < count; i++) {
                    if ((matching >> i & 1) != 0) {
                        alwaysBefore[i] &= matching;
                        takers[i] |= first < i ? 1 << first : 0;
                    }
                }
                if (first < count) {
                    int rest = matching & ~(1 << first);
                    int second = rest == 0 ? count : Integer.numberOfTrailingZeros(rest);
                    missed[first] |= !decision(second).equals(decision(first));
                }
            }
            for (int i = 0; i < count; i++) {
                everMatches[i] |= (all >> i & 1) != 0;
            }
            deciders |= regionFirsts;
            if (Integer.bitCount(firsts) == 1) {
                int first = Integer.numberOfTrailingZeros(firsts);
                surelyFirst[first] = true;
                sureDeciders |= surelyInRegion ? firsts : 0;
                for (int i = first + 1; i < count; i++) {
                    sureTakers[i] |= (sureMatches >> i & 1) != 0 ? firsts : 0;
                }
            }
            if (looks++ % 4 == 0) {
                checkDecide(connection, firsts);
            }
        }

        private boolean isInRegion(World world, Connection connection) {
            if (!region.transports().contains(connection.transport())) {
                return false;
            }
            return region.addresses().stream()
                    .anyMatch(address -> world.matches(region.databases(), region.users(), address, connection));
        }

        private Decision decision(int index) {
            return decisions[index];
        }

        private void checkDecide(Connection connection, int firsts) {
            FirstMatch.Result result = firstMatch.decide(connection);
            int outcomes = 0;
            for (Outcome outcome : result.outcomes()) {
                outcomes |= 1 << outcome.index();
                if (outcome.assumptions().isEmpty() && Integer.bitCount(firsts) > 1) {
                    disagreements.add("certain, but is not: " + connection.phrase());
                }
            }
            if (outcomes != firsts) {
                disagreements.add("decide: " + connection.phrase() + " by " + Integer.toBinaryString(outcomes)
                        + ", expected " + Integer.toBinaryString(firsts));
            }
        }

        private void checkReach(int i) {
            Reach reach = reachability.reach(i);
            boolean agrees;
            if (reach instanceof Reach.Reachable reachable) {
                agrees = !exact || (everFirst[i] && reachable.witness().certain() == surelyFirst[i]);
                checkWitness(i, i, reachable.witness());
            } else if (reach instanceof Reach.Shadowed shadowed) {
                boolean single = alwaysBefore[i] != 0;
                agrees = !everFirst[i]
                        && shadowed.complete()
                        && (!exact
                                || (everMatches[i] && single == (shadowed.by().size() == 1)));
                checkCover(i, shadowed);
            } else if (reach instanceof Reach.Unmatchable) {
                agrees = !everMatches[i];
            } else {
                agrees = !exact;
                notDecided++;
            }
            if (!agrees) {
                disagreements.add("record " + i + ": " + reach + ", ever first " + everFirst[i] + ", surely first "
                        + surelyFirst[i] + ", ever matches " + everMatches[i] + ", always before "
                        + Integer.toBinaryString(alwaysBefore[i]));
            }
        }

        private void checkCover(int i, Reach.Shadowed shadowed) {
            int cover = 0;
            for (int by : shadowed.by()) {
                cover |= 1 << by;
            }
            int bits = cover;
            for (int matching : combinations) {
                if ((matching >> i & 1) != 0 && (matching & bits) == 0) {
                    disagreements.add(
                            "record " + i + ": " + shadowed + " does not cover " + Integer.toBinaryString(matching));
                }
            }
            boolean otherwise =
                    shadowed.by().stream().anyMatch(by -> !decision(by).equals(decision(i)));
            if (shadowed.by().size() == 1 && !otherwise) {
                for (int by = 0; by < i; by++) {
                    if ((alwaysBefore[i] >> by & 1) != 0 && !decision(by).equals(decision(i))) {
                        disagreements.add("record " + i + ": " + shadowed + ", but " + by + " decides otherwise");
                    }
                }
            }
        }

        private void checkTaken(int i) {
            int other = 0;
            for (int q = 0; q < i; q++) {
                other |= decision(q).equals(decision(i)) ? 0 : 1 << q;
            }
            checkTaken(i, "contradicted", reachability.contradictedBy(i), takers[i] & other, sureTakers[i] & other);
            checkTaken(i, "taken", reachability.takenBy(i, d -> true), takers[i], sureTakers[i]);
        }

        private void checkTaken(int i, String what, Deciders found, int possible, int sure) {
            Optional<Decider> first = found.first();
            boolean agrees = !exact
                    ? first.isPresent() || !found.complete() || possible == 0
                    : found.complete()
                            && first.isPresent() == (possible != 0)
                            && (first.isEmpty()
                                    || ((possible >> first.get().index() & 1) != 0
                                            && first.get().witness().certain() == (sure != 0)));
            if (!agrees) {
                disagreements.add("record " + i + " " + what + ": " + found + ", expected "
                        + Integer.toBinaryString(possible) + ", surely " + Integer.toBinaryString(sure));
            }
            first.ifPresent(decider -> checkWitness(decider.index(), i, decider.witness()));
        }

        private void checkRedundancy(int i) {
            Redundancy redundancy = reachability.redundancy(i);
            Redundancy expected = missed[i] ? Redundancy.NEEDED : Redundancy.REDUNDANT;
            if (redundancy != expected && (exact || redundancy == Redundancy.REDUNDANT)) {
                disagreements.add("record " + i + ": " + redundancy + ", expected " + expected);
            }
        }

        private void checkDeciders() {
            Deciders found = reachability.deciders(region, d -> true);
            int bits = 0;
            int sure = 0;
            for (Decider decider : found.all()) {
                bits |= 1 << decider.index();
                sure |= decider.witness().certain() ? 1 << decider.index() : 0;
                checkWitness(decider.index(), -1, decider.witness());
                if (!region.transports().contains(decider.witness().connection().transport())) {
                    disagreements.add("not in the region: " + decider);
                }
            }
            boolean agrees = exact
                    ? bits == deciders && sure == sureDeciders && found.complete()
                    : !found.complete() || (bits & deciders) == deciders;
            if (!agrees) {
                disagreements.add("deciders of " + region + ": " + Integer.toBinaryString(bits) + "/"
                        + Integer.toBinaryString(sure) + ", expected " + Integer.toBinaryString(deciders) + "/"
                        + Integer.toBinaryString(sureDeciders));
            }
        }

        /** A witness must do what is said of it in some world, and in every world if it is certain. */
        private void checkWitness(int first, int alsoMatching, Witness witness) {
            Optional<Outcome> outcome = reachability.explain(first, witness);
            boolean explained = outcome.isPresent()
                    && (!witness.certain() || outcome.get().assumptions().isEmpty());
            int bit = first < count ? 1 << first : 0;
            long worlds = universe.worldsOf(witness.connection()).stream()
                    .mapToInt(world -> world.matching(records, witness.connection()))
                    .filter(matching -> (first < count ? Integer.lowestOneBit(matching) == bit : matching == 0)
                            && (alsoMatching < 0 || (matching >> alsoMatching & 1) != 0))
                    .count();
            long all = universe.worldsOf(witness.connection()).size();
            if (!explained || worlds == 0 || (witness.certain() && worlds < all)) {
                disagreements.add("witness of " + first + ", " + alsoMatching + ": " + witness + " in " + worlds
                        + " of " + all + " worlds, explained " + outcome.map(Outcome::assumptions));
            }
        }
    }
}
