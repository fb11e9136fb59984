package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long reading, analysis and comparison take by shape and length, warm. See {@link ColdRun} for cold processes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AnalysisBenchmark {

    private static final int VERSION = 18;
    private static final int EDITS = 100;

    @Param({"COMPANY", "MIXED", "RECTANGLES"})
    String shape;

    @Param({"10000", "100000"})
    int lines;

    private byte[] content;
    private List<HbaRecord> records;
    private List<HbaRecord> edited;

    @Setup
    public void write() {
        String text = Shape.valueOf(shape).text(lines, 1);
        content = text.getBytes(StandardCharsets.ISO_8859_1);
        records = Hba.records(text, VERSION);
        edited = new ArrayList<>(records);
        for (int edit = 0; edit < EDITS; edit++) {
            edited.remove((int) ((long) edit * edited.size() / EDITS));
        }
    }

    @Benchmark
    public HbaFile read() {
        return Hba.read(SourceFile.of("pg_hba.conf", content), VERSION);
    }

    /** What is never reached: the part that every run needs. */
    @Benchmark
    public Reachability reachability() {
        return Reachability.of(records, Surroundings.unknown());
    }

    /** Everything about every record. */
    @Benchmark
    public Object allQuestions() {
        return Summary.of(Reachability.of(records, Surroundings.unknown()));
    }

    @Benchmark
    public AccessDiff diff() {
        return AccessDiff.between(records, edited, Surroundings.unknown());
    }

    /** What tools without an index do; it finds less. */
    @Benchmark
    public int pairs() {
        return Pairwise.of(records).shadowed();
    }
}
