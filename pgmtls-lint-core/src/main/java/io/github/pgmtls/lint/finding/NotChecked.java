package io.github.pgmtls.lint.finding;

import java.util.Optional;

/**
 * Something that could not be judged. It is listed in every report: silence means checked and fine.
 *
 * @param cluster the name of the cluster concerned
 * @param subject what was not checked: the id of a rule, or the server's path of a file
 * @param reason why, and what would make it checkable
 * @param place where it was met, if it has a place
 */
public record NotChecked(String cluster, String subject, String reason, Optional<Location> place) {

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * cluster.hashCode() + subject.hashCode()) + reason.hashCode()) + place.hashCode();
    }
}
