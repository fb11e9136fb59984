package io.github.pgmtls.lint.config;

import java.util.List;
import java.util.Optional;

/**
 * How a server is started, as far as it decides about its settings.
 *
 * @param dataDirectory the place of the data directory in the tree; if absent, the parameter {@code data_directory}
 *     says where it is, and without it the directory of {@code postgresql.conf}
 * @param assignments parameters given on the command line ({@code -c name=value}), which override all files
 */
public record ServerStart(Optional<String> dataDirectory, List<Assignment> assignments) {

    /**
     * A parameter given on the command line.
     *
     * @param name its name; the server takes {@code -} for {@code _}
     * @param value its value
     */
    public record Assignment(String name, String value) {
        public Assignment {
            name = name.replace('-', '_');
        }
    }

    public ServerStart {
        assignments = List.copyOf(assignments);
    }

    /** Returns a start without options: {@code postgres -D} and the directory of the file. */
    public static ServerStart plain() {
        return new ServerStart(Optional.empty(), List.of());
    }
}
