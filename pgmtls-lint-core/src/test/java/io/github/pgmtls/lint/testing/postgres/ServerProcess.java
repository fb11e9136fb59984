package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A running server process under a small supervising shell.
 *
 * <p>The shell sends the server the signals that are written to it by name, and when its input ends — because this
 * object is closed, or because the Java process is gone, however it ended — it stops the server and removes the
 * server's directory. So nothing is left behind even by a test run that is killed.
 */
final class ServerProcess implements AutoCloseable {

    static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private static final String SUPERVISOR = """
            directory=$1
            shift
            trap : HUP INT TERM
            "$@" </dev/null &
            server=$!
            exec >/dev/null 2>&1
            while read -r word; do
                if [ "$word" = leave ]; then
                    wait "$server"
                    exit
                fi
                kill -s "$word" "$server"
            done
            kill -s QUIT "$server"
            wait "$server"
            rm -rf "$directory"
            """;

    private final Process supervisor;
    private final ServerLog log;

    private ServerProcess(Process supervisor) {
        this.supervisor = supervisor;
        this.log = ServerLog.of(supervisor.getErrorStream());
    }

    /**
     * Starts a command.
     *
     * @param directory its working directory, which is removed when the process is closed
     */
    static ServerProcess start(ServerUser user, Path directory, List<String> command) {
        List<String> supervised = new ArrayList<>(List.of("sh", "-c", SUPERVISOR, "supervisor", directory.toString()));
        supervised.addAll(command);
        try {
            return new ServerProcess(prepare(user, directory, supervised).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a process with an environment in which a server speaks English and nothing of the caller's shows. */
    static ProcessBuilder prepare(ServerUser user, Path directory, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(user.command(command))
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    ServerLog log() {
        return log;
    }

    /**
     * Sends a signal to the server.
     *
     * @param name such as {@code HUP}
     */
    void signal(String name) {
        try {
            OutputStream input = supervisor.getOutputStream();
            input.write((name + "\n").getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the server cannot be signalled; its log:\n" + log.dump(), e);
        }
    }

    /** Stops the server in an orderly way and leaves its directory as it is. */
    void stop() {
        signal("INT");
        if (!log.awaitEnd(STOP_LIMIT)) {
            close();
            throw new IllegalStateException("the server did not stop; its log:\n" + log.dump());
        }
        signal("leave");
        awaitSupervisor();
    }

    /** Stops the server at once and removes its directory. Does nothing if the server was stopped before. */
    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
        } catch (IOException e) {
            // The supervisor is gone, and with it the server.
        }
        awaitSupervisor();
    }

    private void awaitSupervisor() {
        try {
            if (!supervisor.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
                supervisor.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
