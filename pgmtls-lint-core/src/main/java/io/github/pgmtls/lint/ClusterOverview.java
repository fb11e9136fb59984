package io.github.pgmtls.lint;

import io.github.pgmtls.lint.AccessReport.Doors;
import io.github.pgmtls.lint.Inspection.ClusterView;
import io.github.pgmtls.lint.access.Reach;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.x509.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to see of one cluster beside its findings: who gets in, by which records, with which certificates. Where
 * the server refuses a line, all this is about what the line was most likely meant to be, since nobody gets into a server
 * that does not start.
 *
 * @param now the time as of which certificates are judged
 * @param view its files and its certificates
 * @param obstacle why nobody gets in at all, or why that cannot be told
 * @param ways the ways to connect that there are
 * @param access for each user, or kind of users, who gets in by which way
 * @param moreUsers how many users are left out, because they are too many
 * @param records the lines of its pg_hba.conf in the order in which the server takes them
 * @param moreRecords how many lines are left out, because they are too many
 * @param logins which client certificates make their bearer which user
 */
public record ClusterOverview(
        Instant now,
        ClusterView view,
        Optional<String> obstacle,
        List<Way> ways,
        List<UserAccess> access,
        int moreUsers,
        List<RecordFate> records,
        int moreRecords,
        List<Login> logins) {

    public ClusterOverview {
        ways = List.copyOf(ways);
        access = List.copyOf(access);
        records = List.copyOf(records);
        logins = List.copyOf(logins);
    }

    /** A way to connect: by a transport, and with a certificate or without. */
    public enum Way {
        /** Over a Unix-domain socket. */
        LOCAL(Transport.LOCAL),
        /** Over TCP without encryption. */
        PLAIN(Transport.PLAIN),
        /** Over TCP under GSSAPI encryption. */
        GSS(Transport.GSS),
        /** Over TLS, where no certificate is asked for. */
        TLS(Transport.TLS),
        /** Over TLS with a certificate that the server verifies. */
        TLS_WITH_CERTIFICATE(Transport.TLS);

        private final Transport transport;

        Way(Transport transport) {
            this.transport = transport;
        }

        /** Returns the transport. */
        public Transport transport() {
            return transport;
        }
    }

    /**
     * The records by which some users get in.
     *
     * @param users who: a user, the members of a role, users by a regular expression; {@link NamePattern.Kind#ALL} for
     *     every user who is in none of the other rows
     * @param superuser whether this is a superuser
     * @param doors by way, the records
     */
    public record UserAccess(NamePattern users, boolean superuser, Map<Way, Doors> doors) {

        public UserAccess {
            doors = Map.copyOf(doors);
        }
    }

    /**
     * What becomes of a line of pg_hba.conf.
     *
     * @param line the line
     * @param record the record that it is, or was most likely meant to be
     * @param refused whether the server refuses the file because of it
     * @param message what the server says about it
     * @param reach whether it ever decides a connection
     * @param hiddenBy of a record that never does, indexes in the list of the earlier ones that take its connections
     */
    public record RecordFate(
            AuthLine line,
            Optional<HbaRecord> record,
            boolean refused,
            Optional<String> message,
            Optional<Reach> reach,
            List<Integer> hiddenBy) {

        public RecordFate {
            hiddenBy = List.copyOf(hiddenBy);
        }
    }

    /**
     * A certificate whose bearer may be a user.
     *
     * @param certificate the certificate of the client
     * @param user the user, as a byte string
     * @param record the record by which he gets in
     * @param row the row of the map that says so, if there is a map
     */
    public record Login(Certificate certificate, String user, HbaRecord record, Optional<IdentMapping> row) {}
}
