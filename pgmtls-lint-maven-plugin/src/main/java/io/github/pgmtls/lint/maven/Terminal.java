package io.github.pgmtls.lint.maven;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The terminal to which the log goes, if it goes to one. */
final class Terminal {

    private static final String JANSI = "org.fusesource.jansi.";

    private Terminal() {}

    /** Tells whether input and output of the process are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on it may be something else, which is asked below
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            // before JDK 22 only a terminal is a console
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Tells whether Maven writes colours, and so other sequences that steer a terminal: not with {@code -B} or {@code -l}. */
    static boolean isSteeredByMaven() {
        try {
            return (boolean)
                    Class.forName(JANSI + "Ansi").getMethod("isEnabled").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    /**
     * Returns how many columns it has: what Maven's own library is told by the system, or else what a shell exports; 0 if
     * neither is known.
     */
    static int columns() {
        if (!isThere()) {
            return 0;
        }
        int columns = columnsOfMaven();
        return columns > 0 ? columns : columns(System.getenv("COLUMNS"));
    }

    private static int columnsOfMaven() {
        try {
            return (int) Class.forName(JANSI + "AnsiConsole")
                    .getMethod("getTerminalWidth")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            // some packages of Maven lack the native part
            return 0;
        }
    }

    static int columns(@Nullable String exported) {
        return exported != null && exported.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(exported) : 0;
    }
}
