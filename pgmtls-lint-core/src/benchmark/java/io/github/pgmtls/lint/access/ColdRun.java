package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole run in a process of its own, to see what it costs without a warm-up. It prints the wall time of each phase,
 * and where the system tells it the processor time of the whole process, compiler and garbage collector included.
 *
 * <ul>
 *   <li>{@code write SHAPE LINES FILE} writes a file
 *   <li>{@code read FILE} reads one
 *   <li>{@code records FILE} reads one and asks all records for everything, places included
 *   <li>{@code analyse FILE} reads one and asks everything about every record
 *   <li>{@code lint DIRECTORY} checks all rules
 *   <li>{@code diff FILE FILE} compares two
 *   <li>{@code pairs FILE} compares each record of a file with each earlier one, as tools without an index do
 * </ul>
 */
final class ColdRun {

    private static final Path STAT = Path.of("/proc/self/stat");

    /** How long a tick of {@link #STAT} takes. */
    private static final int TICK_MILLIS = 10;

    private static final int MICROS = 1_000;

    private long last = System.nanoTime();

    private ColdRun() {}

    public static void main(String[] arguments) throws IOException {
        ColdRun run = new ColdRun();
        switch (arguments[0]) {
            case "write" -> write(arguments[1], Integer.parseInt(arguments[2]), Path.of(arguments[3]));
            case "read" -> run.read(arguments[1]);
            case "records" -> run.records(arguments[1]);
            case "analyse" -> run.analyse(arguments[1]);
            case "lint" -> run.lint(arguments[1]);
            case "diff" -> run.diff(arguments[1], arguments[2]);
            case "pairs" -> run.pairs(arguments[1]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        run.lap("end");
    }

    private static void write(String shape, int lines, Path file) throws IOException {
        Files.writeString(file, Shape.valueOf(shape).text(lines, 1));
    }

    private List<HbaRecord> read(String file) throws IOException {
        HbaFile hba = Hba.read(SourceFile.of("pg_hba.conf", Files.readAllBytes(Path.of(file))), 18);
        List<HbaRecord> records = hba.records();
        lap("parse " + records.size());
        return records;
    }

    private void records(String file) throws IOException {
        long sum = 0;
        for (HbaRecord record : read(file)) {
            sum += record.databases().get(0).token().start()
                    + record.users().get(0).token().start()
                    + record.address().hashCode()
                    + record.span().end()
                    + record.options().size();
        }
        lap("all of all records, sum " + sum);
    }

    private void analyse(String file) throws IOException {
        List<HbaRecord> records = read(file);
        Reachability reachability = Reachability.of(records, Surroundings.unknown());
        lap("forward");
        Summary summary = Summary.of(reachability);
        lap("questions");
        System.out.println(summary);
    }

    private void lint(String directory) throws IOException {
        LintReport report = Linter.lint(LintRequest.of(Path.of(directory)).postgresql(18));
        lap("lint");
        System.out.println(
                report.findings().size() + " findings, " + report.notChecked().size() + " not checked");
    }

    private void diff(String before, String after) throws IOException {
        AccessDiff diff = AccessDiff.between(read(before), read(after), Surroundings.unknown());
        lap("diff");
        System.out.println(diff.changes().size() + " changes, decided " + diff.isDecided());
    }

    private void pairs(String file) throws IOException {
        Pairwise pairwise = Pairwise.of(read(file));
        lap("numbers");
        System.out.println(pairwise.shadowed() + " shadowed by one record");
        lap("pairs");
    }

    private void lap(String what) throws IOException {
        long now = System.nanoTime();
        // formats and joined strings would load what the run itself does not need
        StringBuilder line = new StringBuilder(what)
                .append(": ")
                .append((now - last) / MICROS / MICROS)
                .append(" ms");
        System.out.println(line.append(processorTime()));
        last = System.nanoTime();
    }

    private static StringBuilder processorTime() throws IOException {
        StringBuilder text = new StringBuilder();
        if (Files.exists(STAT)) {
            String stat = Files.readString(STAT, StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            text.append(", process so far ").append(ticks * TICK_MILLIS).append(" ms of processor time");
        }
        return text;
    }
}
