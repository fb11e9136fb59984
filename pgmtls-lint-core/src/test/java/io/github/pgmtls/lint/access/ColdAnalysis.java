package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole run in a process of its own, to see what it costs without a warm-up: reads a file, analyses it, asks
 * everything about every record. {@code write SHAPE LINES FILE} writes a file, {@code analyse FILE} analyses one,
 * {@code diff FILE FILE} compares two.
 */
final class ColdAnalysis {

    private long last = cpu();

    private ColdAnalysis() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "write" ->
                Files.writeString(
                        Path.of(arguments[3]), Shape.valueOf(arguments[1]).text(Integer.parseInt(arguments[2]), 1));
            case "analyse" -> new ColdAnalysis().analyse(Path.of(arguments[1]));
            case "diff" -> new ColdAnalysis().diff(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static List<HbaRecord> read(Path file) throws IOException {
        HbaFile hba = Hba.read(SourceFile.of("pg_hba.conf", Files.readAllBytes(file)), 18);
        return hba.records();
    }

    private void analyse(Path file) throws IOException {
        List<HbaRecord> records = read(file);
        lap("parse " + records.size());
        Reachability reachability = Reachability.of(records, Surroundings.unknown());
        lap("forward");
        Summary summary = Summary.of(reachability);
        lap("questions");
        System.out.println(summary);
    }

    private void diff(Path before, Path after) throws IOException {
        List<HbaRecord> recordsBefore = read(before);
        List<HbaRecord> recordsAfter = read(after);
        lap("parse " + recordsBefore.size() + " and " + recordsAfter.size());
        AccessDiff diff = AccessDiff.between(recordsBefore, recordsAfter, Surroundings.unknown());
        lap("diff");
        System.out.println(diff.changes().size() + " changes, decided " + diff.isDecided());
    }

    private void lap(String what) {
        long now = cpu();
        System.out.println(what + ": " + (now - last) / 1_000_000 + " ms of the main thread");
        last = now;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
