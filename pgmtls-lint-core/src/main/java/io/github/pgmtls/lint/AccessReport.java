package io.github.pgmtls.lint;

import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.List;
import java.util.Optional;

/**
 * Who gets into the servers of a directory, and by which records. Every list is in a fixed order, so that equal input
 * gives equal output.
 *
 * @param clusters the clusters that were found, by directory
 */
public record AccessReport(List<ClusterAccess> clusters) {

    public AccessReport {
        clusters = List.copyOf(clusters);
    }

    /**
     * Who gets into one server.
     *
     * @param name its name: declared, or its directory
     * @param postgresql the version as which its files are read
     * @param versionDeclared whether somebody said that this is its version
     * @param obstacle why nothing can be told; then all lists are empty
     * @param withoutCertificate who gets in without a client certificate
     * @param superusers by superuser, who can be him
     * @param replication who can connect for physical replication, which gives all the data
     */
    public record ClusterAccess(
            String name,
            PostgresVersion postgresql,
            boolean versionDeclared,
            Optional<String> obstacle,
            Doors withoutCertificate,
            List<UserDoors> superusers,
            Doors replication) {

        public ClusterAccess {
            superusers = List.copyOf(superusers);
        }
    }

    /**
     * The records by which one user gets in.
     *
     * @param user his name, as a byte string
     */
    public record UserDoors(String user, Doors doors) {}

    /**
     * Records by which somebody gets in.
     *
     * @param all in file order
     * @param complete whether there are surely no others
     */
    public record Doors(List<Door> all, boolean complete) {

        static final Doors NONE = new Doors(List.of(), true);

        public Doors {
            all = List.copyOf(all);
        }
    }

    /**
     * A record by which somebody gets in.
     *
     * @param record the record
     * @param decision what it demands
     * @param rows the rows of its map by which a certificate can be that of the user, where one is asked for
     * @param witness a connection that it lets in, given what it demands
     * @param assumptions what must hold for the record to decide the witness, in words
     */
    public record Door(
            HbaRecord record,
            Decision decision,
            List<IdentMapping> rows,
            Connection witness,
            List<String> assumptions) {

        public Door {
            rows = List.copyOf(rows);
            assumptions = List.copyOf(assumptions);
        }
    }
}
