package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The log of one server, read from its standard error while it runs.
 *
 * <p>A server writes each message at once, so whoever sees a message sees all its parts. Messages are counted from 0;
 * the oldest are forgotten after a while.
 */
final class ServerLog {

    /** What the server must be told to put before each line: process and SQLSTATE. */
    static final String LINE_PREFIX = "<%p %e>";

    private static final Pattern LINE = Pattern.compile("<(\\d+) (\\w{5})>([A-Z0-9]+):  (.*)", Pattern.DOTALL);
    private static final int KEPT = 20_000;

    private final List<LogEntry> entries = new ArrayList<>();
    private long forgotten;
    private boolean ended;
    private String lastPart = "MESSAGE";
    private String unfinishedLine = "";

    /** Reads a stream to its end, in a thread of its own. */
    static ServerLog of(InputStream stream) {
        ServerLog log = new ServerLog();
        Thread reader = new Thread(() -> log.readAll(stream), "postgres-log");
        reader.setDaemon(true);
        reader.start();
        return log;
    }

    /** Returns the number of the next message. */
    synchronized long mark() {
        return forgotten + entries.size();
    }

    /**
     * Waits for a message.
     *
     * @return its number, or nothing if the server ended or the time is over before it came
     */
    synchronized OptionalLong await(long from, Predicate<LogEntry> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        long next = from;
        while (true) {
            for (next = Math.max(next, forgotten); next < mark(); next++) {
                if (wanted.test(get(next))) {
                    return OptionalLong.of(next);
                }
            }
            if (ended || !waitUntil(deadline)) {
                return OptionalLong.empty();
            }
        }
    }

    /** Waits until all processes of the server are gone. */
    synchronized boolean awaitEnd(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ended) {
            if (!waitUntil(deadline)) {
                return false;
            }
        }
        return true;
    }

    synchronized LogEntry get(long number) {
        return entries.get((int) (number - forgotten));
    }

    synchronized List<LogEntry> between(long from, long to) {
        int first = (int) Math.max(0, from - forgotten);
        return List.copyOf(entries.subList(first, Math.max(first, (int) (to - forgotten))));
    }

    List<LogEntry> since(long from) {
        return between(from, mark());
    }

    /** Returns the newest messages as text, for a failure report. */
    synchronized String dump() {
        int first = Math.max(0, entries.size() - 200);
        return entries.subList(first, entries.size()).stream()
                .map(LogEntry::toString)
                .collect(Collectors.joining("\n"));
    }

    private boolean waitUntil(long deadline) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            return false;
        }
        try {
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void readAll(InputStream stream) {
        byte[] buffer = new byte[1 << 16];
        try (stream) {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                accept(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            accept("the log cannot be read: " + e + "\n");
        } finally {
            end();
        }
    }

    private synchronized void accept(String chunk) {
        String text = unfinishedLine + chunk;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            acceptLine(text.substring(start, end));
            start = end + 1;
        }
        unfinishedLine = text.substring(start);
        if (entries.size() > KEPT) {
            entries.subList(0, KEPT / 2).clear();
            forgotten += KEPT / 2;
        }
        notifyAll();
    }

    private void acceptLine(String line) {
        Matcher matcher = LINE.matcher(line);
        if (line.startsWith("\t") && !entries.isEmpty()) {
            extendLast(lastPart, "\n" + line.substring(1));
        } else if (!matcher.matches()) {
            entries.add(LogEntry.bare(line));
            lastPart = "MESSAGE";
        } else if (isPart(matcher.group(3))) {
            lastPart = matcher.group(3);
            extendLast(lastPart, matcher.group(4));
        } else {
            lastPart = "MESSAGE";
            long process = Long.parseLong(matcher.group(1));
            entries.add(new LogEntry(process, matcher.group(2), matcher.group(3), matcher.group(4), "", "", ""));
        }
    }

    private static boolean isPart(String label) {
        return switch (label) {
            case "DETAIL", "HINT", "CONTEXT", "QUERY", "STATEMENT", "LOCATION", "BACKTRACE" -> true;
            default -> false;
        };
    }

    private void extendLast(String part, String text) {
        int last = entries.size() - 1;
        if (last >= 0) {
            entries.set(last, entries.get(last).with(part, text));
        }
    }

    private synchronized void end() {
        if (!unfinishedLine.isEmpty()) {
            acceptLine(unfinishedLine);
        }
        ended = true;
        notifyAll();
    }
}
