package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.pgmtls.lint.finding.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an untrusted tree may hold: each case ends soon, without an exception, and says what is wrong. */
class HostileInputTest {

    /** Far more than is needed: a machine may be busy. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final String RECORD = "hostssl all all all scram-sha-256\n";

    private static final int MEBI = 1 << 20;

    @TempDir
    private Path directory;

    /**
     * A tree.
     *
     * @param name what is hostile about it
     * @param expected the start of one line of the report
     */
    private record Case(String name, String expected, Tree tree) {

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Tree {
        void write(Path directory) throws IOException;
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a file that includes itself",
                        "error record-syntax pg_hba.conf:1",
                        directory -> write(directory, "pg_hba.conf", "include pg_hba.conf\n" + RECORD)),
                new Case("a list that contains itself", "error record-syntax a:1", directory -> {
                    write(directory, "pg_hba.conf", "host all @a all reject\n");
                    write(directory, "a", "x @a @a\n");
                }),
                new Case(
                        "settings that include themselves",
                        "error setting-syntax postgresql.conf:1",
                        directory -> write(directory, "postgresql.conf", "include 'postgresql.conf'\n")),
                new Case("ten thousand includes", "info record-shadowed", directory -> {
                    write(directory, "pg_hba.conf", "include x.conf\n".repeat(10_000));
                    write(directory, "x.conf", RECORD);
                }),
                new Case("includes that multiply", "error file-unreadable pg_hba.conf:1", directory -> {
                    write(directory, "pg_hba.conf", "include l0.conf\n");
                    for (int i = 0; i < 10; i++) {
                        write(directory, "l" + i + ".conf", ("include l" + (i + 1) + ".conf\n").repeat(60));
                    }
                    write(directory, "l10.conf", RECORD);
                }),
                new Case("settings that multiply", "error file-unreadable", directory -> {
                    write(directory, "postgresql.conf", "include 'l0.conf'\n");
                    for (int i = 0; i < 10; i++) {
                        write(directory, "l" + i + ".conf", ("include 'l" + (i + 1) + ".conf'\n").repeat(60));
                    }
                    write(directory, "l10.conf", "ssl = on\n");
                }),
                new Case("a directory in place of a file", "error file-unreadable pg_hba.conf:1", directory -> {
                    Files.createDirectory(directory.resolve("pg_hba.conf"));
                    write(directory, "postgresql.conf", "ssl = off\n");
                }),
                new Case(
                        "a file of 100 MB",
                        "error file-unreadable pg_hba.conf:1",
                        directory -> repeat(directory, "pg_hba.conf", RECORD, 100 * MEBI / RECORD.length())),
                new Case(
                        "settings of 100 MB",
                        "error file-unreadable postgresql.conf:1",
                        directory -> repeat(directory, "postgresql.conf", "ssl = off\n", 10 * MEBI)),
                new Case("a certificate file of 100 MB", "error file-unreadable postgresql.conf:2", directory -> {
                    write(directory, "postgresql.conf", "ssl = on\nssl_ca_file = 'ca.crt'\n");
                    repeat(directory, "ca.crt", "-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----\n", 2 * MEBI);
                }),
                new Case(
                        "a line of 50 MB",
                        "error file-unreadable pg_hba.conf:1",
                        directory -> repeat(directory, "pg_hba.conf", "a,", 25 * MEBI)),
                new Case(
                        "a token of 50 MB",
                        "warning record-syntax pg_hba.conf:1",
                        directory ->
                                write(directory, "pg_hba.conf", "host all " + "a".repeat(50 * MEBI) + " all reject\n")),
                new Case(
                        "a setting of 10 MB",
                        "error file-unreadable postgresql.conf:2",
                        directory -> write(
                                directory,
                                "postgresql.conf",
                                "ssl = on\nssl_ca_file = '" + "a".repeat(10 * MEBI) + "'\n")),
                new Case(
                        "NUL bytes",
                        "error record-syntax pg_hba.conf:2",
                        directory -> write(directory, "pg_hba.conf", RECORD + "host\0 all all\0 all trust\n")),
                new Case(
                        "nothing but NUL bytes",
                        "error no-records pg_hba.conf:1",
                        directory -> write(directory, "pg_hba.conf", "\0".repeat(MEBI))),
                new Case(
                        "a million faults",
                        "error file-unreadable pg_hba.conf:1",
                        directory -> repeat(directory, "pg_hba.conf", "x\n", MEBI)),
                new Case("a link out of the tree", "not checked pg_hba.conf", directory -> {
                    Files.createSymbolicLink(directory.resolve("pg_hba.conf"), Path.of("/etc/passwd"));
                    write(directory, "postgresql.conf", "ssl = off\n");
                }),
                new Case(
                        "an include out of the tree",
                        "not checked /etc/passwd",
                        directory -> write(directory, "pg_hba.conf", "include /etc/passwd\n" + RECORD)),
                new Case("a link to itself", "error file-unreadable pg_hba.conf:1", directory -> {
                    Files.createSymbolicLink(directory.resolve("pg_hba.conf"), Path.of("pg_hba.conf"));
                    write(directory, "postgresql.conf", "ssl = off\n");
                }),
                new Case(
                        "expressions that explode",
                        "error",
                        directory -> write(directory, "pg_hba.conf", """
                                host all "/^((((a{1,255}){1,255}){1,255})b)*$" all trust
                                host all "/^(a+)+(a+)+(a*)*$"                  all trust
                                host all "/(.*)(.*)(.*)(.*)(.*)(.*)(.*)b\\1$"  all trust
                                host all %s all trust
                                """.formatted("a".repeat(5_000)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsSoonAndSaysWhatIsWrong(Case hostile) throws IOException {
        hostile.tree().write(directory);
        assertThat(report(LintRequest.of(directory))).anyMatch(line -> line.startsWith(hostile.expected()));
    }

    private static List<String> report(LintRequest request) {
        LintReport report = assertTimeoutPreemptively(BOUND, () -> Linter.lint(request));
        Stream<String> findings = report.findings().stream().map(HostileInputTest::line);
        Stream<String> notChecked = report.notChecked().stream().map(n -> "not checked " + n.subject());
        return Stream.concat(findings, notChecked).toList();
    }

    private static String line(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.rule() + " "
                + finding.primary().file().path() + ":"
                + finding.primary().start().line();
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static void repeat(Path directory, String name, String text, int times) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(directory.resolve(name), StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < times; i++) {
                writer.write(text);
            }
        }
    }
}
