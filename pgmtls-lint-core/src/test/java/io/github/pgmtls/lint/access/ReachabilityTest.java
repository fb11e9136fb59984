package io.github.pgmtls.lint.access;

import static io.github.pgmtls.lint.access.Hba.v4;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private static Reachability reachability(String text) {
        return Reachability.of(Hba.records(text), Surroundings.unknown());
    }

    private static List<Integer> shadowing(Reachability reachability, int index) {
        return reachability.reach(index) instanceof Reach.Shadowed shadowed ? shadowed.by() : List.of();
    }

    private static Witness witness(Reachability reachability, int index) {
        assertThat(reachability.reach(index)).isInstanceOf(Reach.Reachable.class);
        return ((Reach.Reachable) reachability.reach(index)).witness();
    }

    private static String assumptions(Reachability reachability, int index) {
        return reachability.explain(index, witness(reachability, index)).orElseThrow().assumptions().stream()
                .map(Assumption::phrase)
                .collect(Collectors.joining(", "));
    }

    @Test
    void aHostSuffixThatOnlyAQuestionNamesIncludesTheNamesOfRecords() {
        Reachability reachability = reachability("""
                host b a sub.y reject
                host sameuser all h.x trust
                """);
        assertThat(reachability.deciders(from("sub.y"), d -> true).all())
                .extracting(Decider::index)
                .contains(0);
        assertThat(reachability.deciders(from(".y"), d -> true).all())
                .extracting(Decider::index)
                .contains(0)
                .doesNotContain(1);
    }

    private static Region from(String hostName) {
        return Region.everything().from(List.of(new AddressPattern.HostName(hostName)));
    }

    @Test
    void aTrustRecordAboveACertRecordMakesTheCertificateUseless() {
        // as in EMQX's guide to mutual TLS with PostgreSQL
        Reachability reachability = reachability("""
                host    all all 0.0.0.0/0 trust
                hostssl all all 0.0.0.0/0 cert clientcert=verify-full
                """);

        assertThat(shadowing(reachability, 1)).containsExactly(0);
        assertThat(reachability
                        .contradictedBy(1)
                        .first()
                        .orElseThrow()
                        .decision()
                        .phrase())
                .isEqualTo("trust");
        assertThat(reachability
                        .deciders(Region.everything(), Decision::admitsWithoutCertificate)
                        .first()
                        .orElseThrow()
                        .witness()
                        .connection()
                        .phrase())
                .isEqualTo("user \"some_user\" to database \"some_db\" over plain from 192.0.2.1");
    }

    @Test
    void severalRecordsTogetherShadowAnotherOne() {
        Reachability reachability = reachability("""
                host all all 10.0.0.0/25   md5
                host all all 10.0.1.0/25   md5
                host all all 10.0.0.128/25 reject
                host all all 10.0.0.0/24   md5
                """);

        assertThat(shadowing(reachability, 3)).containsExactly(0, 2);
        assertThat(reachability.contradictedBy(3).first().orElseThrow().index()).isEqualTo(2);
    }

    @Test
    void ofSeveralRecordsThatSufficeAloneOneThatDecidesOtherwiseIsNamed() {
        Reachability reachability = reachability("""
                hostssl all all all cert
                hostssl all app all reject
                hostssl all app 10.0.0.0/8 cert
                """);

        assertThat(shadowing(reachability, 1)).containsExactly(0);
        assertThat(shadowing(reachability, 2)).containsExactly(1);
    }

    @Test
    void optionsMakeARecordDecideOtherwise() {
        Reachability reachability = reachability("""
                hostssl all all all cert
                hostssl all app all cert map=clients
                hostssl all app all cert clientcert=verify-full
                """);

        assertThat(reachability.contradictedBy(1).first().orElseThrow().index()).isZero();
        assertThat(reachability.contradictedBy(2).first()).isEmpty();
        assertThat(shadowing(reachability, 2)).containsExactly(1);
    }

    @Test
    void aRecordIsPartlyShadowedWhereAnEarlierOneTakesSomeOfItsConnections() {
        Reachability reachability = reachability("""
                hostssl all  all 10.0.0.0/8 md5
                hostssl shop app 0.0.0.0/0  cert
                """);

        Decider taker = reachability.contradictedBy(1).first().orElseThrow();
        assertThat(taker.index()).isZero();
        assertThat(taker.witness().addresses().orElseThrow()).hasToString("10.0.0.0-10.255.255.255");
        assertThat(taker.witness().connection().user()).isEqualTo("app");
        assertThat(witness(reachability, 1).certain()).isTrue();
    }

    @Test
    void unknownMembershipIsAnAssumptionAndKnownMembershipIsNot() {
        String text = """
                host all dave all reject
                host all +ops all trust
                host all erin all reject
                """;
        Reachability unknown = reachability(text);

        assertThat(witness(unknown, 1).certain()).isTrue();
        assertThat(witness(unknown, 1).connection().user()).isEqualTo("ops");
        assertThat(witness(unknown, 2).certain()).isFalse();
        assertThat(assumptions(unknown, 2)).isEqualTo("erin is not a member of ops");

        Surroundings declared =
                Surroundings.unknown().withRoles(Roles.of(Map.of("erin", Set.of("ops"), "dave", Set.of("ops"))));
        Reachability known = Reachability.of(Hba.records(text), declared);
        assertThat(shadowing(known, 2)).containsExactly(1);
    }

    @Test
    void theSameUnknownInTwoRecordsIsDecidedOnce() {
        Reachability reachability = reachability("""
                host all +ops       .example.com     trust
                host all +ops,+dev  a.example.com    md5
                host all +ops       db.example.com   md5
                host all all        samenet          md5
                host all all        samehost         trust
                """);

        assertThat(assumptions(reachability, 1))
                .isEqualTo("192.0.2.1 resolves to a.example.com, some_user is a member of dev, "
                        + "some_user is not a member of ops");
        assertThat(shadowing(reachability, 2)).containsExactly(0);
        assertThat(shadowing(reachability, 4)).containsExactly(3);
    }

    @Test
    void aRecordThatMatchesNothingByItselfSaysWhy() {
        String long64 = "x".repeat(64);
        Reachability reachability = Reachability.of(
                Hba.records("""
                        hostssl all all all cert
                        host \"\" all all trust
                        host all LONG all trust
                        host all all ::ffff:10.0.0.1/128 trust
                        host all +nobody all trust
                        """.replace("LONG", long64)),
                Surroundings.unknown()
                        .withTransports(Set.of(Transport.LOCAL, Transport.PLAIN))
                        .withRoles(Roles.of(Map.of("a", Set.of()))));

        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(reachability::reach)
                .containsExactly(
                        new Reach.Unmatchable(Unmatchable.TRANSPORT),
                        new Reach.Unmatchable(Unmatchable.DATABASE),
                        new Reach.Unmatchable(Unmatchable.USER),
                        new Reach.Unmatchable(Unmatchable.ADDRESS),
                        new Reach.Unmatchable(Unmatchable.USER));
    }

    @Test
    void aRedundantRecordCanBeLeftOut() {
        Reachability reachability = reachability("""
                host all app 10.0.0.0/8  scram-sha-256
                host all bob 10.0.0.0/8  md5
                host all app 10.1.0.0/16 reject
                host all all 10.0.0.0/8  scram-sha-256
                host all all all         reject
                """);

        assertThat(reachability.redundancy(0)).isEqualTo(Redundancy.NEEDED);
        assertThat(reachability.redundancy(1)).isEqualTo(Redundancy.NEEDED);
        assertThat(reachability.redundancy(3)).isEqualTo(Redundancy.NEEDED);
        assertThat(reachability.redundancy(4)).isEqualTo(Redundancy.REDUNDANT);
    }

    @Test
    void plainConnectionsReachAnotherRecordThanThoseUnderTls() {
        List<HbaRecord> records = Hba.records("""
                hostssl  all app1 10.0.0.0/8 cert
                hostnossl all app1 10.1.0.0/16 reject
                host     all all  10.0.0.0/8 md5
                """);
        Reachability reachability = Reachability.of(records, Surroundings.unknown());
        Region plain = Region.of(records.get(0)).over(Transport.PLAIN);

        Deciders open = reachability.deciders(plain, decision -> !decision.isReject());
        assertThat(open.all()).extracting(Decider::index).containsExactly(2);
        assertThat(open.first().orElseThrow().witness().connection().phrase())
                .isEqualTo("user \"app1\" to database \"some_db\" over plain from 10.0.0.1");
        assertThat(reachability
                        .deciders(plain.from(v4("10.1.2.3")), decision -> !decision.isReject())
                        .surelyNone())
                .isTrue();
    }

    @Test
    void aUserCanBeAskedForEveryDoor() {
        Reachability reachability = reachability("""
                local   all         postgres              peer
                hostssl all         postgres 10.0.0.0/8   cert
                hostssl replication all      all          scram-sha-256
                host    all         all      127.0.0.1/32 trust
                """);

        Deciders doors =
                reachability.deciders(Region.everything().ofUser("postgres"), Decision::admitsWithoutCertificate);
        assertThat(doors.complete()).isTrue();
        assertThat(doors.all()).extracting(Decider::index).containsExactly(0, 2, 3);
        assertThat(doors.all())
                .extracting(d -> d.witness().connection().isReplication())
                .containsExactly(false, true, false);
        assertThat(reachability
                        .deciders(
                                Region.everything()
                                        .ofUser("postgres")
                                        .from(v4("10.9.9.9"))
                                        .over(Transport.TLS),
                                d -> true)
                        .all())
                .extracting(Decider::index)
                .containsExactly(1, 2);
    }

    @Test
    void theImplicitRejectIsADeciderToo() {
        Reachability reachability = reachability("hostssl all all all cert\n");

        Decider rest = reachability
                .deciders(Region.everything().over(Transport.PLAIN), d -> true)
                .first()
                .orElseThrow();
        assertThat(rest.index()).isEqualTo(1);
        assertThat(rest.record()).isEmpty();
        assertThat(rest.decision().isReject()).isTrue();
    }

    @Test
    void aRegularExpressionIsTriedOnNames() {
        Reachability reachability = reachability("""
                host all /^app_[0-9]+$ all md5
                host all app_7         all reject
                host all app_x         all reject
                host all /^adm         all trust
                host all /^[^a]|^a     all cert=no
                """.replace("cert=no", "reject"));

        assertThat(shadowing(reachability, 1)).containsExactly(0);
        assertThat(witness(reachability, 2).certain()).isTrue();
        assertThat(witness(reachability, 0).connection().user()).startsWith("app_");
        assertThat(witness(reachability, 3).connection().user()).startsWith("adm");
        assertThat(witness(reachability, 4).certain()).isTrue();
    }

    @Test
    void whatARegularExpressionLeavesOpenIsNotDecided() {
        Reachability reachability = reachability("""
                host all /^[^m]     all md5
                host all /^m        all md5
                host all all        all reject
                """);

        assertThat(reachability.reach(2)).isInstanceOf(Reach.NotDecided.class);
        assertThat(reachability.notDecided()).isEqualTo(1);
    }

    @Test
    void aMaskWithManyGapsCoversWhatItSurelyMatchesAndIsNeverGuessed() {
        Reachability reachability = reachability("""
                host all all 0.0.0.1 0.0.0.1     md5
                host all all 0.0.0.1 0.0.0.1     reject
                host all all 10.0.0.0/31         trust
                host all all 10.0.0.3/32         trust
                """);

        assertThat(shadowing(reachability, 1)).containsExactly(0);
        assertThat(reachability.reach(2)).isInstanceOf(Reach.NotDecided.class);
        assertThat(shadowing(reachability, 3)).containsExactly(0);
        assertThat(reachability.reach(0)).isInstanceOf(Reach.Reachable.class);
    }

    @Test
    void namesThatStandTogetherInEveryListAreOneAndStillHaveTheirNames() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            text.append("hostssl ")
                    .append(list("d"))
                    .append(' ')
                    .append(list("u"))
                    .append(" 10.0.")
                    .append(i % 256);
            text.append('.').append(i / 256 * 64).append("/26 cert\n");
        }
        text.append("host all u7 10.0.0.0/8 md5\n");
        Reachability reachability = reachability(text.toString());

        assertThat(reachability.notDecided()).isZero();
        Region u9 = Region.everything().ofUser("u9").over(Transport.TLS).from(v4("10.0.3.1"));
        Deciders deciders = reachability.deciders(u9.toDatabase("d3"), d -> true);
        assertThat(deciders.all()).extracting(Decider::index).containsExactly(3);
        assertThat(deciders.first().orElseThrow().witness().connection().user()).isEqualTo("u9");
        assertThat(deciders.first().orElseThrow().witness().connection().database())
                .contains("d3");
    }

    @Test
    void aNameThatAnotherOneStandsForIsTheSameNameInBothColumns() {
        Reachability reachability =
                limited("""
                host all      b,g all        trust
                host sameuser all 10.0.0.0/8 reject
                """, usual -> new Budget(usual.entries(), 0, usual.ranges(), 10_000, 10_000, 100));
        Region bothNames = Region.everything().ofUser("z").toDatabase("g");

        assertThat(reachability
                        .deciders(Region.everything().ofUser("g").toDatabase("b"), d -> true)
                        .all())
                .extracting(Decider::index)
                .contains(0)
                .doesNotContain(1);
        assertThat(reachability.deciders(bothNames, d -> true).all())
                .singleElement()
                .satisfies(decider -> assertThat(decider.index()).isEqualTo(2));
        assertThat(reachability
                        .deciders(bothNames.ofUser("z").toDatabase("z"), d -> true)
                        .all())
                .filteredOn(decider -> decider.index() == 1)
                .singleElement()
                .satisfies(decider ->
                        assertThat(decider.witness().connection().database()).contains("z"));
    }

    @Test
    void masksOfTooManyRangesAreStillKnownToCoverEachOtherAndSmallerNetworks() {
        Reachability reachability =
                limited("""
                host h   all 10.0.0.0/29                  trust
                host a   all 10.0.0.2     255.255.255.250 trust
                host all b   10.0.0.0/29                  reject
                host a   b   10.0.0.2/32                  reject
                host all all 10.0.0.1     255.255.255.253 trust
                host all all 10.0.0.0/29                  reject
                host all b   10.0.0.1     255.255.255.253 trust
                """, usual -> new Budget(usual.entries(), usual.products(), 1, 10_000, 10_000, 100));

        assertThat(shadowing(reachability, 3))
                .as("the one that decides otherwise")
                .containsExactly(1);
        assertThat(shadowing(reachability, 6))
                .as("the one that decides otherwise")
                .containsExactly(2);
    }

    @Test
    void anExampleOfWhatAnEarlierRecordTakesMatchesTheLaterOneToo() {
        Reachability reachability =
                limited("""
                host all +g   10.0.0.1 255.255.255.253 reject
                host all all  10.0.0.1/32              trust
                host a   +g,b h.x                      reject
                """, usual -> new Budget(usual.entries(), usual.products(), 1, 10_000, 10_000, 100));

        assertThat(reachability.contradictedBy(2).first())
                .as("members of g are taken by the first record")
                .hasValueSatisfying(decider ->
                        assertThat(decider.witness().connection().user()).isEqualTo("b"));
    }

    private static Reachability limited(String text, UnaryOperator<Budget> limits) {
        return Reachability.of(Hba.records(text), Surroundings.unknown(), limits.apply(Budget.DEFAULT));
    }

    private static String list(String stem) {
        StringBuilder names = new StringBuilder(stem);
        for (int i = 0; i < 22; i++) {
            names.append(',').append(stem).append(i);
        }
        return names.toString();
    }

    @Test
    void anEmptyFileRejectsEverybody() {
        Reachability reachability = Reachability.of(List.of(), Surroundings.unknown());

        assertThat(reachability.deciders(Region.everything(), d -> true).all())
                .singleElement()
                .satisfies(decider -> assertThat(decider.record()).isEmpty());
    }

    @Test
    void moreRecordsThanTheBudgetAllowsAreNotDecidedAndCounted() {
        Budget small = new Budget(2, 100, 100, 1000, 1000, 10);
        Reachability reachability = Reachability.of(Hba.records("""
                host a all all md5
                host a all all md5
                host a all all md5
                """), Surroundings.unknown(), small);

        assertThat(shadowing(reachability, 1)).containsExactly(0);
        assertThat(reachability.reach(2)).isInstanceOf(Reach.NotDecided.class);
        assertThat(reachability.notDecided()).isEqualTo(1);
        assertThat(reachability.deciders(Region.everything(), d -> true).complete())
                .isFalse();
    }
}
