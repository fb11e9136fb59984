package io.github.pgmtls.lint.config;

/** Names of files and directories that configuration files include, as {@code GetConfFilesInDir} sees them. */
final class ConfNames {

    private static final int SHORTEST = "x.conf".length();

    private ConfNames() {}

    /** Tells whether a file of an included directory is read. */
    static boolean isConf(String name) {
        return name.length() >= SHORTEST && name.charAt(0) != '.' && name.endsWith(".conf");
    }

    /** Tells whether the server takes a name for none. */
    static boolean isBlank(String name) {
        return name.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
    }
}
