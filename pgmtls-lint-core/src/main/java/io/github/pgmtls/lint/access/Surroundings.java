package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the world that the server runs in. What is not known is never guessed: it turns into the
 * {@linkplain Assumption assumptions} of a result.
 *
 * <p>Some things always hold. Every server has the loopback network, so that clients of 127.0.0.0/8 and ::1 are in its
 * networks, and 127.0.0.1 and ::1 are its own addresses. Where roles are not known, the user of a connection is taken
 * to exist (the server refuses him after the match otherwise), and is therefore a member of himself.
 *
 * @param roles all roles, if they are known
 * @param interfaces the addresses of the server with their netmasks, if they are known; loopback may be left out
 * @param hostNames by client address, the name that it resolves to and that resolves back, or nothing if there is none;
 *     other addresses are not known
 * @param transports the transports that occur: a server without {@code ssl} has no {@link Transport#TLS}, for example
 */
public record Surroundings(
        Optional<Roles> roles,
        Optional<List<AddressPattern.Network>> interfaces,
        Map<IpAddress, Optional<String>> hostNames,
        Set<Transport> transports) {

    static final IpAddress LOOPBACK_V4 = IpAddress.v4(0x7f00_0001L);
    static final IpAddress LOOPBACK_V6 = new IpAddress(true, 0, 1);
    static final List<AddressPattern.Network> LOOPBACK = List.of(
            new AddressPattern.Network(LOOPBACK_V4, IpAddress.mask(false, 8)),
            new AddressPattern.Network(LOOPBACK_V6, IpAddress.mask(true, 128)));

    private static final Surroundings UNKNOWN =
            new Surroundings(Optional.empty(), Optional.empty(), Map.of(), EnumSet.allOf(Transport.class));

    public Surroundings {
        if (interfaces.isPresent()) {
            interfaces = Optional.of(List.copyOf(interfaces.get()));
        }
        hostNames = Map.copyOf(hostNames);
        transports = Set.copyOf(transports);
    }

    /** Nothing is known, and every transport occurs. */
    public static Surroundings unknown() {
        return UNKNOWN;
    }

    /** Returns the same with all roles known. */
    public Surroundings withRoles(Roles known) {
        return new Surroundings(Optional.of(known), interfaces, hostNames, transports);
    }

    /** Returns the same with all interfaces of the server known. */
    public Surroundings withInterfaces(List<AddressPattern.Network> known) {
        return new Surroundings(roles, Optional.of(known), hostNames, transports);
    }

    /** Returns the same with the names of some client addresses known. */
    public Surroundings withHostNames(Map<IpAddress, Optional<String>> known) {
        return new Surroundings(roles, interfaces, known, transports);
    }

    /** Returns the same where only some transports occur. */
    public Surroundings withTransports(Set<Transport> possible) {
        return new Surroundings(roles, interfaces, hostNames, possible);
    }

    /** Tells whether a user is a member of a role; nothing if that is not known. */
    public Optional<Boolean> membership(String user, String role) {
        return switch (isMember(user, role)) {
            case YES -> Optional.of(true);
            case NO -> Optional.of(false);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** Tells whether a user is a member of a role. */
    Truth isMember(String user, String role) {
        if (roles.isPresent()) {
            return Truth.of(roles.get().isMember(user, role));
        }
        return user.equals(role) ? Truth.YES : Truth.UNKNOWN;
    }

    /** Tells whether an address is the server's own ({@code samehost}). */
    Truth isOwnAddress(IpAddress address) {
        if (address.equals(LOOPBACK_V4) || address.equals(LOOPBACK_V6)) {
            return Truth.YES;
        }
        return interfaces
                .map(known -> Truth.of(known.stream().anyMatch(n -> n.address().equals(address))))
                .orElse(Truth.UNKNOWN);
    }

    /** Tells whether an address is in a network of the server ({@code samenet}). */
    Truth isInOwnNetwork(IpAddress address) {
        if (LOOPBACK.stream().anyMatch(n -> n.contains(address))) {
            return Truth.YES;
        }
        return interfaces
                .map(known -> Truth.of(known.stream().anyMatch(n -> n.contains(address))))
                .orElse(Truth.UNKNOWN);
    }

    /** Tells whether the name of an address is the given one, or ends in it if that starts with a dot. */
    Truth hasHostName(IpAddress address, String pattern) {
        Optional<String> name = hostNames.get(address);
        return name == null
                ? Truth.UNKNOWN
                : Truth.of(name.filter(n -> HostNames.matches(pattern, n)).isPresent());
    }
}
