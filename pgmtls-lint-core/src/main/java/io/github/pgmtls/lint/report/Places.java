package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Location;

/** Names places for people. */
final class Places {

    private Places() {}

    /** Returns {@code path:line:column}, or only the path where no part of the file is meant. */
    static String text(Location place) {
        return Visible.escape(
                CodeFrame.hasPart(place) ? place.toString() : place.file().path());
    }
}
