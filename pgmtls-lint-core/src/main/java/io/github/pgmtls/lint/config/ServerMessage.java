package io.github.pgmtls.lint.config;

/** Messages of the server, which repeat what the user wrote, be it as long as it may. */
final class ServerMessage {

    private static final int LONGEST = 4_000;

    private ServerMessage() {}

    /** Returns the text, cut if nobody would read it to its end. */
    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
