package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts address patterns into what they surely match and what they match if something unknown holds, each with ranges of
 * ranks.
 *
 * <p>Host terms name the unknown: {@link #PLAIN} for nothing, {@link #SAME_HOST}, {@link #SAME_NET}, and one number for
 * each host name and for each mask that has too many ranges.
 */
final class AddressParts {

    /** What is not an IPv4 network whose mask has no gaps. */
    static final int NOT_PLAIN = -1;

    static final int PLAIN = 0;
    static final int SAME_HOST = 1;
    static final int SAME_NET = 2;

    /** Takes one part; several ranges of one host term come one by one. */
    interface Sink {
        void add(int hostTerm, int from, int to);
    }

    private final Surroundings surroundings;
    private final AddressRanks ranks;
    private final int maxRanges;
    private final List<AddressPattern> terms = new ArrayList<>();
    private final Map<AddressPattern, Integer> numbers = new HashMap<>();
    private final Map<Integer, int[]> implied = new HashMap<>();
    private boolean hasMasks;

    AddressParts(Surroundings surroundings, AddressRanks ranks, int maxRanges) {
        this.surroundings = surroundings;
        this.ranks = ranks;
        this.maxRanges = maxRanges;
        terms.add(new AddressPattern.Any());
        terms.add(new AddressPattern.SameHost());
        terms.add(new AddressPattern.SameNet());
    }

    /** Collects the addresses that a pattern makes matter; returns the number of an IPv4 network. */
    static int collect(AddressPattern pattern, AddressRanks.Builder builder, int maxRanges) {
        if (pattern instanceof Network network) {
            if (!network.address().v6() && network.mask().prefixLength() >= 0) {
                return builder.addV4(network);
            }
            if (network.mask().prefixLength() >= 0) {
                builder.add(network);
            } else {
                for (Network block : Masks.blocks(network, maxRanges).orElse(List.of())) {
                    builder.add(block);
                }
            }
        }
        return NOT_PLAIN;
    }

    /** Collects the addresses that the surroundings make matter. */
    static void collect(Surroundings surroundings, AddressRanks.Builder builder) {
        for (Network network : ownNetworks(surroundings)) {
            builder.add(network);
            builder.add(single(network.address()));
        }
        for (IpAddress address : surroundings.hostNames().keySet()) {
            builder.add(single(address));
        }
    }

    private static List<Network> ownNetworks(Surroundings surroundings) {
        List<Network> networks = new ArrayList<>(Surroundings.LOOPBACK);
        if (surroundings.interfaces().isPresent()) {
            networks.addAll(surroundings.interfaces().get());
        }
        return networks;
    }

    private static Network single(IpAddress address) {
        return new Network(address, IpAddress.mask(address.v6(), address.v6() ? 128 : 32));
    }

    /** Returns the pattern of a host term. */
    AddressPattern pattern(int hostTerm) {
        return terms.get(hostTerm);
    }

    private int term(AddressPattern pattern) {
        Integer known = numbers.get(pattern);
        if (known != null) {
            return known;
        }
        int number = terms.size();
        terms.add(pattern);
        numbers.put(pattern, number);
        hasMasks |= pattern instanceof Network;
        // a question may name a suffix that no record names, and names of records may imply it
        implied.clear();
        return number;
    }

    /** Tells whether there are masks with gaps that were not taken apart. */
    boolean hasMasks() {
        return hasMasks;
    }

    /** Returns the host terms that match wherever the given one does. */
    int[] implied(int hostTerm) {
        return implied.computeIfAbsent(hostTerm, term -> {
            IntList found = new IntList();
            found.add(term);
            if (term == SAME_HOST) {
                found.add(SAME_NET);
            }
            if (terms.get(term) instanceof AddressPattern.HostName host) {
                String name = host.name();
                for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                    Integer suffix = numbers.get(new AddressPattern.HostName(name.substring(dot)));
                    if (suffix != null) {
                        found.addNew(suffix);
                    }
                }
            }
            return found.toArray();
        });
    }

    /** Tells whether an address can match two host terms at once: it has one name only. */
    boolean areCompatible(int one, int other) {
        return !(terms.get(one) instanceof AddressPattern.HostName)
                || !(terms.get(other) instanceof AddressPattern.HostName)
                || isImplied(one, other)
                || isImplied(other, one);
    }

    private boolean isImplied(int term, int by) {
        for (int implied : implied(by)) {
            if (implied == term) {
                return true;
            }
        }
        return false;
    }

    void cut(AddressPattern pattern, Sink sink) {
        if (pattern instanceof Network network) {
            cutNetwork(network, sink);
        } else if (pattern instanceof AddressPattern.Local) {
            sink.add(PLAIN, AddressRanks.LOCAL, AddressRanks.V4);
        } else if (pattern instanceof AddressPattern.Any) {
            sink.add(PLAIN, AddressRanks.V4, ranks.end());
        } else if (pattern instanceof AddressPattern.SameHost) {
            cutOwn(
                    ownNetworks(surroundings).stream()
                            .map(n -> single(n.address()))
                            .toList(),
                    SAME_HOST,
                    sink);
        } else if (pattern instanceof AddressPattern.SameNet) {
            cutOwn(ownNetworks(surroundings), SAME_NET, sink);
        } else if (pattern instanceof AddressPattern.HostName host) {
            cutHostName(host, sink);
        }
    }

    private void cutNetwork(Network network, Sink sink) {
        if (Masks.isMappedV4(network)) {
            return;
        }
        if (network.mask().prefixLength() >= 0) {
            sink.add(PLAIN, ranks.from(network), ranks.to(network));
            return;
        }
        Optional<List<Network>> blocks = Masks.blocks(network, maxRanges);
        if (blocks.isPresent()) {
            merge(blocks.get()).forEach(r -> sink.add(PLAIN, r.from, r.to));
        } else {
            boolean v6 = network.address().v6();
            Network normal = new Network(network.address().and(network.mask()), network.mask());
            sink.add(term(normal), v6 ? ranks.v6() : AddressRanks.V4, v6 ? ranks.end() : ranks.v6());
        }
    }

    private void cutOwn(List<Network> networks, int hostTerm, Sink sink) {
        List<Range> known = merge(networks);
        known.forEach(r -> sink.add(PLAIN, r.from, r.to));
        if (surroundings.interfaces().isEmpty()) {
            addOthers(known, hostTerm, sink);
        }
    }

    private void cutHostName(AddressPattern.HostName host, Sink sink) {
        List<Network> known = new ArrayList<>();
        List<Network> matching = new ArrayList<>();
        surroundings.hostNames().forEach((address, name) -> {
            known.add(single(address));
            if (name.filter(n -> HostNames.matches(host.name(), n)).isPresent()) {
                matching.add(single(address));
            }
        });
        merge(matching).forEach(r -> sink.add(PLAIN, r.from, r.to));
        addOthers(merge(known), term(new AddressPattern.HostName(HostNames.lowerCase(host.name()))), sink);
    }

    private void addOthers(List<Range> known, int hostTerm, Sink sink) {
        int from = AddressRanks.V4;
        for (Range range : known) {
            if (from < range.from) {
                sink.add(hostTerm, from, range.from);
            }
            from = range.to;
        }
        if (from < ranks.end()) {
            sink.add(hostTerm, from, ranks.end());
        }
    }

    private record Range(int from, int to) {}

    /** Returns the ranges of networks in order, those that touch made one. */
    private List<Range> merge(List<Network> networks) {
        List<Range> sorted = networks.stream()
                .map(n -> new Range(ranks.from(n), ranks.to(n)))
                .sorted((a, b) -> Integer.compare(a.from, b.from))
                .toList();
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && range.from <= merged.get(last).to) {
                merged.set(last, new Range(merged.get(last).from, Math.max(merged.get(last).to, range.to)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
