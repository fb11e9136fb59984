package io.github.pgmtls.lint.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A test run leaves no server and no files behind, however it ends. */
class AbandonedServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void nothingIsLeftWhenTheTestRunIsKilled() throws Exception {
        SharedPostgres.any();
        Process testRun = start();
        Path data = dataDirectory(testRun);
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        assertThat(ProcessHandle.of(server)).isPresent();

        testRun.destroyForcibly();

        assertThat(testRun.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(becomesTrue(() -> Files.notExists(data.getParent())))
                .as("the run directory " + data.getParent() + " is removed")
                .isTrue();
        assertThat(becomesTrue(() -> ProcessHandle.of(server).isEmpty()))
                .as("the server is gone")
                .isTrue();
    }

    @Test
    void nothingIsLeftWhenTheTestRunEnds() throws Exception {
        SharedPostgres.any();
        Process testRun = start();
        Path data = dataDirectory(testRun);
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));

        testRun.getOutputStream().close();

        assertThat(testRun.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(data.getParent()).doesNotExist();
        assertThat(ProcessHandle.of(server)).isEmpty();
    }

    private static Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String property : List.of("pgmtls.postgres", "pgmtls.postgres.binaries", "pgmtls.postgres.cache")) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AbandonedServer.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path dataDirectory(Process testRun) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(testRun.getInputStream(), StandardCharsets.UTF_8));
        return Path.of(output.readLine());
    }

    private static boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        return condition.getAsBoolean();
    }
}
