package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.TraceClients.Client;
import io.github.pgmtls.lint.TraceScenario.Attempt;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The finer points of user name maps, which chance rarely meets, at real servers: each in a map of its own. */
class TraceMapTest {

    /** Rows of map {@code m}, separated by a bar between blanks; the CN of the client; the user. */
    private static final List<List<String>> CASES = List.of(
            List.of("m alice app", "alice", "app"),
            List.of("m alice app", "Alice", "app"),
            List.of("m alice app", "alice", "App"),
            List.of("M alice app", "alice", "app"),
            List.of("m all app", "alice", "app"),
            List.of("m +ops app", "app", "app"),
            List.of("m alice all", "alice", "app"),
            List.of("m alice all", "alice", "all"),
            List.of("m alice \"all\"", "alice", "app"),
            List.of("m alice a\"ll\"", "alice", "app"),
            List.of("m alice +ops", "alice", "app"),
            List.of("m alice +ops", "alice", "+ops"),
            List.of("m alice +ops", "alice", "alice"),
            List.of("m alice +staff", "alice", "app"),
            List.of("m alice +postgres", "alice", "postgres"),
            List.of("m alice +ops", "alice", "postgres"),
            List.of("m alice \"+ops\"", "alice", "app"),
            List.of("m alice \"+ops\"", "alice", "+ops"),
            List.of("m alice /^a", "alice", "app"),
            List.of("m alice /^a", "alice", "/^a"),
            List.of("m alice \"/^a\"", "alice", "app"),
            List.of("m alice /", "alice", "bob"),
            List.of("m /^(.*)@x$ \\1", "app@x", "app"),
            List.of("m \"/^(.*)@x$\" \\1", "app@x", "app"),
            List.of("m /^(.*)@x$ \\1", "app@y", "app"),
            List.of("m /^(.*)@x$ \\1_\\1", "a@x", "a_a"),
            List.of("m /^(.*)@x$ \\1_\\1", "a@x", "a_\\1"),
            List.of("m /^(.*)@x$ \\1", "all@x", "app"),
            List.of("m /^(.*)@x$ \\1", "all@x", "all"),
            List.of("m /^(.*)@x$ \\1", "/a@x", "app"),
            List.of("m /^(.*)@x$ +\\1", "ops@x", "app"),
            List.of("m /^(.*)@x$ +\\1", "ops@x", "+ops"),
            List.of("m /^(.*)@x$ \"+\\1\"", "ops@x", "+ops"),
            List.of("m /^(.*)@x$ a\"ll\"", "ops@x", "app"),
            List.of("m /^.*@x$ \\2", "a@x", "\\2"),
            List.of("m /^(a|al)(.*)$ \\1", "alice", "al"),
            List.of("m /^(a|al)(.*)$ \\1", "alice", "a"),
            List.of("m /x app", "axb", "app"),
            List.of("m /^app(.)? \\1 | m app app", "app", "app"),
            List.of("m app app | m /^app(.)? \\1", "app", "app"),
            List.of("m /^app \\1 | m app app", "app", "app"),
            List.of("m /^app$ x\\1 | m app app", "apple", "app"),
            List.of("m /^(x)?app \\1 | m app bob", "app", "bob"),
            List.of("n /^app \\1 | m app app", "app", "app"),
            List.of("m /^(.*)$ \\1", " app", "app"));

    private static final Map<String, Client> CLIENTS = new HashMap<>();

    @EachPostgres
    void rowsGrantWhatTheTraceSays(RealPostgres server) {
        TraceServer.prepare(server);
        StringBuilder records = new StringBuilder();
        StringBuilder mappings = new StringBuilder();
        for (int i = 0; i < CASES.size(); i++) {
            records.append("hostssl all all ")
                    .append(address(i))
                    .append("/32 cert map=")
                    .append(i)
                    .append("m\n");
            for (String row : CASES.get(i).get(0).split(" \\| ", -1)) {
                mappings.append(i).append(row).append('\n');
            }
        }
        TraceServer loaded = TraceServer.load(
                        server,
                        Map.of(
                                "postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n",
                                "pg_hba.conf", records.toString(),
                                "pg_ident.conf", mappings.toString()))
                .orElseThrow();
        TraceTally tally = new TraceTally();
        List<String> disagreements = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            loaded.compare(attempt(i), tally).ifPresent(disagreements::add);
        }
        assertThat(disagreements).isEmpty();
        assertThat(tally.count(TraceReason.MAP_MATCHES)).isGreaterThan(CASES.size() / 4);
        assertThat(tally.count(TraceReason.MAP_ROW_ABORTS)).isEqualTo(3);
    }

    private static String address(int number) {
        return "127.0.1." + (number + 1);
    }

    private static Attempt attempt(int number) {
        List<String> example = CASES.get(number);
        Client client = CLIENTS.computeIfAbsent(example.get(1), TraceClients::withName);
        TraceQuery query = TraceQuery.of(
                Optional.empty(),
                Transport.TLS.word(),
                example.get(2),
                Optional.empty(),
                Optional.of(address(number)),
                false,
                Optional.empty());
        return new Attempt(query, Optional.of(client));
    }
}
