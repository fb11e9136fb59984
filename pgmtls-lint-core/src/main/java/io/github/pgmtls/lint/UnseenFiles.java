package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.config.UnreadFile;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.source.FileRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a server would read and that could not be looked at: silence about them would be taken for praise. */
final class UnseenFiles {

    private UnseenFiles() {}

    /** Returns what of a cluster's files could not be looked at, whatever rules there are. */
    static List<NotChecked> of(Cluster cluster) {
        List<NotChecked> all = new ArrayList<>();
        for (UnreadFile unread : cluster.reading().unread()) {
            if (unread.why() == UnreadFile.Why.NOT_IN_TREE) {
                all.add(new NotChecked(
                        cluster.name(),
                        unread.name(),
                        "is not in the linted directory; add a path mapping to pgmtls.yaml",
                        Optional.of(unread.place())));
            }
        }
        if (cluster.hosts().isPresent()
                && !cluster.hosts().get().records().isEmpty()
                && cluster.hostFiles().isEmpty()) {
            all.add(new NotChecked(
                    cluster.name(),
                    cluster.hosts().get().file().path(),
                    "the server takes certificates from the files that it names, and they are not looked at",
                    Optional.empty()));
        }
        for (ServerFile file : cluster.files().values()) {
            all.addAll(of(cluster, file));
        }
        return all;
    }

    private static List<NotChecked> of(Cluster cluster, ServerFile file) {
        if (file.failed(FileRead.Reason.OUTSIDE)) {
            return List.of(new NotChecked(
                    cluster.name(),
                    file.name(),
                    file.role().words() + " is a symbolic link that leads out of the linted directory",
                    file.setBy()));
        }
        if (file.keptElsewhere() || (file.path().isPresent() && !file.assumed())) {
            return List.of();
        }
        String what = file.role().words() + " is not in the linted directory; ";
        String way = file.assumed()
                ? file.path().orElse("")
                        + " was read instead; add a path mapping to pgmtls.yaml to say that it is that file"
                : "add a path mapping or kept-elsewhere to pgmtls.yaml";
        return List.of(new NotChecked(cluster.name(), file.name(), what + way, file.setBy()));
    }
}
