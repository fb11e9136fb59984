package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.Control;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documentation of the rules in Markdown, made from what the rules say of themselves. */
public final class RuleDocs {

    private static final Map<String, String> SUBJECTS = Map.ofEntries(
            Map.entry("settings", "Settings of TLS"),
            Map.entry("record", "Single records of pg_hba.conf"),
            Map.entry("order", "Which record decides"),
            Map.entry("identity", "Names in certificates and users"),
            Map.entry("server", "The server's certificate"),
            Map.entry("certificate", "Certificates"),
            Map.entry("authority", "Certificate authorities"),
            Map.entry("revocation", "Revocation lists"),
            Map.entry("file", "Files and keys"),
            Map.entry("exemption", "Suppressions and the baseline"));

    private RuleDocs() {}

    /** Returns all pages by file name: the index and a page for each rule. */
    public static SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put("README.md", index());
        for (Rule rule : RuleCatalog.all()) {
            pages.put(rule.info().id() + ".md", page(rule.info()));
        }
        return pages;
    }

    /** Returns the list of all rules by subject, for a terminal. */
    public static String list() {
        StringBuilder text = new StringBuilder();
        RuleCatalog.subjects().forEach((subject, rules) -> {
            text.append(text.length() == 0 ? "" : "\n").append(title(subject)).append('\n');
            int width = rules.stream()
                    .mapToInt(rule -> rule.info().id().length())
                    .max()
                    .orElse(0);
            for (Rule rule : rules) {
                RuleInfo info = rule.info();
                text.append("  %-7s  ".formatted(info.severity().word()))
                        .append(info.id())
                        .append(" ".repeat(width - info.id().length()))
                        .append("  ")
                        .append(info.summary())
                        .append('\n');
            }
        });
        return text.toString();
    }

    private static String index() {
        StringBuilder text = new StringBuilder("""
                # Rules

                Made from what the rules say of themselves; `mvn pgmtls:rules` shows the same. **error**: the server refuses the
                file, or a login that the files clearly intend can never succeed, or somebody gets in without the TLS, certificate
                or identity that the files claim to require, or a secret is exposed. **warning**: works today but is weak, or breaks
                at a known event. **info**: hygiene.
                """);
        RuleCatalog.subjects().forEach((subject, rules) -> {
            text.append("\n## ")
                    .append(title(subject))
                    .append("\n\n| rule | severity | what it finds |\n| --- | --- | --- |\n");
            for (Rule rule : rules) {
                RuleInfo info = rule.info();
                text.append("| [")
                        .append(info.id())
                        .append("](")
                        .append(info.id())
                        .append(".md) | ");
                text.append(info.severity().word())
                        .append(" | ")
                        .append(escape(info.summary()))
                        .append(" |\n");
            }
        });
        return text.toString();
    }

    private static String title(String subject) {
        return SUBJECTS.getOrDefault(subject, Character.toUpperCase(subject.charAt(0)) + subject.substring(1));
    }

    /** Returns the page of a rule. */
    public static String page(RuleInfo info) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(info.id())
                .append("\n\n")
                .append(sentence(info.summary()))
                .append("\n\n");
        text.append("| | |\n| --- | --- |\n");
        row(text, "Severity", info.severity().word() + meaning(info.severity()));
        row(text, "PostgreSQL", versions(info));
        row(text, "Claim", info.claim().words());
        row(text, "Depends on the clock", info.timeDependent() ? "yes" : "no");
        row(
                text,
                "Exemption",
                info.exemptible()
                        ? "can be suppressed, be in a baseline, or be turned off"
                        : "none: what it finds is never fine");
        text.append("\n## Why\n\n").append(info.rationale()).append("\n\n## What to do\n\n");
        text.append(info.remedy()).append('\n');
        options(text, info);
        text.append("\n## Bad\n\n");
        example(text, info, info.bad());
        text.append("\n## Good\n\n");
        example(text, info, info.good());
        text.append("\n## Source\n\n");
        info.sources()
                .forEach(source -> text.append("- ").append(escape(source)).append('\n'));
        compliance(text, info);
        return text.toString();
    }

    private static String meaning(Severity severity) {
        return severity == Severity.ERROR ? ", unless a finding says otherwise" : "";
    }

    private static String versions(RuleInfo info) {
        boolean all = info.since() == PostgresVersion.OLDEST && info.until() == PostgresVersion.NEWEST;
        return (all ? "every version, " : "") + info.since() + " to " + info.until();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static void options(StringBuilder text, RuleInfo info) {
        if (info.options().isEmpty()) {
            return;
        }
        text.append("\n## Options\n\n| in `pgmtls.yaml` | meaning | usually |\n| --- | --- | --- |\n");
        for (RuleOption option : info.options()) {
            text.append("| `rules: {")
                    .append(info.id())
                    .append(": {")
                    .append(option.name())
                    .append(": …}}` | ");
            text.append(option.meaning()).append(" | ").append(option.usual()).append(" |\n");
        }
    }

    private static void example(StringBuilder text, RuleInfo info, Example example) {
        if (example.since() > info.since()) {
            text.append("From PostgreSQL ").append(example.since()).append(" on:\n\n");
        }
        new TreeMap<>(example.files()).forEach((path, content) -> {
            text.append('`').append(path).append('`').append(content.isEmpty() ? ", empty\n" : ":\n\n```text\n");
            if (!content.isEmpty()) {
                text.append(content).append(content.endsWith("\n") ? "```\n" : "\n```\n");
            }
            text.append('\n');
        });
        new TreeMap<>(example.credentials())
                .forEach((path, note) -> text.append("- `")
                        .append(path)
                        .append("`: `")
                        .append(note)
                        .append("`\n"));
        while (text.charAt(text.length() - 1) == '\n' && text.charAt(text.length() - 2) == '\n') {
            text.setLength(text.length() - 1);
        }
    }

    private static void compliance(StringBuilder text, RuleInfo info) {
        if (Control.of(info.id()).isEmpty()) {
            return;
        }
        text.append("\n## Compliance\n\nHelps with:\n\n");
        for (Control control : Control.of(info.id())) {
            text.append("- ")
                    .append(control.id())
                    .append(": ")
                    .append(control.demand())
                    .append('\n');
            if (!control.warning().isEmpty()) {
                text.append("  \n  **Careful.** ").append(control.warning()).append('\n');
            }
        }
    }

    private static String sentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + escape(phrase.substring(1)) + ".";
    }

    /** Names such as all_ and patterns with stars are no markup. */
    private static String escape(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_").replace("<", "\\<");
    }
}
