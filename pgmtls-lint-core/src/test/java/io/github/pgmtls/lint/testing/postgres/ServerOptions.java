package io.github.pgmtls.lint.testing.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a server differs from the plain one.
 *
 * @param settings settings of its command line, which win over postgresql.conf
 */
public record ServerOptions(Map<String, String> settings) {

    /** The plain server. */
    public static final ServerOptions NONE = new ServerOptions(Map.of());

    public ServerOptions {
        settings = Map.copyOf(settings);
    }

    /** Returns these options with one more setting. */
    public ServerOptions with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new ServerOptions(more);
    }
}
