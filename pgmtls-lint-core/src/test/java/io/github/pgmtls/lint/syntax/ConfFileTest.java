package io.github.pgmtls.lint.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.ConfLine.Entry;
import io.github.pgmtls.lint.syntax.ConfLine.SyntaxError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfFileTest {

    private static final String USUAL = """
            # TLS
            ssl = on
            ssl_cert_file='server.crt'   # quoted
            ssl_min_protocol_version TLSv1.2

            	include_if_exists 'conf.d/it''s.conf'
            tls.marker = 'a\\'b\\101'
            port 5432
            cpu_tuple_cost = .5e-3
            broken = server.crt
            also 'broken
            and this = one two
            """;

    static SourceFile file(String bytes) {
        return SourceFile.of("postgresql.conf", bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ConfFile parse(String bytes) {
        return ConfFile.parse(file(bytes));
    }

    private static Entry entry(String line) {
        assertThat(parse(line).lines()).as(line).singleElement().isInstanceOf(Entry.class);
        return (Entry) parse(line).lines().get(0);
    }

    private static SyntaxError error(String line) {
        assertThat(parse(line).lines()).as(line).singleElement().isInstanceOf(SyntaxError.class);
        return (SyntaxError) parse(line).lines().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl = on",
                "ssl=on",
                "ssl on",
                "ssl\ton",
                "  ssl  =  on  ",
                "ssl = on # why",
                "ssl'on'",
                "ssl=on\r"
            })
    void anAssignmentNeedsNoSignAndNoBlank(String line) {
        assertThat(entry(line)).extracting(Entry::name, Entry::value).containsExactly("ssl", "on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5432",
                "-1",
                "+1",
                "0x1F",
                "0x1fkB",
                "60min",
                "1.5",
                ".5",
                "5.",
                "1.5e-3",
                "TLSv1.2",
                "a.b.c",
                "certs/server.crt",
                "server-1.crt",
                "on",
                "_",
                "\u00e4",
                "C:/pg"
            })
    void aValueOfOneTokenNeedsNoQuotes(String value) {
        assertThat(entry("x = " + value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.crt",
                "1.5min",
                "1e5",
                "/etc/x",
                ".hidden/x",
                "*",
                "HIGH:!aNULL",
                "HIGH:+3DES",
                "\"on\"",
                "'on",
                "'it's'",
                "a b",
                "on;",
                "C:\\pg",
                "$x",
                "@SECLEVEL"
            })
    void otherValuesNeedQuotes(String value) {
        assertThat(parse("x = " + value + "\n").isWellFormed()).as(value).isFalse();
        assertThat(entry("x = '" + value.replace("\\", "\\\\").replace("'", "''") + "'")
                        .value())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a", "A1", "a.b", "\u00e4\u00ff", "\u00ef\u00bb\u00bfssl", "a._"})
    void aNameIsAnIdentifierOrTwoWithADot(String name) {
        assertThat(entry(name + " = 1").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a = 1", "a.b.c = 1", "a-b = 1", "a. = 1", "'a' = 1", "= 1", "a: 1", "\f = 1", "a == 1"})
    void otherNamesAreSyntaxErrors(String line) {
        assertThat(error(line)).isNotNull();
    }

    @Test
    void aQuotedValueKnowsEscapes() {
        assertThat(entry("x = 'it''s \\'so\\''").value()).isEqualTo("it's 'so'");
        assertThat(entry("x = '\\b\\f\\n\\r\\t'").value()).isEqualTo("\b\f\n\r\t");
        assertThat(entry("x = '\\101\\1018\\7\\12z'").value()).isEqualTo("AA8\7\nz");
        assertThat(entry("x = '\\C:\\\\pg'").value()).isEqualTo("C:\\pg");
        assertThat(entry("x = '\\377\\777'").value()).isEqualTo("\u00ff\u00ff");
    }

    @Test
    void aNulByteEndsAValueAsInC() {
        assertThat(entry("x = 'ab\\0cd'").value()).isEqualTo("ab");
        assertThat(entry("x = 'ab\\400cd'").value()).isEqualTo("ab");
        assertThat(entry("x = 'abc\0def'").value()).isEqualTo("ab");
        assertThat(entry("x = '\\\0def'").value()).isEmpty();
        assertThat(error("\0 = 1\n").near()).contains("");
    }

    @Test
    void aSyntaxErrorNamesTheTokenOrTheEndOfTheLine() {
        assertThat(error("ssl_cert_file = server.crt\n").message("postgresql.conf"))
                .isEqualTo("syntax error in file \"postgresql.conf\" line 1, near token \"server.crt\"");
        assertThat(error("ssl =\n").message("p")).isEqualTo("syntax error in file \"p\" line 1, near end of line");
        assertThat(error("\u00ef\u00bb\u00bf# comment\n").near()).isEmpty();
        assertThat(error("ssl = 'on\n").near()).contains("'");
        assertThat(error("ssl = on,\n").span().start()).isEqualTo(8);
    }

    @Test
    void anErrorAtTheEndOfTheFileIsCountedOneLineTooLow() {
        assertThat(error("ssl").line()).isZero();
        assertThat(parse("ssl = on\nport =").lines().get(1).line()).isEqualTo(1);
        assertThat(entry("ssl = on").line()).isEqualTo(1);
    }

    @Test
    void readingGoesOnWithTheLineAfterAnError() {
        ConfFile conf = parse("ssl = = 'x\nport = 5432\n");

        assertThat(conf.lines()).extracting(ConfLine::line).containsExactly(1, 2);
        assertThat(conf.isWellFormed()).isFalse();
        assertThat(conf.end()).isEqualTo(ConfFile.End.REACHED);
    }

    @Test
    void aFileIsAbandonedAtTheHundredthError() {
        assertThat(parse("?\n".repeat(99) + "ssl = on\n").lines()).hasSize(100);
        ConfFile abandoned = parse("?\n".repeat(100) + "ssl = on\n");
        assertThat(abandoned.lines()).hasSize(100);
        assertThat(abandoned.end()).isEqualTo(ConfFile.End.TOO_MANY_ERRORS);
    }

    @Test
    void aCarriageReturnAloneEndsNoLine() {
        assertThat(parse("ssl = on\rport = 5432\r").isWellFormed()).isFalse();
        assertThat(parse("ssl = on\r\nport = 5432\r\n").lines()).hasSize(2);
    }

    @Test
    void spansShowTheNameAndTheValueWithItsQuotes() {
        SourceFile file = file("# x\n  ssl_ca_file = 'root.crt' # y\n");
        Entry entry = (Entry) ConfFile.parse(file).lines().get(0);

        assertThat(file.slice(entry.nameSpan())).isEqualTo("ssl_ca_file");
        assertThat(file.slice(entry.valueSpan())).isEqualTo("'root.crt'");
        assertThat(entry.line()).isEqualTo(2);
    }

    static Stream<String> variants() {
        return Stream.of(USUAL, "", "\n", "#", "ssl", "'", "x='a\\", "\0", "a=b #c\0d\n")
                .flatMap(RoundTrip::variants);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void tokensAndGapsAreTheWholeFile(String content) {
        RoundTrip.assertConf(content);
    }

    @Test
    void tokensAndGapsOfRandomBytesAreTheWholeFile() {
        String alphabet = "ssl='\\ \t\r\n\n#.0x1e+-:/_A\u00e4\0;\"";
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder content = new StringBuilder();
            random.ints(random.nextInt(60), 0, alphabet.length()).forEach(i -> content.append(alphabet.charAt(i)));
            try {
                RoundTrip.assertConf(content.toString());
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void aHugeFileIsLeftInBoundedTime() {
        byte[] comments = new byte[100_000_000];
        byte[] quotes = new byte[50_000_000];
        Arrays.fill(comments, (byte) '\n');
        Arrays.fill(quotes, (byte) '\'');
        List<ConfFile> read = new ArrayList<>();
        read.add(ConfFile.parse(SourceFile.of("a", comments)));
        read.add(ConfFile.parse(SourceFile.of("b", quotes)));
        read.add(parse("a=b\n".repeat(ConfFile.MAX_LINES + 1)));

        assertThat(read.get(0).lines()).isEmpty();
        assertThat(read.get(1).lines()).hasSize(1);
        assertThat(read.get(2).end()).isEqualTo(ConfFile.End.TOO_LONG);
    }
}
