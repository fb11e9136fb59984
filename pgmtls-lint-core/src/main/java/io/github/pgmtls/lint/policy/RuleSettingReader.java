package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rules}: what is said about each rule. */
final class RuleSettingReader {

    private static final String OFF = "off";
    private static final String SEVERITY = "severity";

    private RuleSettingReader() {}

    static List<RuleSetting> read(YamlSection rules, KnownRules known) {
        List<RuleSetting> settings = new ArrayList<>();
        for (String id : rules.keys()) {
            Optional<KnownRules.Known> rule = known.find(id);
            if (rule.isEmpty()) {
                rules.keyProblem(id, unknown(id, known));
            } else if (rules.isSection(id)) {
                rules.section(id).ifPresent(section -> settings.add(read(id, section, rule.get())));
            } else {
                rules.value(id, text -> off(id, text, rule.get()))
                        .ifPresent(off ->
                                settings.add(new RuleSetting(id, true, Optional.empty(), Map.of(), rules.place(id))));
            }
        }
        return settings;
    }

    /** Returns what is wrong with the id of a rule that does not exist. */
    static String unknown(String id, KnownRules known) {
        return "unknown rule \"" + id + "\"" + DidYouMean.suffix(known.ids(), id);
    }

    private static String off(String id, String text, KnownRules.Known rule) {
        if (!text.equals(OFF)) {
            throw new IllegalArgumentException(
                    "expected off, or {severity: error, warning or info" + optionNames(rule) + "}");
        }
        if (!rule.exemptible()) {
            throw new IllegalArgumentException("rule \"" + id + "\" cannot be turned off: what it finds is never fine");
        }
        return text;
    }

    private static String optionNames(KnownRules.Known rule) {
        StringBuilder names = new StringBuilder();
        rule.options()
                .forEach(option -> names.append(", ").append(option.name()).append(": number"));
        return names.toString();
    }

    private static RuleSetting read(String id, YamlSection section, KnownRules.Known rule) {
        Optional<Severity> severity = section.value(SEVERITY, text -> severity(id, text, rule));
        Map<String, Integer> options = new LinkedHashMap<>();
        for (RuleOption option : rule.options()) {
            section.value(option.name(), text -> number(text, option))
                    .ifPresent(value -> options.put(option.name(), value));
        }
        section.finish();
        return new RuleSetting(id, false, severity, options, section.place());
    }

    private static Severity severity(String id, String text, KnownRules.Known rule) {
        List<String> words =
                Arrays.stream(Severity.values()).map(Severity::word).toList();
        int index = words.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("not a severity: \"" + text + "\"; expected one of "
                    + String.join(", ", words) + DidYouMean.suffix(words, text));
        }
        Severity severity = Severity.values()[index];
        if (!rule.exemptible() && !severity.isAtLeast(rule.severity())) {
            throw new IllegalArgumentException(
                    "rule \"" + id + "\" cannot be made less severe: what it finds is never fine");
        }
        return severity;
    }

    private static int number(String text, RuleOption option) {
        boolean isNumber = text.matches("[0-9]{1,9}");
        if (!isNumber || Integer.parseInt(text) < option.least() || Integer.parseInt(text) > option.most()) {
            throw new IllegalArgumentException("expected a number from " + option.least() + " to " + option.most()
                    + " here (" + option.meaning() + "), not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
