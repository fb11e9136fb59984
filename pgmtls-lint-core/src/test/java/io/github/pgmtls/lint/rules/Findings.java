package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What one rule has to say about an example. */
final class Findings {

    private Findings() {}

    /** Returns its findings as {@code severity path:line}. */
    static List<String> of(String rule, Example example, Path directory) throws IOException {
        return lint(example, directory).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Findings::line)
                .toList();
    }

    /** Lints an example in an empty directory. */
    static LintReport lint(Example example, Path directory) throws IOException {
        ExampleDirectory.write(example, directory);
        return Linter.lint(LintRequest.of(directory).now(ExampleDirectory.now()));
    }

    private static String line(Finding finding) {
        return finding.severity().word() + " " + finding.primary().file().path() + ":"
                + finding.primary().start().line();
    }
}
