package io.github.pgmtls.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long one cluster takes by the length of its pg_hba.conf, files read from disk and warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LintBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    /** The number of records. */
    @Param({"10", "1000", "10000"})
    int records;

    private Path directory;

    @Setup
    public void write() throws IOException {
        directory = Files.createTempDirectory("lint-benchmark");
        Files.writeString(directory.resolve("postgresql.conf"), "ssl = off\n");
        Files.writeString(
                directory.resolve("pg_hba.conf"),
                IntStream.range(0, records)
                        .mapToObj(LintBenchmark::record)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** No two of them cover one another. */
    private static String record(int number) {
        return "host  app" + number + "  user" + number + "  10." + number / 256 + "." + number % 256
                + ".0/24  scram-sha-256";
    }

    @TearDown
    public void delete() throws IOException {
        FileUtils.deleteDirectory(directory.toFile());
    }

    @Benchmark
    public LintReport lint() {
        return Linter.lint(LintRequest.of(directory).postgresql(17).now(NOW));
    }
}
