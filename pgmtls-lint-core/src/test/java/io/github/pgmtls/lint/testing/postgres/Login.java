package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.testing.postgres.LoginOutcome.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/** Tries one login and finds what the server's log says about it. */
final class Login {

    /** Longer than a server waits for answers to its own questions, such as the name of the client's address. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration LOG_LIMIT = Duration.ofSeconds(5);

    private final LoginAttempt attempt;
    private final Postmaster postmaster;
    private final ServerLog log;
    private final long from;

    /** The server's message that it has noticed this client. */
    private String received = "connection received: host=[local]";

    private Login(LoginAttempt attempt, Postmaster postmaster) {
        this.attempt = attempt;
        this.postmaster = postmaster;
        this.log = postmaster.log();
        this.from = log.mark();
    }

    static LoginOutcome attempt(LoginAttempt attempt, Postmaster postmaster, Path unixSocket) throws IOException {
        Login login = new Login(attempt, postmaster);
        Authentication.Answer answer =
                attempt.transport() == Transport.LOCAL ? login.overUnixSocket(unixSocket) : login.overTcp();
        return new LoginOutcome(answer.kind(), answer.detail(), answer.sqlState(), login.messages(answer));
    }

    private Authentication.Answer overUnixSocket(Path path) throws IOException {
        try (UnixSocket socket = UnixSocket.connect(path, LIMIT)) {
            return Authentication.of(attempt, new Protocol(socket.input(), socket.output()));
        }
    }

    private Authentication.Answer overTcp() throws IOException {
        String server = attempt.address().contains(":") ? "::1" : "127.0.0.1";
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(attempt.address(), 0));
            socket.connect(new InetSocketAddress(server, postmaster.port()), (int) LIMIT.toMillis());
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.setTcpNoDelay(true);
            received = "connection received: host=" + attempt.address() + " port=" + socket.getLocalPort();
            return attempt.transport() == Transport.TLS ? overTls(socket) : overPlain(socket);
        }
    }

    private Authentication.Answer overPlain(Socket socket) throws IOException {
        try {
            return Authentication.of(attempt, new Protocol(socket.getInputStream(), socket.getOutputStream()));
        } catch (SocketException e) {
            return new Authentication.Answer(Kind.DROPPED, "");
        }
    }

    private Authentication.Answer overTls(Socket socket) throws IOException {
        if (new Protocol(socket.getInputStream(), socket.getOutputStream()).requestTls() != 'S') {
            return new Authentication.Answer(Kind.NO_TLS, "");
        }
        try (Socket tls = Tls.connect(socket, attempt.identity(), attempt.tlsVersion())) {
            return Authentication.of(attempt, new Protocol(tls.getInputStream(), tls.getOutputStream()));
        } catch (SSLException | SocketException e) {
            String problem = String.valueOf(e.getMessage());
            return new Authentication.Answer(Kind.TLS_FAILED, problem.replaceFirst(".*Received fatal alert: ", ""));
        }
    }

    /** Collects the messages of the process that dealt with this login, up to the one that ends the login. */
    private List<LogEntry> messages(Authentication.Answer answer) {
        long first = log.await(from, entry -> entry.message().equals(received), LOG_LIMIT)
                .orElseThrow(() -> new IllegalStateException("not in the log: " + received + "\n" + log.dump()));
        long process = log.get(first).process();
        OptionalLong last = lastMessage(answer).stream()
                .map(wanted -> log.await(first, wanted.and(entry -> entry.process() == process), LOG_LIMIT))
                .findFirst()
                .orElse(OptionalLong.empty());
        long end = last.isPresent() ? last.getAsLong() + 1 : postmaster.connectAndLeave();
        return log.between(first, end).stream()
                .filter(entry -> entry.process() == process)
                .toList();
    }

    /** Returns how to know the message that the server writes when it ends a login, if it writes one. */
    private static Optional<Predicate<LogEntry>> lastMessage(Authentication.Answer answer) {
        Predicate<LogEntry> authorized = entry -> entry.message().contains("connection authorized: ");
        Predicate<LogEntry> fatal = entry -> entry.severity().equals("FATAL");
        return switch (answer.kind()) {
            case ACCEPTED -> Optional.of(answer.detail().isEmpty() ? authorized : fatal);
            case REFUSED -> Optional.of(fatal);
            case CHALLENGED -> answer.sqlState().isEmpty() ? Optional.empty() : Optional.of(fatal);
            case TLS_FAILED -> Optional.of(entry -> entry.message().startsWith("could not accept SSL connection"));
            case NO_TLS, DROPPED -> Optional.empty();
        };
    }
}
