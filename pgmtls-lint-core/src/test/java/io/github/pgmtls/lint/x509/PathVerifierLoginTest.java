package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.ClientIdentity;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.LogEntry;
import io.github.pgmtls.lint.testing.postgres.LoginAttempt;
import io.github.pgmtls.lint.testing.postgres.LoginOutcome;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.SharedPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.opentest4j.TestAbortedException;

/**
 * Every situation as a login at a real server: pg_hba.conf trusts everybody, so a login succeeds if and only if TLS
 * accepts the certificate. The certificates are made for the present moment, because servers look at the clock.
 */
class PathVerifierLoginTest {

    private static final int LEVEL_OF_MAVEN_CENTRAL = 1;
    private static final int LEVEL_OF_DEBIAN = 2;

    /** When the certificates are made; the situations in which seconds matter are left to the openssl command. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final List<Situations.Situation> SITUATIONS = Pki.at(NOW, Situations::all).stream()
            .filter(situation -> !situation.toTheSecond() && situation.trial().purpose() == Purpose.SSL_CLIENT)
            .toList();

    @EachPostgres(standIns = {10, 12, 15, 18})
    void realServersDecideAlike(RealPostgres server) throws SQLException {
        boolean late = !server.version().isAtLeast(11);
        new Comparison(server, late ? OpenSslVersion.V1_1_1I : OpenSslVersion.V1_1_1, LEVEL_OF_MAVEN_CENTRAL).run();
    }

    @Test
    @ResourceLock("PostgreSQL servers")
    void theServerOfTheOperatingSystemDecidesAlike() throws SQLException {
        Optional<RealPostgres> server = SharedPostgres.local();
        Assumptions.assumeTrue(server.isPresent(), "no PostgreSQL server is installed");
        Assumptions.assumeTrue(
                OpenSsl.require().model() == OpenSslVersion.V3_0, "the operating system's OpenSSL is not 3.0");
        new Comparison(server.get(), OpenSslVersion.V3_0, LEVEL_OF_DEBIAN).run();
    }

    /** The comparison with one server. */
    private static final class Comparison {
        private final RealPostgres server;
        private final OpenSslVersion version;
        private final int level;
        private final Map<String, Integer> outcomes = new TreeMap<>();
        private final List<String> unsent = new ArrayList<>();

        Comparison(RealPostgres server, OpenSslVersion version, int level) {
            this.server = server;
            this.version = version;
            this.level = level;
        }

        void run() throws SQLException {
            Issued self = Pki.at(NOW, () -> Pki.selfSigned("CN=server", how -> {}));
            server.write("pg_hba.conf", "hostssl all all 127.0.0.1/32 trust\n");
            server.write("server.crt", self.pem());
            server.write("server.key", self.keyPem());
            // Those that want the same files share one reload.
            Map<Files, List<Situations.Situation>> byFiles = SITUATIONS.stream()
                    .collect(Collectors.groupingBy(
                            situation -> Files.of(situation.trial()), LinkedHashMap::new, Collectors.toList()));
            for (Map.Entry<Files, List<Situations.Situation>> group : byFiles.entrySet()) {
                configure(group.getKey());
                for (Situations.Situation situation : group.getValue()) {
                    compare(situation);
                }
            }
            System.out.println(server + ", as emulated: " + outcomes + "; not tried: " + unsent);
            assertThat(outcomes.getOrDefault("accepted", 0)).isGreaterThan(60);
            assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum())
                    .isGreaterThanOrEqualTo(120);
        }

        private void compare(Situations.Situation situation) throws SQLException {
            Trial trial = situation.trial().level(level).at(NOW);
            ClientIdentity identity;
            Optional<String> refusal;
            try {
                identity = ClientIdentity.of(trial.leaf(), trial.sent().toArray(new Issued[0]));
                refusal = TlsLogin.refusal(identity, server.port());
            } catch (IllegalArgumentException | TestAbortedException e) {
                // The JDK cannot parse it or cannot sign with such a key.
                unsent.add(situation.name());
                return;
            }
            PathResult result = trial.result(version);
            assertThat(refusal.isEmpty())
                    .as("%s, %s: %s, emulated %s\n%s", server, situation, refusal, result, server.dump())
                    .isEqualTo(result.isVerified());
            if (result instanceof PathResult.Refused refused && server.version().isAtLeast(16)) {
                compareReasons(situation, identity, refused);
            }
            outcomes.merge(refusal.orElse("accepted"), 1, Integer::sum);
        }

        /** From version 16 on the server's log tells OpenSSL's error and its depth. */
        private void compareReasons(
                Situations.Situation situation, ClientIdentity identity, PathResult.Refused refused) {
            LoginOutcome outcome = server.attempt(LoginAttempt.tls("postgres").with(identity));
            String expected = "Client certificate verification failed at depth " + refused.depth() + ": "
                    + refused.error().text(version) + ".";
            assertThat(outcome.log())
                    .as("%s, %s", server, situation)
                    .extracting(LogEntry::detail)
                    .anySatisfy(detail -> assertThat(detail).startsWith(expected));
        }

        private void configure(Files files) {
            StringBuilder settings = new StringBuilder("ssl = on\nssl_ca_file = 'root.crt'\n");
            server.write("root.crt", files.authorities());
            files.lists().ifPresent(lists -> {
                // The file must hold at least one list; that of a stranger does not matter.
                server.write("root.crl", lists + Pki.ca("CN=Stranger").crl());
                settings.append("ssl_crl_file = 'root.crl'\n");
            });
            server.write("postgresql.conf", settings.toString());
            assertThat(server.reload().tlsAccepted()).as(server::dump).isTrue();
        }
    }

    /** What a server needs for a situation, as PEM text. */
    private record Files(String authorities, Optional<String> lists) {
        static Files of(Trial trial) {
            return new Files(
                    Issued.bundle(trial.trusted().toArray(new Issued[0])),
                    trial.checksRevocation() ? Optional.of(trial.lists()) : Optional.empty());
        }
    }
}
