package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A superuser's session over TCP, opened while the server still trusts everybody and then kept. */
final class Session implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Socket socket;
    private final Protocol protocol;

    private Session(Socket socket, Protocol protocol) {
        this.socket = socket;
        this.protocol = protocol;
    }

    static Session open(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) LIMIT.toMillis());
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.setTcpNoDelay(true);
            Protocol protocol = new Protocol(socket.getInputStream(), socket.getOutputStream());
            protocol.startup(Map.of("user", "postgres", "database", "postgres"));
            for (Protocol.Message message = protocol.read(); message.type() != 'Z'; message = protocol.read()) {
                if (message.type() == 'E' || message.type() == 'R' && message.integer() != 0) {
                    throw new IOException("the server does not let its superuser in: " + message.rest());
                }
            }
            return new Session(socket, protocol);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    List<Map<String, String>> query(String sql) {
        try {
            return protocol.query(sql);
        } catch (IOException e) {
            throw new UncheckedIOException("the session is broken, in: " + sql, e);
        }
    }

    List<LogEntry> notices() {
        return protocol.notices();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost with it.
        }
    }
}
