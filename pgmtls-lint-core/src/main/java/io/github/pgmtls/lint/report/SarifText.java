package io.github.pgmtls.lint.report;

/** Plain text messages of SARIF, in which {@code [text](1)} is a link to the location with that id (section 3.11.6). */
final class SarifText {

    private SarifText() {}

    /** Returns text that holds no link. */
    static String plain(String visible) {
        return visible.replace("](", "] (");
    }

    /** Returns a link to a related location. */
    static String link(String visible, int id) {
        String text = visible.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
        return "[" + text + "](" + id + ")";
    }
}
