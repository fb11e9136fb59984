package io.github.pgmtls.lint;

import com.sun.management.OperatingSystemMXBean;
import io.github.pgmtls.lint.report.ReportFormat;
import io.github.pgmtls.lint.report.ReportOptions;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Many clusters at once: {@code Fleet make DIRECTORY CLUSTERS} writes clusters of 200 records with certificates, and
 * {@code Fleet lint DIRECTORY FORMAT [RUNS]} lints them and tells the time and memory that it takes. Of ten clusters one
 * has a finding of each of some kinds, as real fleets do.
 */
public final class Fleet {

    private static final int RECORDS = 200;

    private Fleet() {}

    /** Makes or lints a fleet. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("make")) {
            make(Path.of(args[1]), Integer.parseInt(args[2]));
        } else {
            int runs = args.length > 3 ? Integer.parseInt(args[3]) : 1;
            for (int i = 0; i < runs; i++) {
                lint(Path.of(args[1]), ReportFormat.byName(args[2]).orElseThrow());
            }
        }
    }

    private static void make(Path directory, int clusters) throws IOException {
        for (int i = 0; i < clusters; i++) {
            Path cluster = directory.resolve(String.format(Locale.ROOT, "region-%02d/db-%04d", i % 20, i));
            Files.createDirectories(cluster.resolve("clients"));
            Files.writeString(cluster.resolve("PG_VERSION"), 14 + i % 5 + "\n");
            Files.writeString(cluster.resolve("postgresql.conf"), settings());
            Files.writeString(cluster.resolve("pg_hba.conf"), records(i));
            Files.writeString(cluster.resolve("pg_ident.conf"), "jobs  /^job-(\\d+)$  job\\1\n");
            certificates(cluster, i);
        }
    }

    private static String settings() {
        return "listen_addresses = '*'\nssl = on\nssl_ca_file = 'root.crt'\nssl_cert_file = 'server.crt'\n"
                + "ssl_min_protocol_version = TLSv1.2\npassword_encryption = scram-sha-256\n";
    }

    private static String records(int cluster) {
        StringBuilder records = new StringBuilder("local  all  postgres  peer\n");
        boolean hasMistake = cluster % 10 == 0;
        for (int i = 0; i < RECORDS - 2; i++) {
            String database = "db" + i % 40;
            String network = "10." + (cluster % 250) + "." + i + ".0/24";
            if (hasMistake && i == 100) {
                records.append("host  all  all  10.0.0.0/8  scram-sha-256\n");
            } else if (i % 4 == 0) {
                records.append("hostssl  ")
                        .append(database)
                        .append("  job")
                        .append(i)
                        .append("  ");
                records.append(network).append("  cert map=jobs\n");
            } else {
                records.append("hostssl  ")
                        .append(database)
                        .append("  app")
                        .append(i)
                        .append("  ");
                records.append(network).append("  cert\n");
            }
        }
        return records.append("host  all  all  all  reject\n").toString();
    }

    private static void certificates(Path cluster, int number) throws IOException {
        Issued root = Pki.ca("O=Fleet,CN=Root " + number);
        Issued server = root.server("CN=db-" + number, how -> how.dns("db-" + number + ".example.org"));
        Files.writeString(cluster.resolve("root.crt"), root.pem());
        Files.writeString(cluster.resolve("server.crt"), server.pem());
        Files.writeString(
                cluster.resolve("clients/app.crt"), root.client("CN=app1").pem());
        Files.writeString(
                cluster.resolve("clients/job.crt"), root.client("CN=job-4").pem());
    }

    private static void lint(Path directory, ReportFormat format) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        LintReport report = Linter.lint(LintRequest.of(directory).now(Pki.NOW));
        try (Writer out = Files.newBufferedWriter(Files.createTempFile("fleet", ".out"))) {
            format.write(report, out, ReportOptions.PLAIN);
        }
        double wallMillis = (System.nanoTime() - wall) / 1e6;
        double cpuMillis = (system.getProcessCpuTime() - cpu) / 1e6;
        int clusters = report.clusters().size();
        System.out.printf(
                Locale.ROOT,
                "%d clusters, %d findings, %s: wall %.1f s, CPU %.1f s, %.2f ms CPU per cluster, peak heap %d MB%n",
                clusters,
                report.findings().size(),
                format.formatName(),
                wallMillis / 1000,
                cpuMillis / 1000,
                cpuMillis / clusters,
                peak() >> 20);
    }

    /** Returns the sum of the peaks of the parts of the heap, which is no less than the peak of the whole. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
