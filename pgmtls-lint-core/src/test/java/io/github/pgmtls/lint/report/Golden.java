package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what is written with files kept in the sources; {@code -Dpgmtls.golden=write} rewrites them. */
final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    private Golden() {}

    static void assertEqual(String file, String actual) throws IOException {
        Path golden = DIRECTORY.resolve(file);
        String stable = actual.replace("\"" + ToolVersion.VERSION + "\"", "\"@version@\"");
        if ("write".equals(System.getProperty("pgmtls.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, stable);
        }
        assertThat(golden).content().isEqualTo(stable);
    }
}
