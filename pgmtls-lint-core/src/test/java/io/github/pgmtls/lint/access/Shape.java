package io.github.pgmtls.lint.access;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Large files of different shapes, the same for the same seed. */
enum Shape {
    /** One line for each application, user and host, with a few repeated by mistake, and a last line that rejects. */
    COMPANY(Shape::company),

    /**
     * Nested networks with lists, IPv6, roles, {@code sameuser}, {@code all} and physical replication between them: about
     * a third is partly shadowed, and a fifth could be left out.
     */
    MIXED(Shape::mixed),

    /** Few nests, and so many records for {@code all} and for roles that nearly every other one is partly shadowed. */
    ROLES(Shape::roles),

    /** Few names, networks of 8 to 32 bits. */
    RECTANGLES((text, lines) -> rectangles(text, lines, 8)),

    /** Few names, networks of 0 to 32 bits. */
    WIDE_RECTANGLES((text, lines) -> rectangles(text, lines, 0)),

    /** Each pair of addresses is covered by two earlier records of different selectors together. */
    EVENS_AND_ODDS(Shape::evensAndOdds),

    /** Every record of one half meets every record of the other half. */
    CROSS(Shape::cross),

    /** One half covers a network only all together; the other half asks for it, each time for another user. */
    UNION(Shape::union),

    /** Long lists of databases and users that come in groups. */
    LISTS(Shape::lists),

    /** Whether a record is redundant takes a look at all records, which are many. */
    REDUNDANCY_BOMB(Shape::redundancyBomb),

    /** All pairs of databases and users, each covered by the records of both together. */
    PAIRS(Shape::pairs);

    private final BiConsumer<Text, Integer> writer;

    Shape(BiConsumer<Text, Integer> writer) {
        this.writer = writer;
    }

    /** Returns a file of about so many lines. */
    String text(int lines, long seed) {
        Text text = new Text(lines, seed);
        writer.accept(text, lines);
        return text.builder.toString();
    }

    private static final class Text {

        private final StringBuilder builder;
        private final SplittableRandom random;

        Text(int lines, long seed) {
            builder = new StringBuilder(lines * 64);
            random = new SplittableRandom(seed);
        }

        int random(int bound) {
            return random.nextInt(bound);
        }

        boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        void line(String type, String database, String user, String address, String method) {
            builder.append(type)
                    .append('\t')
                    .append(database)
                    .append('\t')
                    .append(user)
                    .append('\t')
                    .append(address)
                    .append('\t')
                    .append(method)
                    .append('\n');
        }
    }

    private static String v4(long address, int prefix) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255)
                + "/" + prefix;
    }

    /** Returns a network in 10.0.0.0/8. */
    private static String network(Text text, int prefix) {
        long address = 10L << 24 | text.random(1 << 24);
        return v4(address & -1L << 32 - prefix, prefix);
    }

    private static String network6(Text text, int prefix) {
        return "2001:db8:" + Integer.toHexString(text.random(4096)) + ":" + Integer.toHexString(text.random(4096))
                + "::/" + prefix;
    }

    private static void company(Text text, int lines) {
        for (int i = 0; i < lines - 1; i++) {
            String database = "reporting" + text.random(Math.max(2, lines / 50));
            String user = "service-" + text.random(Math.max(2, lines / 5));
            String address = network(text, text.chance(70) ? 32 : text.chance(30) ? 28 : 24);
            boolean tls = text.chance(80);
            int dice = text.random(100);
            String method = dice < 2
                    ? "reject"
                    : tls && dice < 70 ? (dice < 60 ? "cert" : "cert map=clients") : "scram-sha-256";
            String type = tls ? "hostssl" : "host";
            text.line(type, database, user, address, method);
            if (text.chance(2)) {
                text.line(type, database, user, address, text.chance(50) ? method : "md5");
                i++;
            }
        }
        text.line("host", "all", "all", "all", "reject");
    }

    private static void mixed(Text text, int lines) {
        int written = 0;
        while (written < lines) {
            boolean v6 = text.chance(10);
            int dice = text.random(100);
            String database =
                    dice < 3 ? "sameuser" : dice < 5 ? "replication" : dice < 6 ? "all" : list(text, "db", lines / 20);
            String user = dice >= 6 && dice < 11 ? "+team" + text.random(lines / 100 + 2) : list(text, "u", lines / 5);
            String method = method(text);
            long address = 10L << 24 | text.random(1 << 24);
            int site = text.random(1 << 16);
            int depth = 1 + (text.chance(36) ? 1 : 0) + (text.chance(12) ? 1 : 0);
            for (int level = 0; level < depth && written < lines; level++) {
                int prefix = 28 - 4 * level;
                String network = v6
                        ? "2001:db8:" + Integer.toHexString(site) + "::/" + (64 - 8 * level)
                        : v4(address & -1L << 32 - prefix, prefix);
                text.line(method.startsWith("cert") ? "hostssl" : "host", database, user, network, method);
                written++;
                if (text.chance(2) && written < lines) {
                    text.line("hostssl", database, user, network, method(text));
                    written++;
                }
                method = text.chance(25) ? method : method(text);
            }
        }
    }

    private static String list(Text text, String stem, int count) {
        StringBuilder names = new StringBuilder(stem).append(text.random(count + 2));
        while (text.chance(15)) {
            names.append(',').append(stem).append(text.random(count + 2));
        }
        return names.toString();
    }

    private static String method(Text text) {
        int dice = text.random(100);
        return dice < 40 ? "cert" : dice < 55 ? "cert map=clients" : dice < 65 ? "reject" : "scram-sha-256";
    }

    private static void roles(Text text, int lines) {
        for (int i = 0; i < lines; i++) {
            String type = text.chance(50) ? "hostssl" : text.chance(90) ? "host" : "hostnossl";
            String database = names(text, "db", lines / 20 + 2, 10);
            String user = names(text, "u", lines / 5 + 2, database.equals("all") ? 0 : 10);
            int dice = text.random(100);
            if (dice < 8) {
                user = "+team" + text.random(lines / 100 + 2);
            } else if (dice < 11) {
                database = "sameuser";
            } else if (dice < 13) {
                database = "replication";
            }
            boolean named = !database.equals("all") && !user.equals("all");
            String address = text.chance(10)
                    ? network6(text, 64)
                    : text.chance(2) && named ? "all" : network(text, 12 + 4 * text.random(6));
            String method = type.equals("hostssl") && text.chance(60)
                    ? (text.chance(80) ? "cert" : "cert map=clients")
                    : text.chance(10) ? "reject" : "scram-sha-256";
            text.line(type, database, user, address, method);
        }
    }

    private static String names(Text text, String stem, int count, int percentAll) {
        if (text.chance(percentAll)) {
            return "all";
        }
        StringBuilder names = new StringBuilder(stem).append(text.random(count));
        while (text.chance(15)) {
            names.append(',').append(stem).append(text.random(count));
        }
        return names.toString();
    }

    private static void rectangles(Text text, int lines, int shortest) {
        for (int i = 0; i < lines; i++) {
            String database = text.chance(10) ? "all" : "db" + text.random(20);
            String user = text.chance(10) ? "all" : "u" + text.random(60);
            int prefix = shortest + text.random(33 - shortest);
            long address = text.random.nextLong(1L << 32);
            String method = text.chance(30) ? "reject" : text.chance(50) ? "scram-sha-256" : "md5";
            text.line("host", database, user, v4(prefix == 0 ? 0 : address & -1L << 32 - prefix, prefix), method);
        }
    }

    private static void evensAndOdds(Text text, int lines) {
        int half = lines / 4;
        for (int i = 0; i < half; i++) {
            text.line("host", "shop", "all", v4((10L << 24) + 2L * i, 32), "scram-sha-256");
            text.line("host", "all", "app", v4((10L << 24) + 2L * i + 1, 32), "md5");
        }
        for (int i = 0; i < lines - 2 * half; i++) {
            text.line("host", "shop", "app", v4((10L << 24) + 2L * (i % half), 31), "reject");
        }
    }

    private static void cross(Text text, int lines) {
        int half = (lines - 1) / 2;
        for (int i = 0; i < half; i++) {
            text.line("host", "db" + i, "all", "all", "scram-sha-256");
        }
        for (int i = 0; i < half; i++) {
            text.line("host", "all", "u" + i, "all", i % 2 == 0 ? "scram-sha-256" : "md5");
        }
        text.line("host", "all", "all", "all", "scram-sha-256");
    }

    private static void union(Text text, int lines) {
        int block = Integer.highestOneBit(lines / 2);
        int prefix = 32 - Integer.numberOfTrailingZeros(block);
        for (int i = 0; i < block; i++) {
            text.line("host", i % 2 == 0 ? "shop" : "all", "all", v4((10L << 24) + i, 32), "scram-sha-256");
        }
        for (int i = block; i < lines; i++) {
            text.line("host", "shop", "u" + i, v4(10L << 24, prefix), "md5");
        }
    }

    private static void lists(Text text, int lines) {
        for (int i = 0; i < lines; i++) {
            int group = text.random(40);
            StringBuilder databases = new StringBuilder();
            StringBuilder users = new StringBuilder();
            for (int j = 0; j < 5; j++) {
                databases
                        .append(j == 0 ? "" : ",")
                        .append("db")
                        .append(group)
                        .append('_')
                        .append(j);
            }
            for (int j = 0; j < 200; j++) {
                users.append(j == 0 ? "" : ",")
                        .append("u")
                        .append(group)
                        .append('_')
                        .append(j);
            }
            text.line("hostssl", databases.toString(), users.toString(), network(text, 24), "cert");
        }
    }

    private static void redundancyBomb(Text text, int lines) {
        int quarter = lines / 4;
        for (int i = 0; i < quarter; i++) {
            text.line("host", "db" + i, "all", "all", "scram-sha-256");
        }
        for (int i = 0; i < quarter; i++) {
            text.line("host", "all", "u" + i, "all", "scram-sha-256");
        }
        for (int i = 0; i < 2 * quarter - 1; i++) {
            text.line("host", "all", "u" + i % quarter, "all", "reject");
        }
        text.line("host", "all", "all", "all", "scram-sha-256");
    }

    private static void pairs(Text text, int lines) {
        int side = (int) Math.sqrt(lines / 2.0);
        int each = Integer.highestOneBit(Math.max(1, lines / 4 / side));
        int prefix = 32 - Integer.numberOfTrailingZeros(2 * each);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < each; j++) {
                text.line("host", "db" + i, "all", v4((10L << 24) + 2L * j, 32), "scram-sha-256");
                text.line("host", "all", "u" + i, v4((10L << 24) + 2L * j + 1, 32), "scram-sha-256");
            }
        }
        for (int i = 0; i < side * side; i++) {
            text.line("host", "db" + i / side, "u" + i % side, v4(10L << 24, prefix), "md5");
        }
    }
}
