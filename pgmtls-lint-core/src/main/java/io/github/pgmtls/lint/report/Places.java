package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.Position;

/**
 * Names places for those who read a report.
 *
 * @param prefix what stands before each path
 */
record Places(String prefix) {

    Places(ReportOptions options) {
        this(options.prefix());
    }

    /** Returns {@code path:line:column}, or only the path where no part of the file is meant. */
    String text(Location place) {
        Position start = place.start();
        String position = CodeFrame.hasPart(place) ? ":" + start.line() + ":" + start.column() : "";
        return path(place) + position;
    }

    /** Returns the path with what cannot be seen in it escaped. */
    String path(Location place) {
        return Visible.escape(rawPath(place));
    }

    /** Returns the path itself. */
    String rawPath(Location place) {
        return prefix + place.file().path();
    }
}
