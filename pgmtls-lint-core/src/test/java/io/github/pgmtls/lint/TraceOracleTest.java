package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.TraceScenario.Attempt;
import io.github.pgmtls.lint.testing.LongRun;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Connections end at real servers, of every version, as the trace says; and so do the examples of the analysis. */
class TraceOracleTest {

    private static final int ATTEMPTS = LongRun.isOn() ? 5_000 : 200;
    private static final int ATTEMPTS_PER_CONFIGURATION = 10;

    /** Of so many, the connection is tried that ends in the rarest way. */
    private static final int CANDIDATES = 16;

    private static final long FIRST_SEED = Long.getLong("pgmtls.seed", 0);

    /** After this many disagreements there is nothing more to learn. */
    private static final int ENOUGH = 10;

    @EachPostgres
    void connectionsEndAsTheTraceSays(RealPostgres server) {
        TraceServer.prepare(server);
        List<String> disagreements = new ArrayList<>();
        TraceTally tally = new TraceTally();
        long seed = FIRST_SEED;
        while (tally.attempts() < ATTEMPTS && disagreements.size() < ENOUGH) {
            TraceScenario scenario = new TraceScenario(server.version(), seed);
            Optional<TraceServer> loaded = TraceServer.load(server, scenario.files());
            if (loaded.isPresent()) {
                for (int i = 0; i < ATTEMPTS_PER_CONFIGURATION; i++) {
                    Attempt attempt = Stream.generate(scenario::attempt)
                            .limit(CANDIDATES)
                            .min(Comparator.comparing(
                                    candidate -> tally.count(loaded.get().reason(candidate))))
                            .orElseThrow();
                    loaded.get().compare(attempt, tally).ifPresent(disagreements::add);
                }
                for (Attempt example : loaded.get().examples()) {
                    tally.example();
                    loaded.get().compare(example, tally).ifPresent(disagreements::add);
                }
            }
            seed++;
        }
        assertThat(disagreements).as("first seed " + FIRST_SEED).isEmpty();
        if (FIRST_SEED == 0) {
            // by chance, other configurations may lack one of the reasons
            tally.requireVariety();
        }
    }
}
