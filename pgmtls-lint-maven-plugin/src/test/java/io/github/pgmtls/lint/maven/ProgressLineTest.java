package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a terminal gets to see of a long run. */
class ProgressLineTest {

    private final AtomicLong time = new AtomicLong();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    private ProgressLine line() {
        return new ProgressLine(new PrintStream(terminal, true, StandardCharsets.UTF_8), time::get);
    }

    private void after(long millis) {
        time.addAndGet(millis * 1_000_000);
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aShortRunShowsNothing() {
        ProgressLine line = line();
        after(999);
        line.reached(1, 2);
        after(999);
        line.reached(2, 2);
        line.end();

        assertThat(shown()).isEmpty();
    }

    @Test
    void aLongRunShowsOneLineThatIsGoneInTheEnd() {
        ProgressLine line = line();
        after(1000);
        line.reached(10, 2000);
        after(99);
        line.reached(11, 2000);
        after(1);
        line.reached(12, 2000);
        line.end();

        assertThat(shown()).isEqualTo("\r\u001b[K10 of 2000 clusters\r\u001b[K12 of 2000 clusters\r\u001b[K");
    }

    @Test
    void nobodyLooksAtTheOutputOfABatchOfAServiceOrOfThisTest() {
        assertThat(ProgressLine.isWanted(false, Map.of())).isFalse();
        assertThat(ProgressLine.isWanted(true, Map.of("CI", "true"))).isFalse();
        assertThat(ProgressLine.isWanted(true, Map.of("TERM", "dumb"))).isFalse();
    }

    @Test
    void theLogIsAsWideAsTheTerminal() {
        assertThat(ReportWriter.logWidth(0)).isEqualTo(113);
        assertThat(ReportWriter.logWidth(80)).isEqualTo(73);
        assertThat(ReportWriter.logWidth(200)).isEqualTo(193);
        assertThat(ReportWriter.logWidth(20)).isEqualTo(53);
        assertThat(Terminal.columns("132")).isEqualTo(132);
        assertThat(Terminal.columns("wide")).isZero();
        assertThat(Terminal.columns(null)).isZero();
    }
}
