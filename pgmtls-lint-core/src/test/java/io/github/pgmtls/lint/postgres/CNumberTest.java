package io.github.pgmtls.lint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as strtol and strtod read them; expected values are those of glibc. */
class CNumberTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12, 2",
        "012, 10, 3",
        "0x1f, 31, 4",
        "0X1F, 31, 4",
        "'  -7x', -7, 4",
        "0x, 0, 1",
        "08, 0, 1",
        "x, 0, 0",
        "-, 0, 0",
        "'', 0, 0",
        "-0x10, -16, 5",
        "9223372036854775807, 9223372036854775807, 19"
    })
    void wholeNumbers(String text, double value, int end) {
        assertThat(CNumber.whole(text)).isEqualTo(new CNumber(value, end, false));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5, 3",
        ".5, 0.5, 2",
        "5., 5, 2",
        "., 0, 0",
        "1e3, 1000, 3",
        "1e, 1, 1",
        "1e+, 1, 1",
        "1e+2x, 100, 4",
        "0x1p4, 16, 5",
        "0x.8, 0.5, 4",
        "0x, 0, 1",
        "0xp1, 0, 1",
        "010.5, 10.5, 5",
        "inf, Infinity, 3",
        "INFINITY, Infinity, 8",
        "infin, Infinity, 3",
        "-inf, -Infinity, 4",
        "0e9, 0, 3"
    })
    void realNumbers(String text, double value, int end) {
        assertThat(CNumber.real(text)).isEqualTo(new CNumber(value, end, false));
    }

    @ParameterizedTest
    @CsvSource({"1e400", "-1e400", "1e-400", "0x1p5000"})
    void realNumbersOutOfRange(String text) {
        assertThat(CNumber.real(text).outOfRange()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nan, 3", "NaN(12_ab)x, 10", "nan(, 3", "-nan, 4"})
    void notANumber(String text, int end) {
        assertThat(CNumber.real(text).value()).isNaN();
        assertThat(CNumber.real(text).end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "0.1, 0.1",
        "1e6, 1e+06",
        "123456, 123456",
        "1234567, 1.23457e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "86400000, 8.64e+07",
        "1.7976931348623157e308, 1.79769e+308",
        "0.5, 0.5",
        "-2.25, -2.25",
        "999999.5, 1e+06"
    })
    void generalFormat(double value, String printed) {
        assertThat(CFormat.general(value)).isEqualTo(printed);
    }
}
