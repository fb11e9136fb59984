package io.github.pgmtls.lint;

import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.access.Mismatch;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens to a connection, as far as the configuration decides: a role or database that does not exist is found out
 * only behind that, and so is a wrong password.
 *
 * @param connection the attempt as the server takes it
 * @param cluster the name of the cluster
 * @param postgresql the version as which its files are read
 * @param hbaFile its pg_hba.conf
 * @param outcome the outcome, if it is the same in every ending
 * @param endings how it can end, by what is not known; one or more, that which an answer shows first
 */
public record Trace(
        Connection connection,
        String cluster,
        PostgresVersion postgresql,
        Optional<SourceFile> hbaFile,
        Outcome outcome,
        List<Ending> endings) {

    public Trace {
        endings = List.copyOf(endings);
    }

    /** What becomes of a connection. */
    public enum Outcome {
        /** The server lets the client be the user. */
        ACCEPTED,
        /** The server says no, or there is no server. */
        REFUSED,
        /** The server asks for a password or another proof. The reason tells if even the right one would be in vain. */
        CHALLENGED,
        /** It depends on what is not known. */
        UNKNOWN;

        /** Returns the word for it in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One way in which it can end.
     *
     * @param outcome the outcome
     * @param reason why
     * @param record the record that decides; nothing if none matches, or it does not come to that
     * @param identity the name that the server takes from the certificate, as a byte string
     * @param mapping the row of the map that decides, if one does
     * @param serverMessage what the server writes to its log or, where it does not get there, tells the client, as a
     *     byte string; nothing if it accepts or asks
     * @param skipped for each record before, why it does not match
     * @param assumptions clauses about what is not known and was taken to hold
     */
    public record Ending(
            Outcome outcome,
            TraceReason reason,
            Optional<HbaRecord> record,
            Optional<String> identity,
            Optional<IdentMapping> mapping,
            Optional<String> serverMessage,
            List<Mismatch> skipped,
            List<String> assumptions) {

        public Ending {
            skipped = List.copyOf(skipped);
            assumptions = List.copyOf(assumptions);
        }

        static Ending of(Outcome outcome, TraceReason reason) {
            return new Ending(
                    outcome,
                    reason,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }

        static Ending refused(TraceReason reason, String message) {
            return of(Outcome.REFUSED, reason).saying(message);
        }

        Ending saying(String message) {
            return new Ending(outcome, reason, record, identity, mapping, Optional.of(message), skipped, assumptions);
        }

        Ending by(Optional<HbaRecord> decider, List<Mismatch> passed) {
            return new Ending(outcome, reason, decider, identity, mapping, serverMessage, passed, assumptions);
        }

        Ending as(Optional<String> name, Optional<IdentMapping> row) {
            return new Ending(outcome, reason, record, name, row, serverMessage, skipped, assumptions);
        }

        Ending because(TraceReason other) {
            return new Ending(outcome, other, record, identity, mapping, serverMessage, skipped, assumptions);
        }

        /** Returns the same under further assumptions, which come first. */
        Ending assuming(List<String> more) {
            List<String> all = new ArrayList<>(more);
            all.addAll(assumptions);
            return new Ending(outcome, reason, record, identity, mapping, serverMessage, skipped, all);
        }
    }

    /** Returns the ending that an answer shows. */
    public Ending ending() {
        return endings.get(0);
    }
}
