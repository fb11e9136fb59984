package io.github.pgmtls.lint.testing.postgres;

/**
 * One message of a server's log. All texts are byte strings: one char stands for one byte of the log.
 *
 * @param process the id of the process that wrote it, 0 for a line without the prefix, as a server writes that dies
 *     before it has read its settings
 * @param sqlState five characters, such as {@code F0000} for an error in a configuration file; empty without prefix
 * @param severity {@code LOG}, {@code WARNING}, {@code ERROR}, {@code FATAL} or {@code PANIC}; empty without prefix
 * @param message the primary message
 * @param detail the DETAIL part or an empty string
 * @param hint the HINT part or an empty string
 * @param context the CONTEXT part or an empty string
 */
public record LogEntry(
        long process, String sqlState, String severity, String message, String detail, String hint, String context) {

    static LogEntry bare(String line) {
        return new LogEntry(0, "", "", line, "", "", "");
    }

    /** Tells whether any part of the message contains a text. */
    public boolean mentions(String text) {
        return message.contains(text) || detail.contains(text) || hint.contains(text) || context.contains(text);
    }

    /** Returns this message with more text in one of its parts; parts of no interest are dropped. */
    LogEntry with(String part, String text) {
        return switch (part) {
            case "DETAIL" -> new LogEntry(process, sqlState, severity, message, detail + text, hint, context);
            case "HINT" -> new LogEntry(process, sqlState, severity, message, detail, hint + text, context);
            case "CONTEXT" -> new LogEntry(process, sqlState, severity, message, detail, hint, context + text);
            case "MESSAGE" -> new LogEntry(process, sqlState, severity, message + text, detail, hint, context);
            default -> this;
        };
    }

    @Override
    public String toString() {
        return "[" + process + "] " + severity + " " + sqlState + ": " + message + part("DETAIL", detail)
                + part("HINT", hint) + part("CONTEXT", context);
    }

    private static String part(String label, String text) {
        return text.isEmpty() ? "" : "\n    " + label + ": " + text.replace("\n", "\n        ");
    }
}
