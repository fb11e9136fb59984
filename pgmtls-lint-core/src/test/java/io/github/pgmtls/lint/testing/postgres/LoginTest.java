package io.github.pgmtls.lint.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.LoginOutcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logins over each transport end as the files say, and their log is found. */
class LoginTest {

    /** The servers go by the clock of this machine. */
    private static final Consumer<CertificateSpec> TODAY =
            how -> how.notBefore(Instant.now().minus(Duration.ofDays(1))).validFor(Duration.ofDays(2));

    private static final Issued ROOT = Pki.ca("CN=Test Root", TODAY);
    private static final Issued SERVER = ROOT.server("CN=localhost", TODAY);
    private static final ClientIdentity ALICE = ClientIdentity.of(ROOT.client("O=Acme,CN=alice", TODAY));

    private static final String TLS_ON = """
            ssl = on
            ssl_ca_file = 'root.crt'
            """;

    private static void turnTlsOn(RealPostgres server) {
        server.write("server.key", SERVER.keyPem());
        server.write("server.crt", SERVER.pem());
        server.write("root.crt", ROOT.pem());
        server.write("postgresql.conf", TLS_ON);
    }

    private static void load(RealPostgres server, String records) {
        server.write("pg_hba.conf", records);
        assertThat(server.reload().accepted()).as(server::dump).isTrue();
    }

    private static Stream<LoginAttempt> overEachTransport() {
        return Stream.of(LoginAttempt.local("postgres"), LoginAttempt.plain("postgres"), LoginAttempt.tls("postgres"));
    }

    @EachPostgres
    void trustLetsEverybodyIn(RealPostgres server) {
        turnTlsOn(server);
        load(server, "local all all trust\nhost all all 127.0.0.1/32 trust\n");

        assertThat(overEachTransport().map(server::attempt)).allSatisfy(outcome -> {
            assertThat(outcome.kind()).as(outcome::toString).isEqualTo(Kind.ACCEPTED);
            assertThat(outcome.detail()).isEmpty();
            assertThat(outcome.log())
                    .last()
                    .satisfies(entry -> assertThat(entry.message()).startsWith("connection authorized: user=postgres"));
        });
    }

    @EachPostgres
    void rejectLetsNobodyIn(RealPostgres server) {
        turnTlsOn(server);
        load(server, "local all all reject\nhost all all 127.0.0.1/32 reject\n");

        assertThat(overEachTransport().map(server::attempt)).allSatisfy(outcome -> {
            assertThat(outcome.kind()).as(outcome::toString).isEqualTo(Kind.REFUSED);
            assertThat(outcome.detail()).startsWith("pg_hba.conf rejects connection for host");
            assertThat(outcome.sqlState()).isEqualTo("28000");
            assertThat(outcome.log())
                    .last()
                    .satisfies(entry -> assertThat(entry.message()).isEqualTo(outcome.detail()));
        });
    }

    @EachPostgres
    void noRecordIsARefusal(RealPostgres server) {
        turnTlsOn(server);
        load(server, "host all all 127.0.0.2/32 trust\n");

        assertThat(overEachTransport().map(server::attempt)).allSatisfy(outcome -> {
            assertThat(outcome.kind()).as(outcome::toString).isEqualTo(Kind.REFUSED);
            assertThat(outcome.detail()).startsWith("no pg_hba.conf entry for host");
        });
    }

    @EachPostgres
    void theRecordThatAsksForAPasswordIsFound(RealPostgres server) {
        turnTlsOn(server);
        for (String method : List.of("password", "scram-sha-256")) {
            load(server, "# a comment\nlocal all all %1$s\nhost all all 127.0.0.1/32 %1$s\n".formatted(method));

            assertThat(overEachTransport()).allSatisfy(attempt -> {
                LoginOutcome outcome = server.attempt(attempt);
                assertThat(outcome.kind()).as(outcome::toString).isEqualTo(Kind.CHALLENGED);
                assertThat(outcome.detail()).isEqualTo(method);
                int line = attempt.transport() == Transport.LOCAL ? 2 : 3;
                assertThat(outcome.matchedLine()).as(outcome::toString).isEqualTo(OptionalInt.of(line));
                assertThat(outcome.matchedFile().orElseThrow()).endsWith("pg_hba.conf");
            });
        }
    }

    @EachPostgres
    void theRightPasswordLetsInAndAWrongOneDoesNot(RealPostgres server) {
        turnTlsOn(server);
        for (String method : List.of("md5", "scram-sha-256")) {
            server.query("set password_encryption = '" + method + "'");
            server.query("create role carol login password 'secret'");
            for (String record : List.of("password", method)) {
                load(server, "local all all %1$s\nhost all all 127.0.0.1/32 %1$s\n".formatted(record));
                assertThat(overEachTransport()).allSatisfy(attempt -> {
                    LoginAttempt carol = new LoginAttempt(
                            attempt.transport(),
                            "carol",
                            "postgres",
                            attempt.replication(),
                            attempt.address(),
                            attempt.password(),
                            attempt.identity(),
                            attempt.tlsVersion());
                    LoginOutcome right = server.attempt(carol.withPassword("secret"));
                    LoginOutcome wrong = server.attempt(carol.withPassword("Secret"));
                    assertThat(right.kind()).as(right::toString).isEqualTo(Kind.ACCEPTED);
                    assertThat(wrong.kind()).as(wrong::toString).isEqualTo(Kind.REFUSED);
                    assertThat(wrong.sqlState()).isEqualTo("28P01");
                });
            }
            server.query("drop role carol");
        }
    }

    @EachPostgres
    void aCertificateLetsItsOwnerIn(RealPostgres server) {
        turnTlsOn(server);
        load(server, "hostssl all all 127.0.0.1/32 cert\n");

        for (String tlsVersion : List.of("TLSv1.2", "TLSv1.3")) {
            LoginOutcome own =
                    server.attempt(LoginAttempt.tls("alice").with(ALICE).withTlsVersion(tlsVersion));
            LoginOutcome other =
                    server.attempt(LoginAttempt.tls("bob").with(ALICE).withTlsVersion(tlsVersion));
            LoginOutcome without = server.attempt(LoginAttempt.tls("alice").withTlsVersion(tlsVersion));

            assertThat(own.kind()).as(own::toString).isEqualTo(Kind.ACCEPTED);
            assertThat(own.detail()).isEqualTo("role \"alice\" does not exist");
            assertThat(other.kind()).as(other::toString).isEqualTo(Kind.REFUSED);
            assertThat(other.detail()).isEqualTo("certificate authentication failed for user \"bob\"");
            assertThat(other.matchedLine()).isEqualTo(OptionalInt.of(1));
            assertThat(without.kind()).as(without::toString).isEqualTo(Kind.REFUSED);
            assertThat(without.detail()).isEqualTo("connection requires a valid client certificate");
            if (server.version().isAtLeast(14)) {
                assertThat(own.identity()).contains("CN=alice,O=Acme");
                assertThat(own.matchedLine()).isEqualTo(OptionalInt.of(1));
            }
        }
    }

    @EachPostgres
    void aCertificateOfAnotherAuthorityEndsTheHandshake(RealPostgres server) {
        turnTlsOn(server);
        load(server, "hostssl all all 127.0.0.1/32 trust\n");
        ClientIdentity stranger =
                ClientIdentity.of(Pki.ca("CN=Another Root", TODAY).client("CN=alice", TODAY));

        for (String tlsVersion : List.of("TLSv1.2", "TLSv1.3")) {
            LoginOutcome outcome =
                    server.attempt(LoginAttempt.tls("alice").with(stranger).withTlsVersion(tlsVersion));

            assertThat(outcome.kind()).as(outcome::toString).isEqualTo(Kind.TLS_FAILED);
            assertThat(outcome.detail()).isEqualTo("unknown_ca");
            assertThat(outcome.log())
                    .as(outcome::toString)
                    .anyMatch(entry ->
                            entry.message().startsWith("could not accept SSL connection: certificate verify failed"));
        }
    }

    @Test
    void certificatesAreShownWhateverTheirKeyAndSignature() {
        RealPostgres server = SharedPostgres.any();
        turnTlsOn(server);
        load(server, "hostssl all all 127.0.0.1/32 cert\n");
        Issued between = ROOT.ca("CN=Between", TODAY);

        assertThat(Stream.of(KeyKind.RSA1024, KeyKind.RSA2048, KeyKind.P384, KeyKind.P521, KeyKind.ED25519))
                .allSatisfy(kind -> {
                    Issued bob = between.client(
                            "CN=bob", TODAY.andThen(how -> how.key(kind).digest("SHA1")));
                    LoginOutcome outcome =
                            server.attempt(LoginAttempt.tls("bob").with(ClientIdentity.of(bob, between)));
                    assertThat(outcome.accepted()).as(outcome::toString).isTrue();
                });
    }

    @EachPostgres
    void aServerWithoutTlsSaysSo(RealPostgres server) {
        assertThat(server.attempt(LoginAttempt.tls("postgres")).kind()).isEqualTo(Kind.NO_TLS);
    }

    @EachPostgres
    void aClientComesFromTheAddressItIsToldTo(RealPostgres server) {
        load(server, "host all all 127.0.0.9/32 trust\nhost all all ::1/128 password\n");

        assertThat(server.attempt(LoginAttempt.plain("postgres").from("127.0.0.9"))
                        .kind())
                .isEqualTo(Kind.ACCEPTED);
        assertThat(server.attempt(LoginAttempt.plain("postgres").from("127.0.0.8"))
                        .kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(server.attempt(LoginAttempt.plain("postgres").from("::1")).matchedLine())
                .isEqualTo(OptionalInt.of(2));
    }

    @EachPostgres
    void replicationIsAskedForAsTold(RealPostgres server) {
        load(server, "local replication all trust\nlocal other all password\n");

        LoginOutcome physical =
                server.attempt(LoginAttempt.local("postgres").to("other").withReplication("true"));
        LoginOutcome logical =
                server.attempt(LoginAttempt.local("postgres").to("other").withReplication("database"));

        assertThat(physical.kind()).as(physical::toString).isEqualTo(Kind.ACCEPTED);
        assertThat(logical.detail()).as(logical::toString).isEqualTo("password");
    }

    @EachPostgres
    void theDatabaseIsTheUsersIfNoneIsNamed(RealPostgres server) {
        load(server, "local sameuser all trust\n");

        LoginOutcome outcome = server.attempt(LoginAttempt.local("n\u00ff").to(""));

        assertThat(outcome.kind()).as(outcome::toString).isEqualTo(Kind.ACCEPTED);
        assertThat(outcome.detail()).isEqualTo("role \"n\u00ff\" does not exist");
    }
}
