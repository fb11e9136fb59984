package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthMethod;
import java.util.List;
import java.util.Optional;

/** Something that a team demands of who gets into a server, and how. */
public sealed interface Expectation {

    /** Returns where it is said. */
    Location place();

    /**
     * Certain connections.
     *
     * @param user the user, as a byte string; everybody if empty
     * @param database the database, as a byte string; every one, and physical replication, if empty
     * @param from the client addresses; every one if empty
     */
    record Who(Optional<String> user, Optional<String> database, Optional<Network> from) {}

    /**
     * Certain connections over TLS, and for {@code reject} over the network in any way, are decided by a method.
     *
     * @param method the method; {@link AuthMethod#CERT} stands for {@code trust clientcert=verify-full} too
     */
    record Using(Who who, AuthMethod method, Location place) implements Expectation {}

    /**
     * Nobody gets in over the network without a client certificate.
     *
     * @param except who may
     */
    record NobodyWithoutCertificate(List<Who> except, Location place) implements Expectation {

        public NobodyWithoutCertificate {
            except = List.copyOf(except);
        }
    }
}
