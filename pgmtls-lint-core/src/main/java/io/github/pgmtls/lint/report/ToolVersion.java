package io.github.pgmtls.lint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this tool is, for programs that read its reports. */
final class ToolVersion {

    static final String NAME = "pgmtls-lint";

    /** The version, such as {@code 1.0.0}, that the build wrote down. */
    static final String VERSION = load();

    private ToolVersion() {}

    private static String load() {
        try (InputStream in = ToolVersion.class.getResourceAsStream("tool.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
