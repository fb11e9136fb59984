package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.Optional;

/** What becomes of a pattern and a subject, in words: {@code 0-5 (al)}, {@code no} or {@code error: ...}. */
final class Answer {

    static final String NO_MATCH = "no";
    static final String ERROR = "error: ";
    private static final String UNDECIDED = "undecided: ";

    private Answer() {}

    /** Returns the answer of the model. */
    static String of(String pattern, String subject, PostgresVersion version) {
        RegexCompilation compilation = PostgresRegex.compile(pattern, version);
        Optional<PostgresRegex> regex = compilation.regex();
        if (regex.isPresent()) {
            return of(regex.get(), subject);
        }
        return compilation instanceof RegexCompilation.Undecided undecided
                ? UNDECIDED + undecided.reason()
                : ERROR + compilation.error().orElseThrow();
    }

    private static String of(PostgresRegex regex, String subject) {
        RegexMatch match = regex.match(subject);
        if (match instanceof RegexMatch.Undecided undecided) {
            return UNDECIDED + undecided.reason();
        }
        return match.found()
                .map(found -> matched(
                        found.whole().start(),
                        found.whole().end(),
                        regex.groups(),
                        found.group1().map(group -> group.of(subject))))
                .orElse(NO_MATCH);
    }

    static String matched(int start, int end, int groups, Optional<String> group1) {
        String whole = start + "-" + end;
        return groups == 0
                ? whole
                : whole + group1.map(text -> " (" + text + ")").orElse(" absent");
    }

    static boolean isDecided(String answer) {
        return !answer.startsWith(UNDECIDED);
    }
}
