package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.source.ByteText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By which records superusers are connected over the network. Several rules look at them. */
final class SuperuserDoors {

    private final ClusterContext context;
    private final Map<String, Deciders> bySuperuser = new LinkedHashMap<>();

    private SuperuserDoors(ClusterContext context) {
        this.context = context;
        Region network = Region.everything()
                .over(Transport.PLAIN, Transport.TLS, Transport.GSS)
                .from(List.of(new AddressPattern.Any()));
        for (String user : context.superusers()) {
            bySuperuser.put(
                    user, context.reachability().deciders(network.ofUser(user), decision -> !decision.isReject()));
        }
    }

    static SuperuserDoors of(ClusterContext context) {
        return context.shared(SuperuserDoors.class, SuperuserDoors::new);
    }

    /**
     * A record that lets a superuser in, if its method does.
     *
     * @param user the superuser, as a byte string
     */
    record Door(String user, Decider decider) {

        HbaRecord record() {
            return decider.record().orElseThrow();
        }

        boolean isCertain() {
            return decider.witness().certain();
        }

        /** Tells whether the record is for other users too, so that the superuser may be meant or not. */
        boolean isGeneral() {
            for (NamePattern pattern : record().users()) {
                if (pattern.kind() == NamePattern.Kind.LITERAL && pattern.name().equals(user)) {
                    return false;
                }
            }
            return true;
        }

        String name() {
            return ByteText.decode(user);
        }
    }

    /** Returns the doors that are open to other machines. */
    List<Door> remote() {
        List<Door> doors = new ArrayList<>();
        for (Map.Entry<String, Deciders> superuser : bySuperuser.entrySet()) {
            for (Decider decider : superuser.getValue().all()) {
                Door door = new Door(superuser.getKey(), decider);
                if (!context.isLocal(door.record())) {
                    doors.add(door);
                }
            }
        }
        return doors;
    }

    /** Tells whether there are surely no other doors. */
    boolean isComplete() {
        for (Deciders deciders : bySuperuser.values()) {
            if (!deciders.complete()) {
                return false;
            }
        }
        return true;
    }
}
