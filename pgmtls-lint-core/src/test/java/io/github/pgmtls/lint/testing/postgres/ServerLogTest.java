package io.github.pgmtls.lint.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lines of a server's log become messages. */
class ServerLogTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static ServerLog read(String text) {
        ServerLog log = ServerLog.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(log.awaitEnd(LIMIT)).isTrue();
        return log;
    }

    @Test
    void theLinesOfAMessageArePutTogether() {
        ServerLog log = read("""
                <7 F0000>LOG:  first line
                \tsecond line
                <7 F0000>DETAIL:  a detail
                \tand more of it
                <7 F0000>HINT:  a hint
                <7 F0000>CONTEXT:  line 1 of a file
                <7 F0000>STATEMENT:  select 1
                \tfrom nothing
                <8 00000>LOG:  another
                """);

        assertThat(log.since(0))
                .containsExactly(
                        new LogEntry(
                                7,
                                "F0000",
                                "LOG",
                                "first line\nsecond line",
                                "a detail\nand more of it",
                                "a hint",
                                "line 1 of a file"),
                        new LogEntry(8, "00000", "LOG", "another", "", "", ""));
    }

    @Test
    void aLineWithoutPrefixIsAMessageToo() {
        assertThat(read("postgres: no such option \u00e9\nunfinished").since(0))
                .containsExactly(LogEntry.bare("postgres: no such option \u00e9"), LogEntry.bare("unfinished"));
    }

    @Test
    void aMessageThatComesInPiecesIsOneMessage() throws IOException {
        try (PipedOutputStream pieces = new PipedOutputStream()) {
            ServerLog log = ServerLog.of(new PipedInputStream(pieces));
            for (String piece : new String[] {"<7 000", "00>LOG:  a", " message\n<7 00000>FATAL:  the end", "\n"}) {
                pieces.write(piece.getBytes(StandardCharsets.US_ASCII));
                pieces.flush();
            }

            assertThat(log.await(0, entry -> entry.severity().equals("FATAL"), LIMIT))
                    .hasValue(1);
            assertThat(log.get(0).message()).isEqualTo("a message");
        }
    }

    @Test
    void waitingEndsWithTheLogOrTheLimit() throws IOException {
        assertThat(read("<7 00000>LOG:  x\n").await(0, entry -> false, LIMIT)).isEmpty();
        try (PipedOutputStream silent = new PipedOutputStream()) {
            ServerLog log = ServerLog.of(new PipedInputStream(silent));
            assertThat(log.await(0, entry -> true, Duration.ofMillis(20))).isEmpty();
            assertThat(log.awaitEnd(Duration.ofMillis(20))).isFalse();
        }
    }

    @Test
    void theOldestMessagesAreForgottenAndTheNumbersStay() {
        ServerLog log = read("<7 00000>LOG:  old\n".repeat(50_000) + "<7 00000>LOG:  new\n");

        assertThat(log.mark()).isEqualTo(50_001);
        assertThat(log.since(50_000)).extracting(LogEntry::message).containsExactly("new");
        assertThat(log.since(0)).hasSizeLessThan(50_000);
        assertThat(log.await(0, entry -> entry.message().equals("new"), LIMIT)).hasValue(50_000);
    }
}
