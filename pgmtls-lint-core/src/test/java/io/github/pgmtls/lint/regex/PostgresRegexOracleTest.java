package io.github.pgmtls.lint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.testing.LongRun;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.List;

/** The model compiles and matches as real servers do. */
class PostgresRegexOracleTest {

    private static final boolean LONG = LongRun.isOn();
    private static final int TRIALS = LONG ? 200_000 : 4_000;
    private static final int BATCH = 500;

    /** After this many disagreements there is nothing more to learn. */
    private static final int ENOUGH = 20;

    @EachPostgres
    void theExamplesAreWhatServersAnswer(RealPostgres server) {
        PostgresVersion version = server.version();
        List<Example> examples =
                Example.all().stream().filter(example -> example.isFor(version)).toList();
        List<RegexOracle.Trial> trials = examples.stream()
                .map(example -> trial(example.pattern(), example.subject(), version))
                .toList();

        List<String> answers = new RegexOracle(server).answers(trials);

        assertThat(answers)
                .as(server.toString())
                .containsExactlyElementsOf(
                        examples.stream().map(Example::answer).toList());
    }

    @EachPostgres
    void theModelAnswersAsServersDo(RealPostgres server) {
        RegexOracle oracle = new RegexOracle(server);
        List<String> disagreements = new ArrayList<>();
        int decided = 0;
        for (long seed = 0; seed < TRIALS / BATCH && disagreements.size() < ENOUGH; seed++) {
            List<RegexOracle.Trial> trials = trials(seed, server.version());
            decided += trials.size();
            List<String> answers = oracle.answers(trials);
            for (int i = 0; i < trials.size(); i++) {
                RegexOracle.Trial trial = trials.get(i);
                String model = Answer.of(trial.pattern(), trial.subject(), server.version());
                if (!model.equals(answers.get(i))) {
                    disagreements.add("seed " + seed + ": /" + trial.pattern() + "/ on '" + trial.subject()
                            + "': model " + model + ", server " + answers.get(i));
                }
            }
        }

        assertThat(disagreements).as(server.toString()).isEmpty();
        assertThat(decided).as("what the model does not leave undecided").isGreaterThan(TRIALS * 95 / 100);
    }

    /** A server may take minutes for what the model leaves undecided. */
    private static List<RegexOracle.Trial> trials(long seed, PostgresVersion version) {
        RegexGenerator generator = new RegexGenerator(seed);
        List<RegexOracle.Trial> trials = new ArrayList<>();
        for (int i = 0; i < BATCH / 2; i++) {
            String pattern = generator.pattern();
            if (!(PostgresRegex.compile(pattern, version) instanceof RegexCompilation.Undecided)) {
                trials.add(trial(pattern, generator.subject(), version));
                trials.add(trial(pattern, generator.subject(), version));
            }
        }
        return trials;
    }

    private static RegexOracle.Trial trial(String pattern, String subject, PostgresVersion version) {
        int groups = PostgresRegex.compile(pattern, version)
                .regex()
                .map(PostgresRegex::groups)
                .orElse(0);
        return new RegexOracle.Trial(pattern, subject, groups);
    }
}
