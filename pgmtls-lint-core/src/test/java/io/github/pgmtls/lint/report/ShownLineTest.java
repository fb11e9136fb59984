package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownLineTest {

    @Test
    void expandsTabsToStopsOfEight() {
        ShownLine line = line("a\tbc\td", new Span(5, 6), 80);

        assertThat(line.text()).isEqualTo("a       bc      d");
        assertThat(line.column(2)).isEqualTo(8);
        assertThat(line.column(5)).isEqualTo(16);
        assertThat(line.column(6)).isEqualTo(17);
    }

    @Test
    void knowsHowWideCharactersAre() {
        // three bytes and two columns, two and none, four and two
        ShownLine line = line("\u65e5e\u0301\ud83d\ude00|", new Span(10, 11), 80);

        assertThat(line.text()).isEqualTo("\u65e5e\u0301\ud83d\ude00|");
        assertThat(line.column(3)).isEqualTo(2);
        assertThat(line.column(6)).isEqualTo(3);
        assertThat(line.column(10)).isEqualTo(5);
        assertThat(line.width()).isEqualTo(6);
    }

    @Test
    void staysAlignedBehindEscapes() {
        SourceFile file = SourceFile.of("f", new byte[] {'a', 0x1b, (byte) 0xff, (byte) 0xc2, (byte) 0xa0, 'b'});
        ShownLine line = ShownLine.of(file, List.of(), 1, new Span(5, 6), 80);

        assertThat(line.text()).isEqualTo("a\\x1b\\xff\\u{a0}b");
        assertThat(line.column(5)).isEqualTo(line.text().lastIndexOf('b'));
    }

    @Test
    void isCutAroundWhatMatters() {
        String text = "0123456789".repeat(10);

        assertThat(line(text, new Span(50, 52), 20).text()).isEqualTo("\u2026678901234567890123\u2026");
        assertThat(line(text, new Span(0, 2), 20).text()).isEqualTo("012345678901234567\u2026");
        assertThat(line(text, new Span(98, 100), 20).text()).isEqualTo("\u2026234567890123456789");
        assertThat(line(text, new Span(0, 100), 100).text()).isEqualTo(text);
    }

    @Test
    void fitsAndShowsTheFocusWhateverTheLineHolds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {
            "a", "\t", "\u65e5", "\u0301", "\u202e", "\u001b", "##[", "password=x ", "\ud83d\ude00", "    "
        };
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(120); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            SourceFile file = SourceFile.of(
                    "f",
                    random.nextBoolean()
                            ? text.toString().getBytes(StandardCharsets.UTF_8)
                            : text.toString().getBytes(StandardCharsets.UTF_16BE));
            int start = random.nextInt(file.lineSpan(1).end() + 1);
            Span focus = new Span(start, Math.min(file.lineSpan(1).end(), start + random.nextInt(30)));
            int width = 8 + random.nextInt(100);
            ShownLine line = ShownLine.of(file, Secrets.inFile(file.content()), 1, focus, width);

            String context = "seed " + seed + " round " + round + ": " + line.text();
            assertThat(DisplayWidth.of(line.text()))
                    .as(context)
                    .isEqualTo(line.width())
                    .isLessThanOrEqualTo(width);
            assertThat(line.column(focus.start())).as(context).isBetween(0, line.width());
            assertThat(line.column(focus.end())).as(context).isBetween(line.column(focus.start()), line.width());
            assertThat(line.text()).as(context).doesNotContain("##[", "\u202e", "\u001b", "\t");
        }
    }

    private static ShownLine line(String text, Span focus, int width) {
        return ShownLine.of(SourceFile.ofText("f", text), List.of(), 1, focus, width);
    }
}
