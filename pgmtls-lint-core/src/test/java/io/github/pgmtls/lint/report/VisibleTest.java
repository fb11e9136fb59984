package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0, \\x00
                    9, \\x09
                    a, \\x0a
                    1b, \\x1b
                    7f, \\x7f
                    85, \\u{85}
                    9b, \\u{9b}
                    a0, \\u{a0}
                    ad, \\u{ad}
                    61c, \\u{61c}
                    200b, \\u{200b}
                    200e, \\u{200e}
                    200f, \\u{200f}
                    2028, \\u{2028}
                    202a, \\u{202a}
                    202e, \\u{202e}
                    2066, \\u{2066}
                    2069, \\u{2069}
                    3164, \\u{3164}
                    d800, \\u{d800}
                    e000, \\u{e000}
                    fe0f, \\u{fe0f}
                    feff, \\u{feff}
                    e0041, \\u{e0041}
                    """)
    void escapesWhatSteersOrHides(String codePoint, String escaped) {
        assertThat(Visible.escape(Integer.parseInt(codePoint, 16))).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "~", " ", "\u00e9", "\u65e5", "\u0301", "\ud83d\ude00"})
    void leavesWhatCanBeSeen(String text) {
        int codePoint = text.codePointBefore(text.length());

        assertThat(Visible.escape(codePoint)).isEqualTo(Character.toString(codePoint));
    }

    @Test
    void breaksCommandsOfBuildServersButNotComments() {
        assertThat(Visible.text("##[group] ##vso[task] ##teamcity[x] ###[x]"))
                .isEqualTo("#\\x23[group] #\\x23vso[task] #\\x23teamcity[x] ##\\x23[x]");
        assertThat(Visible.text("#### [note] ## text [1] #[a]")).isEqualTo("#### [note] ## text [1] #[a]");
    }

    @Test
    void shortensALongTextInTheMiddle() {
        String text = Visible.text("a" + "\ud83d\ude00".repeat(1_000_000) + "z");

        assertThat(text)
                .hasSizeBetween(990, 1001)
                .startsWith("a\ud83d\ude00")
                .contains("\u2026")
                .endsWith("\ude00z");
        assertThat(text).doesNotContain("\\u{");
    }
}
