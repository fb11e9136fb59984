package io.github.pgmtls.lint.testing.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of PostgreSQL's frontend/backend protocol 3.0 (PostgreSQL documentation, chapter "Frontend/Backend
 * Protocol"), as far as logins and simple queries need them.
 *
 * <p>A client library would not do: this one stops after the server's first answer, speaks over any transport, and
 * passes on bytes as they are. All strings are byte strings.
 */
final class Protocol {

    private static final int VERSION_3 = 3 << 16;
    private static final int SSL_REQUEST = 80877103;
    private static final int LONGEST_MESSAGE = 1 << 26;

    private final DataInputStream input;
    private final OutputStream output;
    private List<LogEntry> notices = List.of();

    Protocol(InputStream input, OutputStream output) {
        this.input = new DataInputStream(input);
        this.output = output;
    }

    /** A message from the server: its type, and its contents to be read once. */
    record Message(char type, ByteBuffer body) {

        int integer() {
            return body.getInt();
        }

        int shortInteger() {
            return body.getShort();
        }

        String rest() {
            return bytes(body.remaining());
        }

        String bytes(int length) {
            byte[] bytes = new byte[length];
            body.get(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        /** Reads a string up to its final zero byte. */
        String string() {
            StringBuilder text = new StringBuilder();
            for (byte next = body.get(); next != 0; next = body.get()) {
                text.append((char) (next & 0xff));
            }
            return text.toString();
        }

        /** Reads the fields of an error or a notice, such as M for the message and C for the SQLSTATE. */
        Map<Character, String> fields() {
            Map<Character, String> fields = new LinkedHashMap<>();
            for (byte code = body.get(); code != 0; code = body.get()) {
                fields.put((char) code, string());
            }
            return fields;
        }
    }

    /** Asks for TLS; the answer is {@code S} for yes, {@code N} for no or {@code E} for an error of old servers. */
    char requestTls() throws IOException {
        output.write(ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array());
        output.flush();
        return (char) input.readUnsignedByte();
    }

    void startup(Map<String, String> parameters) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ByteBuffer.allocate(4).putInt(VERSION_3).array());
        parameters.forEach((name, value) -> {
            body.writeBytes(terminated(name));
            body.writeBytes(terminated(value));
        });
        body.write(0);
        write(new byte[0], body.toByteArray());
    }

    void send(char type, byte[] body) throws IOException {
        write(new byte[] {(byte) type}, body);
    }

    /** Ends a session as a client should. */
    void terminate() throws IOException {
        send('X', new byte[0]);
    }

    private void write(byte[] type, byte[] body) throws IOException {
        output.write(ByteBuffer.allocate(type.length + 4 + body.length)
                .put(type)
                .putInt(body.length + 4)
                .put(body)
                .array());
        output.flush();
    }

    /**
     * Reads the next message.
     *
     * @throws EOFException if the server has closed the connection
     */
    Message read() throws IOException {
        char type = (char) input.readUnsignedByte();
        int length = input.readInt() - 4;
        if (length < 0 || length > LONGEST_MESSAGE) {
            throw new IOException("not a PostgreSQL message: type " + (int) type + ", length " + length);
        }
        byte[] body = new byte[length];
        input.readFully(body);
        return new Message(type, ByteBuffer.wrap(body));
    }

    /**
     * Runs a query in a session and returns its rows: column names to values in text form, in the order of the
     * columns. A null is left out.
     */
    List<Map<String, String>> query(String sql) throws IOException {
        send('Q', terminated(sql));
        List<String> columns = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        List<LogEntry> seen = new ArrayList<>();
        String problem = "";
        Message message = read();
        for (; message.type() != 'Z'; message = read()) {
            switch (message.type()) {
                case 'T' -> columns = readColumns(message);
                case 'D' -> rows.add(readRow(message, columns));
                case 'E' -> problem = message.fields().getOrDefault('M', "unknown");
                case 'N' -> seen.add(notice(message.fields()));
                default -> {
                    // Parameter states and the ends of commands say nothing about the result.
                }
            }
        }
        notices = seen;
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem + ", in: " + sql);
        }
        return rows;
    }

    /** Returns the notices that came with the last query. */
    List<LogEntry> notices() {
        return notices;
    }

    private static LogEntry notice(Map<Character, String> fields) {
        return new LogEntry(
                0,
                fields.getOrDefault('C', ""),
                fields.getOrDefault('S', ""),
                fields.getOrDefault('M', ""),
                fields.getOrDefault('D', ""),
                fields.getOrDefault('H', ""),
                fields.getOrDefault('W', ""));
    }

    private static List<String> readColumns(Message message) {
        List<String> columns = new ArrayList<>();
        int count = message.shortInteger();
        for (int i = 0; i < count; i++) {
            columns.add(message.string());
            // Table, column, type, size, modifier and format of the column.
            message.bytes(4 + 2 + 4 + 2 + 4 + 2);
        }
        return columns;
    }

    private static Map<String, String> readRow(Message message, List<String> columns) {
        Map<String, String> row = new LinkedHashMap<>();
        int count = message.shortInteger();
        for (int i = 0; i < count; i++) {
            int length = message.integer();
            if (length >= 0) {
                row.put(columns.get(i), message.bytes(length));
            }
        }
        return row;
    }

    static byte[] terminated(String text) {
        return (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }
}
