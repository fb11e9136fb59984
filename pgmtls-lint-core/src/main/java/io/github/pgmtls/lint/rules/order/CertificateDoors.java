package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.ClusterContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * For each record that demands a certificate and is ever reached: where its users get in without one. Rules share it so
 * that a record that opens several doors is blamed for one of them.
 */
final class CertificateDoors {

    /** How many doors of one record are looked at; more would only be more of the same. */
    private static final int ENOUGH = 16;

    private static final Doors CLOSED = new Doors(List.of(), new Deciders(List.of(), true));

    private final ClusterContext context;
    private final Surroundings tlsOnly;
    private final Reachability reachability;
    private final boolean anyDoor;
    private final Map<HbaRecord, Doors> all = new LinkedHashMap<>();

    private CertificateDoors(ClusterContext context) {
        this.context = context;
        this.tlsOnly = context.surroundings().withTransports(Set.of(Transport.TLS));
        this.reachability = context.reachability();
        List<HbaRecord> records = context.cluster().meantRecords();
        this.anyDoor = records.stream().anyMatch(CertificateDoors::isDoor);
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).demandsCertificate() && !reachability.isShadowed(i)) {
                all.put(records.get(i), doors(records.get(i), i));
            }
        }
    }

    /**
     * A record that takes connections away from a later one that demands a certificate.
     *
     * @param by the earlier record, which demands none
     * @param wholeFamily whether no client with an IPv4 address, or none with an IPv6 address, is left to the later one
     */
    record Takeover(Decider by, boolean wholeFamily) {

        HbaRecord record() {
            return by.record().orElseThrow();
        }
    }

    /**
     * The doors around one record.
     *
     * @param takeovers earlier records that take its connections, exceptions for some of its users left out
     * @param withoutTls records that decide its connections if they come without TLS, except for those takeovers
     */
    record Doors(List<Takeover> takeovers, Deciders withoutTls) {

        /** Tells whether the record is already blamed for letting these users in without a certificate. */
        boolean blame(HbaRecord record) {
            return Stream.concat(
                            takeovers.stream().map(Takeover::record),
                            withoutTls.all().stream().flatMap(door -> door.record().stream()))
                    .anyMatch(record::equals);
        }
    }

    static CertificateDoors of(ClusterContext context) {
        return context.shared(CertificateDoors.class, CertificateDoors::new);
    }

    /** Returns the doors by record that demands a certificate, in file order. */
    Map<HbaRecord, Doors> byRecord() {
        return all;
    }

    /** Tells whether somebody on the network may get in by a record without a certificate. */
    private static boolean isDoor(HbaRecord record) {
        return record.type() != ConnectionType.LOCAL_SOCKET
                && Decision.of(record).admitsWithoutCertificate();
    }

    private Doors doors(HbaRecord demanding, int index) {
        if (!anyDoor) {
            return CLOSED;
        }
        Region region = Region.of(demanding);
        // most records lose nothing, which is quickly asked
        boolean keepsAll =
                reachability.takenBy(index, Decision::admitsWithoutCertificate).surelyNone();
        List<Takeover> takeovers = keepsAll ? List.of() : takeovers(demanding, region.over(Transport.TLS));
        Deciders open = reachability.deciders(region.over(Transport.PLAIN), Decision::admitsWithoutCertificate, ENOUGH);
        List<Decider> withoutTls = open.all().stream()
                .filter(door -> takeovers.stream().noneMatch(t -> t.by().index() == door.index()))
                .toList();
        return new Doors(takeovers, new Deciders(withoutTls, open.complete()));
    }

    private List<Takeover> takeovers(HbaRecord demanding, Region region) {
        List<Takeover> takeovers = new ArrayList<>();
        for (Decider earlier : reachability
                .deciders(region, Decision::admitsWithoutCertificate, ENOUGH)
                .all()) {
            earlier.record().filter(record -> !context.isLocal(record)).ifPresent(record -> {
                boolean wholeFamily = takesFamily(record, demanding);
                if (wholeFamily || !isException(record, demanding)) {
                    takeovers.add(new Takeover(earlier, wholeFamily));
                }
            });
        }
        return takeovers;
    }

    /** Tells whether all that an earlier record takes under TLS would be the later one's: a deliberate exception. */
    private boolean isException(HbaRecord earlier, HbaRecord later) {
        return covers(later, earlier);
    }

    /** Tells whether an earlier record for every address of a family leaves none of them to a later one for both. */
    private boolean takesFamily(HbaRecord earlier, HbaRecord later) {
        return later.address() instanceof AddressPattern.Any
                && earlier.address() instanceof Network network
                && network.mask().prefixLength() == 0
                && covers(earlier, later.at(network));
    }

    private boolean covers(HbaRecord one, HbaRecord other) {
        return mayCover(one.address(), other.address())
                && Reachability.of(List.of(one, other), tlsOnly).isShadowed(1);
    }

    /** Tells, before the whole question is asked, whether one network has the first address of the other. */
    private static boolean mayCover(AddressPattern one, AddressPattern other) {
        return !(one instanceof Network wide)
                || !(other instanceof Network narrow)
                || wide.contains(narrow.address().and(narrow.mask()));
    }
}
