package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Small files with every kind of token, over few names and addresses so that records meet. */
final class RandomHba {

    private static final List<String> NAMES = List.of("a", "b", "g", "h");
    private static final List<String> ROLES = List.of("g", "h", "a");
    private static final List<String> TYPES =
            List.of("local", "host", "host", "host", "hostssl", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");
    private static final List<String> NETWORKS = List.of(
            "all",
            "all",
            "0.0.0.0/0",
            "::/0",
            "10.0.0.0/29",
            "10.0.0.0/30",
            "10.0.0.4/30",
            "10.0.0.0/31",
            "10.0.0.2/31",
            "10.0.0.4/31",
            "10.0.0.6/31",
            "10.0.0.1/32",
            "10.0.0.2/32",
            "127.0.0.0/8",
            "127.0.0.1/32",
            "2001:db8::/126",
            "2001:db8::/127",
            "2001:db8::2/127",
            "2001:db8::1/128",
            "::1/128",
            "::ffff:10.0.0.1/128");
    private static final List<String> MASKED = List.of(
            "10.0.0.0 255.255.255.253",
            "10.0.0.1 255.255.255.253",
            "10.0.0.4 255.255.255.252",
            "10.0.0.2 255.255.255.250");
    private static final List<String> HOSTS = List.of("h.x", "g.x", "H.X", ".x", "sub.y", ".sub.y", ".y", "a.sub.y");
    private static final List<String> REGEXES = List.of("/^a$", "/.*", "/^g$", "/");
    private static final List<String> OPEN_REGEXES =
            List.of("/^a", "/b$", "/[gh]", "/^.$", "/^x.*b$", "/^[^a-h]", "/\"[a-z]{3,}\"", "/(ab|z)o?");

    private final Random random;
    private final boolean roles;
    private final boolean own;
    private final boolean hosts;
    private final boolean lists;
    private final boolean masks;
    private final boolean gss;
    private final boolean regexes;
    private final int decisions;

    RandomHba(long seed) {
        random = new Random(seed);
        roles = random.nextBoolean();
        own = random.nextInt(5) == 0;
        hosts = random.nextInt(5) == 0;
        lists = random.nextInt(3) == 0;
        masks = random.nextInt(4) == 0;
        gss = random.nextInt(3) == 0;
        regexes = random.nextInt(5) == 0;
        decisions = 1 + random.nextInt(4);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int lines = 1 + random.nextInt(9);
        for (int i = 0; i < lines; i++) {
            text.append(line()).append('\n');
        }
        return text.toString();
    }

    /** Returns the lines with some left out, added, changed or moved. */
    String edited(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int edits = 1 + random.nextInt(2);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.add(at, line());
                case 1 -> lines.set(at, line());
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                default -> {
                    if (lines.size() > 1) {
                        lines.remove(at);
                    }
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String line() {
        String type = pick(TYPES);
        if (!gss && type.contains("gss")) {
            type = "host";
        }
        String address = type.equals("local") ? "" : " " + address();
        return type + " " + column(this::database) + " " + column(this::user) + address + " " + decision(type);
    }

    private String column(java.util.function.Supplier<String> token) {
        StringBuilder column = new StringBuilder(token.get());
        while (lists && random.nextInt(2) == 0) {
            column.append(',').append(token.get());
        }
        return column.toString();
    }

    private String database() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> "all";
            case 4 -> "sameuser";
            case 5 -> roles ? "samerole" : "a";
            case 6 -> "replication";
            case 7 -> pick(regexes ? OPEN_REGEXES : REGEXES);
            default -> pick(NAMES);
        };
    }

    private String user() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> "all";
            case 4, 5, 6 -> roles ? "+" + pick(ROLES) : pick(NAMES);
            case 7 -> pick(regexes ? OPEN_REGEXES : REGEXES);
            default -> pick(NAMES);
        };
    }

    private String address() {
        if (own && random.nextInt(3) == 0) {
            return random.nextBoolean() ? "samehost" : "samenet";
        }
        if (hosts && random.nextInt(2) == 0) {
            return pick(HOSTS);
        }
        return masks && random.nextInt(2) == 0 ? pick(MASKED) : pick(NETWORKS);
    }

    private String decision(String type) {
        return switch (random.nextInt(decisions)) {
            case 0 -> random.nextInt(4) == 0 ? "reject" : "trust";
            case 1 -> "reject";
            case 2 -> "md5";
            default ->
                type.equals("hostssl") ? pick(List.of("cert", "cert map=m", "md5 clientcert=verify-ca")) : "trust";
        };
    }

    /** Returns some knowledge of the world, mostly none. */
    Surroundings surroundings() {
        Surroundings surroundings = Surroundings.unknown();
        if (random.nextInt(5) == 0) {
            surroundings = surroundings.withRoles(roles());
        }
        if (own && random.nextInt(3) == 0) {
            surroundings = surroundings.withInterfaces(List.of(
                    new Network(Hba.v4("10.0.0.1"), IpAddress.mask(false, 31)),
                    new Network(new IpAddress(true, 0x2001_0db8L << 32, 2), IpAddress.mask(true, 127))));
        }
        if (hosts && random.nextInt(3) == 0) {
            surroundings = surroundings.withHostNames(
                    Map.of(Hba.v4("10.0.0.1"), Optional.of("h.x"), Hba.v4("10.0.0.3"), Optional.empty()));
        }
        if (random.nextInt(8) == 0) {
            surroundings = surroundings.withTransports(EnumSet.of(Transport.PLAIN, Transport.LOCAL));
        }
        return surroundings;
    }

    private Roles roles() {
        Map<String, Collection<String>> direct = new HashMap<>();
        for (String name : List.of("a", "b", "g", "h", "m")) {
            if (random.nextInt(5) > 0) {
                direct.put(name, Set.of());
            }
        }
        for (String name : List.copyOf(direct.keySet())) {
            direct.put(
                    name,
                    direct.keySet().stream()
                            .filter(other -> other.compareTo(name) > 0 && random.nextInt(3) == 0)
                            .toList());
        }
        return Roles.of(direct);
    }

    /** Tells whether there may be regular expressions whose names cannot be counted. */
    boolean hasOpenRegexes() {
        return regexes;
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }
}
