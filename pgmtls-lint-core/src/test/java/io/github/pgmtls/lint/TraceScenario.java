package io.github.pgmtls.lint;

import io.github.pgmtls.lint.TraceClients.Client;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A small configuration and connections to it, made at random so that records, maps and clients meet often. */
final class TraceScenario {

    /** By role, the roles that it is a member of. The last one is a superuser. */
    static final Map<String, List<String>> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("staff", List.of());
        ROLES.put("ops", List.of("staff"));
        ROLES.put("app", List.of("ops"));
        ROLES.put("alice", List.of("staff"));
        ROLES.put("bob", List.of());
        ROLES.put("all", List.of());
        ROLES.put("postgres", List.of());
    }

    private static final List<String> USERS = List.of(
            "app",
            "app",
            "app",
            "alice",
            "alice",
            "bob",
            "ops",
            "staff",
            "all",
            "postgres",
            "nobody",
            "+ops",
            "Alice",
            TraceClients.JOERG);
    private static final List<String> DATABASES =
            List.of("postgres", "postgres", "app", "alice", "staff", "replication", "all", "x y");
    private static final List<String> ADDRESSES =
            List.of("127.0.0.1", "127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.5", "127.1.2.3", "::1");
    private static final List<String> NETWORKS = List.of(
            "all",
            "all",
            "127.0.0.0/8",
            "127.0.0.1/32",
            "127.0.0.2/31",
            "127.0.0.0 255.255.255.253",
            "0.0.0.0/0",
            "::/0",
            "::1/128",
            "samehost",
            "samenet",
            "127.1.2.0/24",
            "127.0.0.0/30");
    private static final String WITH_CA = "ssl = on\nssl_ca_file = 'root.crt'\n";
    private static final List<String> MAPS = List.of("m", "m", "n", "undefined");

    private final Random random;
    private final PostgresVersion version;
    private final Map<String, String> files = new LinkedHashMap<>();

    /** Whether it is about names in certificates, so that few connections end before their names are looked at. */
    private final boolean aboutNames;

    TraceScenario(PostgresVersion version, long seed) {
        this.version = version;
        this.random = new Random(seed * 1_000_003 + version.major());
        this.aboutNames = seed % 2 == 0;
        files.put("postgresql.conf", aboutNames ? WITH_CA : settings((int) (seed / 2 % 6)));
        String records = aboutNames
                ? lines(1 + random.nextInt(3), this::nameRecord)
                : lines(2 + random.nextInt(8), this::record);
        files.put("pg_hba.conf", records + "hostssl all all all cert map=m\n");
        files.put("pg_ident.conf", lines(random.nextInt(9), this::mapping));
    }

    /** Returns the texts of the configuration files by name, as byte strings. */
    Map<String, String> files() {
        return files;
    }

    /**
     * A connection to try.
     *
     * @param query what to ask
     * @param client what the client shows
     */
    record Attempt(TraceQuery query, Optional<Client> client) {}

    /** Returns a connection to try. */
    Attempt attempt() {
        List<Transport> others = List.of(Transport.TLS, Transport.TLS, Transport.TLS, Transport.PLAIN, Transport.LOCAL);
        Transport transport = aboutNames ? Transport.TLS : pick(others);
        Optional<String> address = transport == Transport.LOCAL ? Optional.empty() : Optional.of(pick(ADDRESSES));
        Optional<Client> client = transport == Transport.TLS && (aboutNames || random.nextInt(5) > 0)
                ? Optional.of(pick(TraceClients.ALL))
                : Optional.empty();
        Optional<String> database = random.nextInt(6) == 0 ? Optional.empty() : Optional.of(pick(DATABASES));
        TraceQuery query = new TraceQuery(
                Optional.empty(),
                transport,
                aboutNames && random.nextInt(2) == 0 ? filledIn() : pick(USERS),
                database,
                address.map(TraceScenario::address),
                random.nextInt(10) == 0,
                Optional.empty());
        return new Attempt(query, client);
    }

    /** Returns a user that a map with a regular expression may make of a client, in one way or another of filling in. */
    private String filledIn() {
        List<String> templates =
                databaseUsers().stream().filter(user -> user.contains("\\1")).toList();
        String template = pick(templates).replace("\"", "");
        String group = pick(List.of("app", "app", "alice", "all", "example", "p", "a", "+ops"));
        int at = template.indexOf("\\1");
        return random.nextBoolean()
                ? template.replace("\\1", group)
                : template.substring(0, at) + group + template.substring(at + 2);
    }

    static IpAddress address(String text) {
        if (text.equals("::1")) {
            return new IpAddress(true, 0, 1);
        }
        long bits = 0;
        for (String part : text.split("\\.")) {
            bits = (bits << 8) | Integer.parseInt(part);
        }
        return IpAddress.v4(bits);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String lines(int count, Supplier<String> line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(line.get()).append('\n');
        }
        return text.toString();
    }

    private static String settings(int kind) {
        return switch (kind) {
            case 0 -> "ssl = off\n";
            case 1 -> "ssl = on\n";
            case 2 -> "ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n";
            default -> WITH_CA;
        };
    }

    private String record() {
        String type = pick(List.of("local", "host", "host", "hostssl", "hostssl", "hostssl", "hostssl", "hostnossl"));
        if (type.equals("host") && version.isAtLeast(12) && random.nextInt(4) == 0) {
            type = "hostnogssenc";
        }
        String address = type.equals("local") ? "" : " " + pick(NETWORKS);
        return type + " " + list(this::database) + " " + list(this::user) + address + " " + method(type);
    }

    private String nameRecord() {
        String users = pick(List.of("all", "all", "all", "all,+ops", "app,bob,all", "+staff", "alice"));
        String demand = version.isAtLeast(12) ? pick(List.of("trust", "md5")) + " clientcert=verify-full" : "cert";
        return "hostssl all,replication " + users + " all "
                + (random.nextInt(4) > 0
                        ? "cert map=" + pick(List.of("m", "m", "n"))
                        : random.nextBoolean() ? demand : "cert")
                + clientName();
    }

    private String list(Supplier<String> token) {
        StringBuilder column = new StringBuilder(token.get());
        while (random.nextInt(4) == 0) {
            column.append(',').append(token.get());
        }
        return column.toString();
    }

    private String database() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4, 5 -> "all";
            case 6 -> "sameuser";
            case 7 -> pick(List.of("samerole", "samegroup"));
            case 8, 9 -> "replication";
            case 10 -> "\"" + pick(List.of("replication", "all", "sameuser", "x y")) + "\"";
            case 11 -> pick(List.of("/^a", "/e$", "\"/x y\"", "/^(post|app)"));
            default -> pick(List.of("postgres", "app", "alice", "ALL"));
        };
    }

    private String user() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> "all";
            case 5, 6 -> pick(List.of("+ops", "+staff", "+app", "+nobody", "+postgres"));
            case 7 -> pick(List.of("\"+ops\"", "\"all\"", TraceClients.JOERG, "replication"));
            case 8 -> pick(List.of("/^a", "/[bp]$", "\"/^p\"", "/^.p*$"));
            default -> pick(List.of("app", "app", "alice", "bob", "postgres"));
        };
    }

    private String method(String type) {
        if (type.equals("local") && random.nextInt(8) == 0) {
            return "peer";
        }
        if (type.equals("hostssl") && random.nextInt(2) == 0) {
            return "cert" + map() + clientName() + (random.nextInt(5) == 0 ? certOption() : "");
        }
        String method = pick(List.of("trust", "trust", "reject", "md5", "scram-sha-256", "password"));
        boolean demands = type.equals("hostssl") && random.nextInt(3) > 0;
        return method + (demands ? demand() + clientName() : "");
    }

    private String map() {
        return random.nextInt(5) < 3 ? " map=" + pick(MAPS) : random.nextInt(8) == 0 ? " map=" : "";
    }

    private String clientName() {
        if (!version.isAtLeast(14) || random.nextInt(5) > 0) {
            return "";
        }
        return pick(List.of(" clientname=DN", " clientname=DN", " clientname=CN"));
    }

    private String certOption() {
        return version.isAtLeast(12) ? " clientcert=verify-full" : " clientcert=1";
    }

    private String demand() {
        return " clientcert="
                + pick(
                        version.isAtLeast(14)
                                ? List.of("verify-ca", "verify-full", "verify-full")
                                : List.of("1", "0", "no-verify", "verify-ca", "verify-full", "verify-full"));
    }

    private String mapping() {
        return pick(List.of("m", "m", "n")) + " " + pick(systemNames()) + " " + pick(databaseUsers());
    }

    private static List<String> systemNames() {
        List<String> names = new ArrayList<>(List.of("app", "alice", "Alice", "all", "bob", TraceClients.JOERG));
        names.addAll(List.of(
                "/^(.*)@example\\.org$", "/^(.*)@example\\.org$", "/@(example)\\.org$", "/^a(p)?", "/^al|app$"));
        names.addAll(List.of("/.", "/^$", "/^(a|ap|all)(.*)$", "/^j.rg$", "/^j..rg$", "\"/^CN=(.*),O=Acme$\""));
        names.addAll(
                List.of("\"CN=app,O=Acme\"", "CN=app", "\"CN=alice,O=Acme\"", "/(?i)^ALICE", "/^(.)+$", "/^\\w+$"));
        return names;
    }

    private static List<String> databaseUsers() {
        return List.of(
                "app",
                "app",
                "alice",
                "bob",
                "all",
                "\"all\"",
                "+ops",
                "\"+ops\"",
                "+staff",
                "\\1",
                "\\1",
                "\\1",
                "\"\\1\"",
                "+\\1",
                "/^a",
                "/p$",
                "x\\1",
                "a\\1\\1",
                "\\1\\1");
    }
}
