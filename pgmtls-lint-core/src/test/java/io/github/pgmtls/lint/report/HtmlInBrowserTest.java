package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pgmtls.lint.LintReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Opens pages in Chromium, if there is one: {@code mvn verify -Pbrowser}. */
@EnabledIfSystemProperty(named = "pgmtls.browser", matches = "true", disabledReason = "only with -Pbrowser")
class HtmlInBrowserTest {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** Not those that the browser makes on its own account. */
    private static final Pattern URL =
            Pattern.compile("\"url\":\"((?:https?|wss?|ftp)://(?![a-z0-9.]+\\.google\\.com/)[^\"]*)\"");

    @TempDir
    Path directory;

    /** What came of opening a page. */
    private record Opened(String dom, List<String> console, List<String> requests) {}

    @Test
    void thePageOpensWithoutErrorsOrRequestsAndShowsAllFindings() throws Exception {
        LintReport report = HtmlReportTest.drawn(directory.resolve("tree"));
        Opened opened = open(Reports.write(ReportFormat.HTML, report));

        assertThat(opened.console).isEmpty();
        assertThat(opened.requests).isEmpty();
        assertThat(opened.dom.split("<article ", -1)).hasSize(report.findings().size() + 1);
        assertThat(report.findings()).isNotEmpty();
    }

    @Test
    void hostileContentRunsNothingAndFetchesNothing() throws Exception {
        Opened opened = open(Reports.write(ReportFormat.HTML, Reports.hostile()));

        assertThat(opened.console).isEmpty();
        assertThat(opened.requests).isEmpty();
        assertThat(opened.dom).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void errorsAndRequestsWouldBeNoticed() throws Exception {
        Opened opened =
                open("<img src='http://127.0.0.1:9/x.png'><script>console.error('noticed')</script><p>text</p>");

        assertThat(opened.console).anyMatch(line -> line.contains("noticed"));
        assertThat(opened.requests).contains("http://127.0.0.1:9/x.png");
    }

    private Opened open(String page) throws IOException, InterruptedException {
        Path html = Files.writeString(directory.resolve("page.html"), page);
        Path dom = directory.resolve("dom.html");
        Path errors = directory.resolve("errors.txt");
        Path requests = directory.resolve("requests.json");
        List<String> command = new ArrayList<>(List.of(
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + directory.resolve("profile"),
                "--enable-logging=stderr",
                "--log-net-log=" + requests,
                "--dump-dom",
                html.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Opened(
                Files.readString(dom),
                Files.readString(errors, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList(),
                urls(Files.readString(requests)));
    }

    private static List<String> urls(String log) {
        List<String> urls = new ArrayList<>();
        Matcher matcher = URL.matcher(log);
        while (matcher.find()) {
            urls.add(matcher.group(1));
        }
        return urls;
    }

    private static String browser() {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(part -> NAMES.stream().map(name -> Path.of(part, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String reason = "skipped: none of " + String.join(", ", NAMES) + " is on the path";
            System.out.println(reason);
            return abort(reason);
        }
        return found.get().toString();
    }
}
