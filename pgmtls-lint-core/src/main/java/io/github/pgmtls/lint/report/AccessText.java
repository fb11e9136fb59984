package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.AccessReport;
import io.github.pgmtls.lint.AccessReport.ClusterAccess;
import io.github.pgmtls.lint.AccessReport.Door;
import io.github.pgmtls.lint.AccessReport.Doors;
import io.github.pgmtls.lint.AccessReport.UserDoors;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.io.IOException;
import java.util.stream.Collectors;

/** Tells people who gets in: under each question the records that answer it, each with an example. */
final class AccessText {

    private final StringBuilder text = new StringBuilder();
    private final ReportOptions options;

    private AccessText(ReportOptions options) {
        this.options = options;
    }

    static void write(AccessReport report, Appendable out, ReportOptions options) throws IOException {
        AccessText told = new AccessText(options);
        for (ClusterAccess cluster : report.clusters()) {
            if (told.text.length() > 0) {
                told.line(0, "");
            }
            told.tell(cluster);
        }
        out.append(told.text);
    }

    private void tell(ClusterAccess cluster) {
        String assumed = cluster.versionDeclared() ? "" : ", assumed since no version is declared";
        line(0, "cluster " + Visible.text(cluster.name()) + ", PostgreSQL " + cluster.postgresql() + assumed);
        if (cluster.obstacle().isPresent()) {
            line(2, "cannot be told: " + Visible.text(cluster.obstacle().get()));
            return;
        }
        doors("who gets in without a client certificate", cluster.withoutCertificate());
        for (UserDoors user : cluster.superusers()) {
            doors("who can be the superuser \"" + shown(user.user()) + "\"", user.doors());
        }
        doors("who can connect for physical replication", cluster.replication());
    }

    private void doors(String question, Doors doors) {
        line(0, "");
        line(2, question);
        if (doors.all().isEmpty()) {
            line(4, doors.complete() ? "nobody" : "not decided");
        }
        doors.all().forEach(this::door);
        if (!doors.all().isEmpty() && !doors.complete()) {
            line(4, "and perhaps others: not all was decided");
        }
    }

    private void door(Door door) {
        line(
                4,
                place(door.record().line()) + ": by \""
                        + Visible.text(door.decision().phrase()) + "\"");
        line(8, source(door.record().line()));
        line(6, "such as " + Visible.text(door.witness().phrase()));
        if (!door.assumptions().isEmpty()) {
            line(6, "if " + Visible.text(String.join(", and ", door.assumptions())));
        }
        if (!door.rows().isEmpty()) {
            line(6, "with a certificate that the map makes this user: " + rows(door));
        }
    }

    private String rows(Door door) {
        return door.rows().stream().map(IdentMapping::line).map(this::place).collect(Collectors.joining(", "));
    }

    private String place(AuthLine line) {
        return options.prefix() + Visible.text(line.file().path()) + ":" + line.number();
    }

    private static String source(AuthLine line) {
        return shown(line.file().slice(line.tokenSpan()));
    }

    private static String shown(String bytes) {
        return Visible.text(ByteText.decode(bytes));
    }

    private void line(int indent, String content) {
        text.append(" ".repeat(content.isEmpty() ? 0 : indent)).append(content).append('\n');
    }
}
