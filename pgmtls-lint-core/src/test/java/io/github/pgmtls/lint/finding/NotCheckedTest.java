package io.github.pgmtls.lint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotCheckedTest {

    @Test
    void whatIsNotCheckedInManyPlacesOfALargeFileIsToldApartByItsHashCode() {
        SourceFile file = SourceFile.ofText("pg_hba.conf", "x".repeat(1_000));
        long hashCodes = IntStream.range(0, 1_000)
                .map(at -> new NotChecked(
                                "db", "map-undefined", "why", Optional.of(Location.of(file, new Span(at, at + 1))))
                        .hashCode())
                .distinct()
                .count();
        assertThat(hashCodes).isEqualTo(1_000);
    }
}
