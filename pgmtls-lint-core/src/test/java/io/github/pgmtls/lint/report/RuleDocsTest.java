package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in {@code docs/rules} are those that the rules make; {@code -Dpgmtls.golden=write} rewrites them. */
class RuleDocsTest {

    private static final Path DIRECTORY = Path.of("../docs/rules");

    @Test
    void thePagesInTheRepositoryAreUpToDate() throws IOException {
        SortedMap<String, String> pages = RuleDocs.pages();
        if ("write".equals(System.getProperty("pgmtls.golden"))) {
            write(pages);
        }
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(DIRECTORY.resolve(page.getKey())).content().isEqualTo(page.getValue());
        }
    }

    private static void write(SortedMap<String, String> pages) throws IOException {
        Files.createDirectories(DIRECTORY);
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(DIRECTORY.resolve(page.getKey()), page.getValue());
        }
    }

    @Test
    void aPageTellsAllThereIs() {
        assertThat(RuleDocs.pages().get("clientcert-value.md"))
                .contains("# clientcert-value\n", "## Why", "## What to do", "## Bad", "## Good", "## Source")
                .contains("V-261893", "From 14 on the server does not load");
        assertThat(RuleDocs.pages().get("certificate-expires-soon.md"))
                .contains("| Depends on the clock | yes |", "{ca-days: …}}` | days that are soon for CAs | 90 |");
    }

    @Test
    void theListHasEveryRule() {
        assertThat(RuleDocs.list())
                .contains("  warning  md5-method ", "\nSuppressions and the baseline\n")
                .contains("  error    ssl-off ");
    }
}
