package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import org.junit.jupiter.api.Test;

/** The expected values are those of the tests of GitHub's own implementation. */
class LineHashTest {

    @Test
    void anEmptyFileHasOneLine() {
        assertThat(hashes("")).containsExactly("c129715d7a2bc9a3:1");
    }

    @Test
    void blanksDoNotCount() {
        assertThat(hashes(" a\nb\n  \t\tc\n d"))
                .containsExactly("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
        assertThat(hashes("a\nb\nc\nd")).isEqualTo(hashes(" a\nb\n  \t\tc\n d"));
    }

    @Test
    void lineEndsDoNotCount() {
        assertThat(hashes("a\r\nb\r\nc\r\nd")).isEqualTo(hashes("a\nb\nc\nd"));
        assertThat(hashes("a\rb\rc\rd")).isEqualTo(hashes("a\nb\nc\nd"));
    }

    @Test
    void equalLinesAreNumbered() {
        assertThat(hashes("Lorem ipsum dolor sit amet.\n".repeat(10)))
                .containsExactly(
                        "a7f2ff13bc495cf2:1",
                        "a7f2ff13bc495cf2:2",
                        "a7f2ff13bc495cf2:3",
                        "a7f2ff13bc495cf2:4",
                        "a7f2ff13bc495cf2:5",
                        "a7f2ff13bc495cf2:6",
                        "a7f2ff1481e87703:1",
                        "a9cf91f7bbf1862b:1",
                        "55ec222b86bcae53:1",
                        "cc97dc7b1d7d8f7b:1",
                        "c129715d7a2bc9a3:1");
    }

    @Test
    void thereIsOneForEveryLineThatAPositionCanName() {
        for (String text : new String[] {"", "\n", "a", "a\n", "a\n\n  ", "a\r\n", " \t\n \t"}) {
            SourceFile file = SourceFile.ofText("f", text);
            int last = file.position(file.content().length()).line();

            assertThat(LineHash.of(file)).hasSizeGreaterThanOrEqualTo(last);
        }
    }

    private static String[] hashes(String text) {
        return LineHash.of(SourceFile.ofText("f", text));
    }
}
