package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {

    @ParameterizedTest
    @EnumSource
    void looksAsItDid(ReportFormat format) throws IOException {
        String ending =
                format.defaultFileName().substring(format.defaultFileName().lastIndexOf('.'));
        String name = format.formatName();

        Golden.assertEqual(name + "/rich" + ending, Reports.write(format, Reports.rich()));
        Golden.assertEqual(name + "/clean" + ending, Reports.write(format, Reports.clean()));
        Golden.assertEqual(name + "/hostile" + ending, Reports.write(format, Reports.hostile()));
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameTwice(ReportFormat format) {
        assertThat(Reports.write(format, Reports.rich())).isEqualTo(Reports.write(format, Reports.rich()));
    }

    @ParameterizedTest
    @EnumSource
    void showsNoSecret(ReportFormat format) {
        assertThat(Reports.write(format, Reports.rich())).doesNotContain("hunter", "MC4CAQ", "HdvdWxk");
        assertThat(Reports.write(format, Reports.hostile())).doesNotContain("letmein");
    }

    @ParameterizedTest
    @EnumSource
    void letsNothingThroughThatSteersATerminalOrARunner(ReportFormat format) {
        for (String line : Reports.write(format, Reports.hostile()).split("\n", -1)) {
            boolean isCommandOfOurs = format == ReportFormat.GITHUB && line.matches("::(error file|notice title)=.*");
            assertThat(isCommandOfOurs || !line.strip().startsWith("::"))
                    .as(line)
                    .isTrue();
            assertThat(line).doesNotContain("##[", "##vso[");
            assertThat(line.codePoints()
                            .filter(ReportFormatTest::isDangerous)
                            .boxed()
                            .toList())
                    .as(line)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TEXT", "GITHUB", "GNU"},
            mode = EnumSource.Mode.EXCLUDE)
    void letsNoMarkupThrough(ReportFormat format) {
        assertThat(Reports.write(format, Reports.hostile()).replace("\\<", "")).doesNotContain("<script", "<b>");
    }

    private static boolean isDangerous(int codePoint) {
        return Character.isISOControl(codePoint)
                || Set.of((int) Character.FORMAT, (int) Character.SURROGATE, (int) Character.LINE_SEPARATOR)
                        .contains(Character.getType(codePoint));
    }

    @ParameterizedTest
    @EnumSource
    void staysSmallWhereALineIsHuge(ReportFormat format) {
        int style = format == ReportFormat.HTML ? 14_000 : 0;

        assertThat(Reports.write(format, Reports.gigantic())).hasSizeLessThan(style + 12_000);
    }

    @Test
    void isFoundByItsNameInAnyCase() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(ReportFormat.byName(format.formatName())).contains(format);
            assertThat(ReportFormat.byName(format.name())).contains(format);
        }
        assertThat(ReportFormat.byName("pdf")).isEmpty();
    }

    @Test
    void noTwoFormatsShareAFile() {
        List<String> files = Arrays.stream(ReportFormat.values())
                .map(ReportFormat::defaultFileName)
                .collect(Collectors.toList());

        assertThat(files).doesNotHaveDuplicates();
    }
}
