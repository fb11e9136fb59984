package io.github.pgmtls.lint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns and subjects made to take all time, memory or stack. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresRegexLimitsTest {

    private static final PostgresVersion NEWEST = new PostgresVersion(PostgresVersion.NEWEST);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a{255}){255}",
                "((a{100}){100}){100}",
                "((a?){40}){40}",
                "((((((((a{9}){9}){9}){9}){9}){9}){9}){9})",
                "((^|\\y)a*(\\y|$)){10}",
                "((\\y|a){10}){10}",
                "(\\ya?){20}",
            })
    void whatAServerMayFindTooComplexIsUndecided(String pattern) {
        assertThat(PostgresRegex.compile(pattern, NEWEST)).isInstanceOf(RegexCompilation.Undecided.class);
    }

    @Test
    void groupsThatDoubleEachOtherAreUndecided() {
        StringBuilder pattern = new StringBuilder("(a)");
        for (int group = 1; group < 60; group++) {
            pattern.append("(\\").append(group).append("\\").append(group).append(")");
        }

        assertThat(PostgresRegex.compile(pattern.toString(), NEWEST)).isInstanceOf(RegexCompilation.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(?:", "(?=", "(?<!", "(a", "(a|", "((a)"})
    void deepNestingIsUndecided(String opening) {
        assertThat(PostgresRegex.compile(opening.repeat(10_000 / opening.length()), NEWEST))
                .isInstanceOf(RegexCompilation.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100, 190})
    void moderateNestingIsNot(int depth) {
        String nested = "(".repeat(depth) + "a" + ")*".repeat(depth);

        assertThat(Answer.of(nested, "aaa", NEWEST)).isEqualTo("0-3 (aaa)");
        assertThat(Answer.of("(a)".repeat(depth) + "$", "a".repeat(depth), NEWEST))
                .isEqualTo("0-" + depth + " (a)");
    }

    @Test
    void theDeepestNestingFitsIntoASmallStack() throws InterruptedException {
        int depth = RegexParser.DEEPEST - 1;
        String nested = "(".repeat(depth) + "a" + ")*".repeat(depth);
        String chained = "(a)*".repeat(depth);
        AtomicReference<String> answers = new AtomicReference<>("");
        Thread small = new Thread(
                null,
                () -> answers.set(Answer.of(nested, "aaa", NEWEST) + ", " + Answer.of(chained, "aaa", NEWEST)),
                "small stack",
                512 * 1024);
        small.start();
        small.join();

        assertThat(answers.get()).isEqualTo("0-3 (aaa), 0-3 (a)");
    }

    @Test
    void longPatternsAreUndecided() {
        assertThat(PostgresRegex.compile("a".repeat(PostgresRegex.LONGEST_PATTERN + 1), NEWEST))
                .isInstanceOf(RegexCompilation.Undecided.class);
        assertThat(PostgresRegex.compile("a".repeat(PostgresRegex.LONGEST_PATTERN), NEWEST)
                        .regex())
                .isPresent();
    }

    @Test
    void longSubjectsAreUndecided() {
        PostgresRegex regex = PostgresRegex.compile("^a*$", NEWEST).regex().orElseThrow();

        assertThat(regex.match("a".repeat(PostgresRegex.LONGEST_SUBJECT)).found())
                .isPresent();
        assertThat(regex.match("a".repeat(PostgresRegex.LONGEST_SUBJECT + 1))).isInstanceOf(RegexMatch.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|aa)+$",
                "^(a*)*b?$",
                "^((a*)*)*c$",
                "^(a|a|a|a)*$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "^(.*)(.*)(.*)(.*)(.*)[^!]$",
                "(?=(?=(?=a*)a*)a*)b",
            })
    void nestedQuantifiersNeedNoPatience(String pattern) {
        assertThat(Answer.of(pattern, "a".repeat(60) + "!", NEWEST)).isEqualTo(Answer.NO_MATCH);
    }

    @Test
    void backReferencesThatTakeForEverAreUndecided() {
        PostgresRegex regex = PostgresRegex.compile("^(a*)(a*)(a*)(a*)(a*)(a*)\\1\\2\\3\\4\\5\\6b$", NEWEST)
                .regex()
                .orElseThrow();

        assertThat(regex.match("a".repeat(200) + "b")).isInstanceOf(RegexMatch.Undecided.class);
    }

    @Test
    void anythingAtAllIsAnswered() {
        for (long seed = 0; seed < 3_000; seed++) {
            RegexGenerator generator = new RegexGenerator(seed);
            String pattern = generator.pattern() + generator.pattern();
            assertThat(Answer.of(pattern, generator.subject(), NEWEST))
                    .as("seed " + seed)
                    .isNotEmpty();
        }
    }
}
