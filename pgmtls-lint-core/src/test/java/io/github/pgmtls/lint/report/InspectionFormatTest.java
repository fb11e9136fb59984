package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.Inspection;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionFormatTest {

    @TempDir
    private Path directory;

    @Test
    void peopleGetTables() throws IOException {
        Golden.assertEqual("show/rich.txt", write(InspectionFormat.TEXT));
    }

    @Test
    void programsGetJson() throws IOException {
        Golden.assertEqual("show/rich.json", write(InspectionFormat.JSON));
    }

    @ParameterizedTest
    @EnumSource(InspectionFormat.class)
    void noSecretIsShown(InspectionFormat format) {
        assertThat(write(format)).doesNotContain("hunter", "sesame").contains("***");
    }

    private String write(InspectionFormat format) {
        Inspection inspection = InspectionExample.rich(directory);
        return InspectionExample.write(format, inspection);
    }
}
