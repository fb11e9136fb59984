package io.github.pgmtls.lint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresRegexTest {

    private static final PostgresVersion NEWEST = new PostgresVersion(PostgresVersion.NEWEST);

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreAnsweredAsServersDo(Example example) {
        assertThat(PostgresVersion.all().stream().filter(example::isFor))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(Answer.of(example.pattern(), example.subject(), version))
                        .isEqualTo(example.answer()));
    }

    static Stream<Example> examples() {
        return Example.all().stream();
    }

    @Test
    void aMatchTellsTheOffsetsOfTheWholeAndOfTheFirstGroup() {
        PostgresRegex regex = compiled("x(a+)(b+)");

        assertThat(regex.groups()).isEqualTo(2);
        RegexMatch.Found found = regex.match("-xaab-").found().orElseThrow();
        assertThat(found.whole()).isEqualTo(new RegexMatch.Capture(1, 5));
        assertThat(found.group1()).contains(new RegexMatch.Capture(2, 4));
    }

    @Test
    void aGroupThatTakesNoPartIsAbsentAndAnEmptyOneIsNot() {
        assertThat(compiled("^(a)|b$").match("b").found().orElseThrow().group1())
                .isEmpty();
        assertThat(compiled("^(a?)b$").match("b").found().orElseThrow().group1())
                .contains(new RegexMatch.Capture(0, 0));
        assertThat(compiled("b").match("b").found().orElseThrow().group1()).isEmpty();
    }

    @Test
    void aRefusedPatternComesWithTheServersWords() {
        RegexCompilation compilation = PostgresRegex.compile("a**", NEWEST);

        assertThat(compilation).isEqualTo(new RegexCompilation.Invalid("quantifier operand invalid"));
        assertThat(compilation.error()).contains("quantifier operand invalid");
        assertThat(compilation.regex()).isEmpty();
    }

    @Test
    void aRegularExpressionCanBeUsedByManyThreads() {
        PostgresRegex regex = compiled("^(?:([a-z]+)-)*(\\d+)$");
        List<String> subjects = List.of("a-b-1", "abc-22", "-", "x-y-z-3", "4", "a-");

        List<RegexMatch> expected = subjects.stream().map(regex::match).toList();
        PostgresRegex fresh = compiled("^(?:([a-z]+)-)*(\\d+)$");

        assertThat(Stream.generate(() -> subjects)
                        .limit(200)
                        .parallel()
                        .map(all -> all.stream().map(fresh::match).toList()))
                .allSatisfy(matches -> assertThat(matches).isEqualTo(expected));
    }

    private static PostgresRegex compiled(String pattern) {
        return PostgresRegex.compile(pattern, NEWEST).regex().orElseThrow();
    }
}
