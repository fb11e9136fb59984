package io.github.pgmtls.lint.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code suppress}: findings that a team lives with. */
final class SuppressionReader {

    private SuppressionReader() {}

    static List<Suppression> read(List<YamlSection> entries, KnownRules known) {
        List<Suppression> suppressions = new ArrayList<>();
        for (YamlSection entry : entries) {
            Optional<String> rule = entry.required("rule", id -> rule(id, known));
            Optional<String> cluster = entry.value("cluster", SuppressionReader::notEmpty);
            Optional<String> match = entry.value("match", SuppressionReader::notEmpty);
            Optional<String> reason = entry.required("reason", SuppressionReader::notEmpty);
            Optional<LocalDate> until = entry.value("until", SuppressionReader::day);
            entry.finish();
            if (rule.isPresent() && reason.isPresent()) {
                suppressions.add(
                        new Suppression(rule.get(), cluster, match, reason.get().strip(), until, entry.place()));
            }
        }
        return suppressions;
    }

    private static String rule(String id, KnownRules known) {
        KnownRules.Known rule =
                known.find(id).orElseThrow(() -> new IllegalArgumentException(RuleSettingReader.unknown(id, known)));
        if (!rule.exemptible()) {
            throw new IllegalArgumentException("rule \"" + id + "\" cannot be suppressed: what it finds is never fine");
        }
        return id;
    }

    private static String notEmpty(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("expected a text here");
        }
        return text;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day: \"" + text + "\"; expected such as 2027-03-31", e);
        }
    }
}
