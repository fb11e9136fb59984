package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A suppression in a comment: {@code # pgmtls:ignore[rule-id] until=2027-03-31 -- reason}.
 *
 * @param rules the ids of the rules whose findings it covers
 * @param until the last day on which it counts, in UTC; for ever if empty
 * @param reason why
 * @param place where it is said
 * @param target the line that it covers: that before it or, if it stands alone, that below it; nothing if there is none
 * @param words what the server reads in that line
 */
record CommentSuppression(
        List<String> rules,
        Optional<LocalDate> until,
        String reason,
        Location place,
        Optional<Span> target,
        String words) {

    CommentSuppression {
        rules = List.copyOf(rules);
    }
}
