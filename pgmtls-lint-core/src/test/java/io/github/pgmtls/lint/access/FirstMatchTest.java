package io.github.pgmtls.lint.access;

import static io.github.pgmtls.lint.access.Hba.records;
import static io.github.pgmtls.lint.access.Hba.v4;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstMatchTest {

    private static final Surroundings UNKNOWN = Surroundings.unknown();

    private static Connection tls(String database, String user, String address) {
        return Connection.tcp(Transport.TLS, database, user, v4(address));
    }

    private static Connection plain(String database, String user, String address) {
        return Connection.tcp(Transport.PLAIN, database, user, v4(address));
    }

    /** Describes the outcomes: index of the record and assumptions. */
    private static List<String> outcomes(String text, Connection connection, Surroundings surroundings) {
        return FirstMatch.decide(records(text), connection, surroundings).outcomes().stream()
                .map(o -> o.index()
                        + (o.record().isEmpty() ? " implicit" : "")
                        + o.assumptions().stream().map(a -> ", " + a.phrase()).reduce("", String::concat))
                .toList();
    }

    private static List<String> outcomes(String text, Connection connection) {
        return outcomes(text, connection, UNKNOWN);
    }

    private static List<String> reasons(String text, Connection connection) {
        return FirstMatch.decide(records(text), connection, UNKNOWN).last().skipped().stream()
                .map(Mismatch::phrase)
                .toList();
    }

    @Test
    void theFirstRecordThatMatchesDecidesAndSaysWhyTheOthersDidNot() {
        String text = """
                local   all     all                    peer
                hostssl all     all     all            cert
                host    shop    all     all            trust
                host    all     bob     all            trust
                host    all     app     10.0.0.0/24    trust
                host    all     app     10.1.2.4/32    trust
                host    a,b     app     10.1.2.3       255.255.255.255 trust
                host    all     app     10.1.2.3/32    scram-sha-256
                host    all     all     all            reject
                """;
        Outcome outcome = FirstMatch.decide(records(text), plain("crm", "app", "10.1.2.3"), UNKNOWN)
                .certain()
                .orElseThrow();

        assertThat(outcome.index()).isEqualTo(7);
        assertThat(outcome.decision().phrase()).isEqualTo("scram-sha-256");
        assertThat(reasons(text, plain("crm", "app", "10.1.2.3")))
                .containsExactly(
                        "is for local sockets",
                        "is for TLS connections",
                        "database \"crm\" is not listed",
                        "user \"app\" is not listed",
                        "address 10.1.2.3 is not in 10.0.0.0/24",
                        "address 10.1.2.3 is not 10.1.2.4",
                        "database \"crm\" is not listed");
    }

    @Test
    void withoutAMatchingRecordTheConnectionIsRejectedImplicitly() {
        Outcome outcome = FirstMatch.decide(records("hostssl all all all cert\n"), plain("a", "b", "10.0.0.1"), UNKNOWN)
                .certain()
                .orElseThrow();

        assertThat(outcome.record()).isEmpty();
        assertThat(outcome.decision()).isEqualTo(Decision.REJECT);
    }

    @Test
    void connectionTypesTakeTheTransportsThatTheServerGivesThem() {
        String text = """
                hostssl      all all all cert
                hostgssenc   all all all trust
                hostnossl    all all all reject
                """;
        Connection gss = Connection.tcp(Transport.GSS, "a", "b", v4("10.0.0.1"));
        assertThat(outcomes(text, tls("a", "b", "10.0.0.1"))).containsExactly("0");
        assertThat(outcomes(text, gss)).containsExactly("1");
        assertThat(outcomes(text, plain("a", "b", "10.0.0.1"))).containsExactly("2");
        assertThat(outcomes(text, Connection.local("a", "b"))).containsExactly("3 implicit");
        assertThat(outcomes("hostnossl all all all trust\n", gss)).containsExactly("0");
        assertThat(outcomes("hostnogssenc all all all trust\n", gss)).containsExactly("1 implicit");
        assertThat(outcomes("hostnogssenc all all all trust\n", tls("a", "b", "10.0.0.1")))
                .containsExactly("0");
    }

    @Test
    void physicalReplicationMatchesItsKeywordAndNothingElse() {
        String text = """
                host all,sameuser,"replication",/r repl all trust
                host replication          repl all cert=no
                """.replace("cert=no", "reject");
        assertThat(outcomes(text, tls("x", "repl", "10.0.0.1").forReplication()))
                .containsExactly("1");
        assertThat(outcomes("host replication all all trust\n", tls("replication", "a", "10.0.0.1")))
                .containsExactly("1 implicit");
        assertThat(reasons(text, tls("x", "repl", "10.0.0.1").forReplication()))
                .containsExactly("is not for physical replication");
    }

    @Test
    void unknownMembershipLeadsToOneOutcomeForEachCase() {
        String text = """
                host all +ops all trust
                host all dave all reject
                """;
        assertThat(outcomes(text, plain("a", "dave", "10.0.0.1")))
                .containsExactly("0, dave is a member of ops", "1, dave is not a member of ops");
        assertThat(outcomes(text, plain("a", "ops", "10.0.0.1"))).containsExactly("0");
        assertThat(reasons(text, plain("a", "dave", "10.0.0.1"))).containsExactly("dave is not a member of ops");
    }

    @Test
    void theSameUnknownIsTheSameInEveryRecord() {
        String text = """
                host     all      +ops all trust
                host     ops      +ops all reject
                host     samerole dave all md5
                hostssl  ops      all  all cert
                """;
        assertThat(outcomes(text, tls("ops", "dave", "10.0.0.1")))
                .containsExactly("0, dave is a member of ops", "3, dave is not a member of ops");
    }

    @Test
    void declaredRolesAreAClosedWorld() {
        Surroundings known = UNKNOWN.withRoles(
                Roles.of(Map.of("dave", Set.of("admins"), "admins", Set.of("ops"), "erin", Set.of())));
        String text = """
                host all +ops all trust
                host samerole all all md5
                """;
        assertThat(outcomes(text, plain("a", "dave", "10.0.0.1"), known)).containsExactly("0");
        assertThat(outcomes(text, plain("a", "erin", "10.0.0.1"), known)).containsExactly("2 implicit");
        assertThat(outcomes(text, plain("erin", "erin", "10.0.0.1"), known)).containsExactly("1");
        assertThat(outcomes(text, plain("nobody", "nobody", "10.0.0.1"), known)).containsExactly("2 implicit");
    }

    @Test
    void hostNamesAreUnknownUnlessDeclaredAndExcludeEachOther() {
        String text = """
                host all all .Example.COM       trust
                host all all a.example.com      md5
                host all all b.example.org      reject
                """;
        Connection connection = plain("x", "y", "10.0.0.1");
        assertThat(outcomes(text, connection))
                .containsExactly(
                        "0, 10.0.0.1 resolves to a name in .Example.COM",
                        "2, 10.0.0.1 resolves to b.example.org",
                        "3 implicit, 10.0.0.1 does not resolve to a name in .Example.COM, "
                                + "10.0.0.1 does not resolve to a.example.com, "
                                + "10.0.0.1 does not resolve to b.example.org");
        assertThat(outcomes(
                        text, connection, UNKNOWN.withHostNames(Map.of(v4("10.0.0.1"), Optional.of("B.example.org")))))
                .containsExactly("2");
    }

    @Test
    void loopbackIsAlwaysInTheNetworksOfTheServer() {
        IpAddress v6Loopback = new IpAddress(true, 0, 1);
        String text = """
                host all all samehost trust
                host all all samenet  reject
                """;
        assertThat(outcomes(text, plain("a", "b", "127.0.0.1"))).containsExactly("0");
        assertThat(outcomes(text, Connection.tcp(Transport.PLAIN, "a", "b", v6Loopback)))
                .containsExactly("0");
        assertThat(outcomes(text, plain("a", "b", "127.9.9.9")))
                .containsExactly(
                        "0, 127.9.9.9 is an address of the server", "1, 127.9.9.9 is not an address of the server");
        assertThat(outcomes(text, plain("a", "b", "10.0.0.1"))).hasSize(3);

        Surroundings known =
                UNKNOWN.withInterfaces(List.of(new AddressPattern.Network(v4("10.0.0.1"), IpAddress.mask(false, 24))));
        assertThat(outcomes(text, plain("a", "b", "10.0.0.1"), known)).containsExactly("0");
        assertThat(outcomes(text, plain("a", "b", "10.0.0.9"), known)).containsExactly("1");
        assertThat(outcomes(text, plain("a", "b", "10.0.1.9"), known)).containsExactly("2 implicit");
    }

    @Test
    void samehostIsPartOfSamenet() {
        String text = """
                host all all samenet  reject
                host all all samehost trust
                """;
        assertThat(outcomes(text, plain("a", "b", "10.0.0.1")))
                .containsExactly(
                        "0, 10.0.0.1 is in a network of the server",
                        "2 implicit, 10.0.0.1 is not in a network of the server, "
                                + "10.0.0.1 is not an address of the server");
    }

    @Test
    void namesAreCutTo63BytesButThoseOfTheFileAreNot() {
        String long64 = "x".repeat(64);
        String text = "host all " + long64 + " all trust\nhost all " + long64.substring(1) + " all md5\n";
        assertThat(outcomes(text, plain("a", long64, "10.0.0.1"))).containsExactly("1");
    }

    @Test
    void aConnectionHasAnAddressExactlyIfItIsNotLocal() {
        assertThatThrownBy(() -> new Connection(Transport.TLS, Optional.of("a"), "b", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Connection.local("", "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneRecordCanBeAskedForItsOutcome() {
        FirstMatch records = FirstMatch.of(records("""
                        host all +a,+b all trust
                        host all +b    all md5
                        host all +c    all reject
                        """), UNKNOWN);
        Connection connection = plain("x", "dave", "10.0.0.1");

        assertThat(records.decideBy(1, connection)).isEmpty();
        assertThat(records.decideBy(2, connection).orElseThrow().assumptions())
                .extracting(Assumption::phrase)
                .containsExactly("dave is a member of c", "dave is not a member of a", "dave is not a member of b");
        assertThat(records.decideBy(3, connection)).isPresent();
    }

    @Test
    void manyUnknownRecordsDoNotCostMoreThanIsRead() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("host all +g").append(i).append(" all trust\n");
        }
        FirstMatch.Result result = FirstMatch.decide(records(text.toString()), plain("x", "u", "10.0.0.1"), UNKNOWN);

        assertThat(result.complete()).isFalse();
        assertThat(result.certain()).isEmpty();
        assertThat(result.last().index()).isEqualTo(20_000);
    }
}
