package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Masks whose ones are not all in front. */
final class Masks {

    private static final IpAddress MAPPED = new IpAddress(true, 0, 0xffff_0000_0000L);

    private Masks() {}

    /**
     * Tells whether a network holds nothing but IPv4 addresses in IPv6 clothes ({@code ::ffff:0:0/96}). No client has
     * one: the server listens with {@code IPV6_V6ONLY}.
     */
    static boolean isMappedV4(Network network) {
        IpAddress front = IpAddress.mask(true, 96);
        return network.address().v6()
                && network.mask().and(front).equals(front)
                && network.address().and(front).equals(MAPPED);
    }

    /** Returns the networks with proper masks that make up one with gaps in its mask; nothing if they are too many. */
    static Optional<List<Network>> blocks(Network network, int max) {
        boolean v6 = network.address().v6();
        int length = v6 ? 128 : 32;
        int prefix = length;
        while (prefix > 0 && !bit(network.mask(), length - prefix)) {
            prefix--;
        }
        List<Integer> free = new ArrayList<>();
        for (int i = length - prefix; i < length; i++) {
            if (!bit(network.mask(), i)) {
                free.add(i);
            }
        }
        if (free.size() > 30 || 1 << free.size() > max) {
            return Optional.empty();
        }
        IpAddress fixed = network.address().and(network.mask());
        IpAddress mask = IpAddress.mask(v6, prefix);
        List<Network> blocks = new ArrayList<>();
        for (int choice = 0; choice < 1 << free.size(); choice++) {
            IpAddress address = fixed;
            for (int i = 0; i < free.size(); i++) {
                if ((choice & 1 << i) != 0) {
                    address = withBit(address, free.get(i));
                }
            }
            blocks.add(new Network(address, mask));
        }
        return Optional.of(blocks);
    }

    /** Returns an address of a network: one that has as much as possible of another address. */
    static IpAddress nearest(Network network, IpAddress address) {
        IpAddress mask = network.mask();
        IpAddress fixed = network.address().and(mask);
        return new IpAddress(
                address.v6(),
                (address.high() & ~mask.high()) | fixed.high(),
                (address.low() & ~mask.low()) | fixed.low());
    }

    /** Returns the smallest network with a proper mask that holds all of one with gaps in its mask. */
    static Network hull(Network network) {
        IpAddress mask = network.mask();
        int high = Long.numberOfLeadingZeros(~mask.high());
        int ones = mask.v6()
                ? high < 64 ? high : 64 + Long.numberOfLeadingZeros(~mask.low())
                : Long.numberOfLeadingZeros(~(mask.low() << 32));
        return new Network(network.address().and(mask), IpAddress.mask(mask.v6(), ones));
    }

    /** Tells whether a network surely holds all addresses between two of one family. */
    static boolean containsAll(Network network, IpAddress first, IpAddress last) {
        // whatever follows the first bit in which they differ takes both values
        long high = spread(first.high() ^ last.high());
        long low = high != 0 ? -1L : spread(first.low() ^ last.low());
        return network.contains(first)
                && network.contains(last)
                && (network.mask().high() & high) == 0
                && (network.mask().low() & low) == 0;
    }

    /** Sets all bits behind the first one. */
    private static long spread(long bits) {
        return bits == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(bits);
    }

    /** Bit 0 is the last one. */
    private static boolean bit(IpAddress address, int i) {
        return ((i < 64 ? address.low() >>> i : address.high() >>> (i - 64)) & 1) != 0;
    }

    private static IpAddress withBit(IpAddress address, int i) {
        long bit = 1L << (i & 63);
        return new IpAddress(
                address.v6(),
                i < 64 ? address.high() : address.high() | bit,
                i < 64 ? address.low() | bit : address.low());
    }
}
