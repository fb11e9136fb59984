package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The gates of docs/gates.md ask for what there is, and read what is written. */
class GatesTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```(yaml|groovy|sh|xml)\\n(.*?)```");
    private static final Pattern ASKED = Pattern.compile("(?:pgmtls\\.reports=|<reports>)([a-z,]+)");
    private static final Pattern READ = Pattern.compile("target/pgmtls/([A-Za-z.-]+[a-z])");

    /** A block of the page. */
    record Gate(String language, String text) {}

    static Stream<Gate> gates() throws IOException {
        List<Gate> gates = BLOCK.matcher(Files.readString(Path.of("../docs/gates.md")))
                .results()
                .map(block -> new Gate(block.group(1), block.group(2)))
                .toList();
        assertThat(gates).hasSizeGreaterThan(5);
        return gates.stream();
    }

    @ParameterizedTest
    @MethodSource("gates")
    void whatAGateReadsIsWhatItAsksFor(Gate gate) {
        List<String> written = ASKED.matcher(gate.text)
                .results()
                .flatMap(asked -> Arrays.stream(asked.group(1).split(",", -1)))
                .map(name -> ReportFormat.byName(name).orElseThrow())
                .map(ReportFormat::defaultFileName)
                .toList();
        List<String> read = READ.matcher(gate.text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(written).containsAll(read);
    }

    @ParameterizedTest
    @MethodSource("gates")
    void aGateInYamlIsYaml(Gate gate) {
        if (gate.language.equals("yaml")) {
            assertThat(new Load(LoadSettings.builder().build()).loadFromString(gate.text))
                    .isNotNull();
        }
        assertThat(gate.text).doesNotContain("\t");
    }
}
