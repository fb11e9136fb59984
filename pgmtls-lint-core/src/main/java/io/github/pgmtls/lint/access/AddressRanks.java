package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Numbers for the addresses at which something begins or ends: first the local socket, then IPv4, then IPv6. Between
 * two of them all addresses are alike, so that a range of addresses is a range of these ranks.
 */
final class AddressRanks {

    /** The rank that stands for the local socket, which has no address. */
    static final int LOCAL = 0;

    /** The rank of 0.0.0.0. */
    static final int V4 = 1;

    private static final long V4_END = 1L << 32;
    private static final IpAddress V6_FIRST = new IpAddress(true, 0, 0);
    private static final Comparator<IpAddress> V6_ORDER = (a, b) -> {
        int high = Long.compareUnsigned(a.high(), b.high());
        return high != 0 ? high : Long.compareUnsigned(a.low(), b.low());
    };

    private final long[] v4;
    private final IpAddress[] v6;
    private final int v6Rank;

    /** The ranks of the ends of IPv4 networks, in the order in which they were collected. */
    private final int[] v4Ranks;

    private AddressRanks(long[] v4, int[] v4Ranks, IpAddress[] v6) {
        this.v4 = v4;
        this.v4Ranks = v4Ranks;
        this.v6 = v6;
        this.v6Rank = V4 + v4.length;
    }

    /** Collects the networks that matter; their masks have all ones in front. */
    static final class Builder {

        /** First addresses, and addresses behind last ones; 0 behind the last address of all. */
        private int[] v4 = new int[64];

        /** There always is 0.0.0.0, which has the first rank. */
        private int v4Size = 1;

        private final List<IpAddress> v6 = new ArrayList<>(List.of(V6_FIRST));

        /** Adds an IPv4 network; returns the number by which its ranks are found. */
        int addV4(Network network) {
            if (v4Size + 2 > v4.length) {
                v4 = Arrays.copyOf(v4, v4.length * 2);
            }
            v4[v4Size++] = (int) v4First(network);
            v4[v4Size++] = (int) v4End(network);
            return v4Size - 2;
        }

        void add(Network network) {
            if (network.address().v6()) {
                v6.add(first(network));
                IpAddress last = network.address().orNot(network.mask());
                if (!isLastOfAll(last)) {
                    v6.add(next(last));
                }
                return;
            }
            addV4(network);
        }

        AddressRanks build() {
            long[] distinct = new long[v4Size];
            int[] ranks = new int[v4Size];
            int size = 0;
            for (int position : UnsignedSort.order(v4, v4Size)) {
                long address = Integer.toUnsignedLong(v4[position]);
                if (size == 0 || distinct[size - 1] != address) {
                    distinct[size++] = address;
                }
                ranks[position] = V4 + size - 1;
            }
            return new AddressRanks(Arrays.copyOf(distinct, size), ranks, distinctV6());
        }

        private IpAddress[] distinctV6() {
            IpAddress[] sorted = v6.toArray(new IpAddress[0]);
            Arrays.sort(sorted, V6_ORDER);
            int size = 1;
            for (IpAddress address : sorted) {
                if (V6_ORDER.compare(address, sorted[size - 1]) != 0) {
                    sorted[size++] = address;
                }
            }
            return Arrays.copyOf(sorted, size);
        }
    }

    private static long v4First(Network network) {
        return network.address().low() & network.mask().low();
    }

    private static long v4End(Network network) {
        return (network.address().low() | (~network.mask().low() & 0xffff_ffffL)) + 1;
    }

    private static IpAddress first(Network network) {
        return network.address().and(network.mask());
    }

    private static boolean isLastOfAll(IpAddress address) {
        return address.high() == -1 && address.low() == -1;
    }

    private static IpAddress next(IpAddress v6) {
        return new IpAddress(true, v6.low() == -1 ? v6.high() + 1 : v6.high(), v6.low() + 1);
    }

    private static IpAddress previous(IpAddress v6) {
        return new IpAddress(true, v6.low() == 0 ? v6.high() - 1 : v6.high(), v6.low() - 1);
    }

    /** Returns the rank of ::, which is also the end of IPv4. */
    int v6() {
        return v6Rank;
    }

    /** Returns the rank behind the last address. */
    int end() {
        return v6Rank + v6.length;
    }

    /** Returns the rank that an IPv4 network begins in, by the number that it got when it was collected. */
    int from(int number) {
        return v4Ranks[number];
    }

    /** Returns the rank behind an IPv4 network, by the number that it got when it was collected. */
    int to(int number) {
        // nothing ends before 0.0.0.0, so that this is the end of all
        return v4Ranks[number + 1] == V4 ? v6Rank : v4Ranks[number + 1];
    }

    /** Returns the rank that the network begins in; it begins within it if it was not collected. */
    int from(Network network) {
        return network.address().v6() ? v6Floor(first(network)) : v4Floor(v4First(network));
    }

    /** Returns the rank behind the network. */
    int to(Network network) {
        if (!network.address().v6()) {
            long end = v4End(network);
            int found = Arrays.binarySearch(v4, end);
            return V4 + (found >= 0 ? found : -found - 1);
        }
        IpAddress last = network.address().orNot(network.mask());
        return v6Floor(last) + 1;
    }

    private int v4Floor(long address) {
        int found = Arrays.binarySearch(v4, address);
        return V4 + (found >= 0 ? found : -found - 2);
    }

    private int v6Floor(IpAddress address) {
        int found = Arrays.binarySearch(v6, address, V6_ORDER);
        return v6Rank + (found >= 0 ? found : -found - 2);
    }

    /** Returns the first address of a rank of IPv4 or IPv6. */
    IpAddress first(int rank) {
        return rank < v6Rank ? IpAddress.v4(v4[rank - V4]) : v6[rank - v6Rank];
    }

    /** Returns the last address before a rank, which is not {@link #V4} or {@link #v6()} of a range that begins there. */
    IpAddress lastBefore(int rank) {
        if (rank <= v6Rank) {
            return IpAddress.v4(rank == v6Rank ? V4_END - 1 : v4[rank - V4] - 1);
        }
        return rank == end() ? new IpAddress(true, -1, -1) : previous(v6[rank - v6Rank]);
    }
}
