package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How long a server and this program take for the same file in the same run: the server for a count of its view
 * {@code pg_hba_file_rules}, this program for reading, and for reading and all questions about all records. Arguments are
 * the version of the server, a shape, a number of lines and a number of rounds; it prints medians of wall time, warm.
 */
final class ServerComparison {

    private static final long NANOS = 1_000_000;

    private ServerComparison() {}

    public static void main(String[] arguments) {
        PostgresVersion version = new PostgresVersion(Integer.parseInt(arguments[0]));
        String text = Shape.valueOf(arguments[1]).text(Integer.parseInt(arguments[2]), 1);
        int rounds = Integer.parseInt(arguments[3]);
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        long[] server = new long[rounds];
        long[] reading = new long[rounds];
        long[] all = new long[rounds];
        try (RealPostgres postgres = RealPostgres.start(version)) {
            postgres.write("pg_hba.conf", text);
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                String rows = postgres.query("select count(*) as count from pg_hba_file_rules")
                        .get(0)
                        .get("count");
                server[round] = System.nanoTime() - start;
                start = System.nanoTime();
                int records = Hba.read(SourceFile.of("pg_hba.conf", content), version.major())
                        .records()
                        .size();
                reading[round] = System.nanoTime() - start;
                if (Integer.parseInt(rows) != records) {
                    throw new IllegalStateException(rows + " rows, " + records + " records");
                }
                start = System.nanoTime();
                Summary.of(Reachability.of(
                        Hba.read(SourceFile.of("pg_hba.conf", content), version.major())
                                .records(),
                        Surroundings.unknown()));
                all[round] = System.nanoTime() - start;
            }
        }
        System.out.println("first round: select " + server[0] / NANOS + " ms, read " + reading[0] / NANOS
                + " ms, read and all questions " + all[0] / NANOS + " ms");
        System.out.println("medians: select " + median(server) + " ms, read " + median(reading)
                + " ms, read and all questions " + median(all) + " ms");
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / NANOS;
    }
}
