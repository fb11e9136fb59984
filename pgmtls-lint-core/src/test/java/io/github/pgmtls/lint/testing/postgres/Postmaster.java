package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Starts a server in a data directory and makes it load its files again. */
final class Postmaster implements AutoCloseable {

    private static final int ATTEMPTS_TO_GET_A_PORT = 10;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration RELOAD_LIMIT = Duration.ofSeconds(20);

    /** Settings that only save time, for a server whose data is thrown away. Files cannot change them. */
    private static final Map<String, String> HASTE = Map.of(
            "fsync", "off",
            "shared_buffers", "2MB",
            "max_connections", "30",
            "autovacuum", "off",
            "bgwriter_lru_maxpages", "0",
            "max_logical_replication_workers", "0");

    private final ServerProcess process;
    private final int port;

    private Postmaster(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server; it may have refused when this returns.
     *
     * @param port the TCP port at 127.0.0.1 and ::1, or 0 for a server with only a Unix-domain socket
     */
    static Postmaster launch(Installation installation, DataDirectory directory, ServerOptions options, int port) {
        Map<String, String> settings = new LinkedHashMap<>(HASTE);
        if (installation.version().isAtLeast(18)) {
            settings.put("io_method", "sync");
        }
        settings.put("listen_addresses", port == 0 ? "" : "127.0.0.1,::1");
        settings.put("port", Integer.toString(port == 0 ? 5432 : port));
        settings.put("unix_socket_directories", directory.run().toString());
        settings.put("log_destination", "stderr");
        settings.put("logging_collector", "off");
        settings.put("log_line_prefix", ServerLog.LINE_PREFIX);
        settings.put("log_min_messages", "warning");
        settings.put("log_connections", "on");
        settings.putAll(options.settings());

        List<String> command = new ArrayList<>();
        command.add(installation.programs().resolve("postgres").toString());
        command.addAll(List.of("-D", directory.data().toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Postmaster(ServerProcess.start(directory.user(), directory.run(), command), port);
    }

    /**
     * Starts a server that listens on a free TCP port.
     *
     * @throws IllegalStateException if it refuses to start
     */
    static Postmaster start(Installation installation, DataDirectory directory, ServerOptions options)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            Postmaster postmaster = launch(installation, directory, options, freePort());
            StartVerdict verdict = postmaster.awaitVerdict();
            if (verdict.started()) {
                return postmaster;
            }
            postmaster.stop();
            boolean portTaken = verdict.log().stream().anyMatch(entry -> entry.mentions("Address already in use"));
            if (!portTaken || attempt == ATTEMPTS_TO_GET_A_PORT) {
                throw new IllegalStateException("PostgreSQL " + installation.name() + " " + verdict);
            }
        }
    }

    /** Finds a port that is free now. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    ServerLog log() {
        return process.log();
    }

    /** Waits until the server has come up or has refused to. */
    StartVerdict awaitVerdict() {
        boolean started = log().await(
                        0,
                        entry -> entry.message().equals("database system is ready to accept connections"),
                        START_LIMIT)
                .isPresent();
        if (!started && !log().awaitEnd(Duration.ZERO)) {
            throw new IllegalStateException("the server neither starts nor refuses to; its log:\n" + log().dump());
        }
        return new StartVerdict(started, log().since(0));
    }

    /**
     * Makes the server load its files again and waits until it has done so.
     *
     * <p>A server says when it begins, not when it has finished. But one process does both this and the accepting of
     * connections, one after the other, so a connection made after the beginning is accepted after the end; and the
     * server says when it has accepted one.
     */
    Reload reload() {
        long from = log().mark();
        process.signal("HUP");
        long begin = require(
                log().await(from, entry -> entry.message().startsWith("received SIGHUP"), RELOAD_LIMIT),
                "did not notice SIGHUP");
        long end = connectAndLeave();
        long postmaster = log().get(begin).process();
        return new Reload(log().between(begin + 1, end).stream()
                .filter(entry -> entry.process() == postmaster)
                .toList());
    }

    /**
     * Connects, leaves at once, and waits for the message that tells so. All messages that were written before are
     * known then.
     *
     * @return the number of the message
     */
    long connectAndLeave() {
        long from = log().mark();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) RELOAD_LIMIT.toMillis());
            String received = "connection received: host=127.0.0.1 port=" + socket.getLocalPort();
            return require(
                    log().await(from, entry -> entry.message().equals(received), RELOAD_LIMIT),
                    "did not accept a connection");
        } catch (IOException e) {
            throw new IllegalStateException("the server cannot be reached; its log:\n" + log().dump(), e);
        }
    }

    private long require(OptionalLong number, String otherwise) {
        return number.orElseThrow(
                () -> new IllegalStateException("the server " + otherwise + "; its log:\n" + log().dump()));
    }

    /** Stops the server in an orderly way and leaves its data directory as it is. */
    void stop() {
        process.stop();
    }

    /** Stops the server at once and removes its data directory. */
    @Override
    public void close() {
        process.close();
    }
}
