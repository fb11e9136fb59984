package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Every situation as a login at a real server: pg_hba.conf trusts everybody, so a login succeeds if and only if TLS
 * accepts the certificate. The certificates are made for the present moment, because servers look at the clock.
 */
class PathVerifierLoginTest {

    private static final int LEVEL_OF_MAVEN_CENTRAL = 1;
    private static final int LEVEL_OF_DEBIAN = 2;

    @EachPostgres
    void realServersDecideAlike(RealPostgres server) throws IOException {
        // The build of PostgreSQL 10 carries OpenSSL 1.1.1s, the others 1.1.1.
        boolean late = !server.version().isAtLeast(11);
        compare(server, late ? OpenSslVersion.V1_1_1I : OpenSslVersion.V1_1_1, LEVEL_OF_MAVEN_CENTRAL);
    }

    @Test
    @ResourceLock("PostgreSQL servers")
    void theServerOfTheOperatingSystemDecidesAlike() throws IOException {
        Optional<RealPostgres> server = RealPostgres.startLocal();
        Assumptions.assumeTrue(server.isPresent(), "no PostgreSQL server is installed");
        try (RealPostgres local = server.get()) {
            Assumptions.assumeTrue(
                    OpenSsl.require().model() == OpenSslVersion.V3_0, "the operating system's OpenSSL is not 3.0");
            compare(local, OpenSslVersion.V3_0, LEVEL_OF_DEBIAN);
        }
    }

    private static void compare(RealPostgres server, OpenSslVersion version, int level) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Situations.Situation> situations = Pki.at(now, Situations::all);
        Issued self = Pki.at(now, () -> Pki.selfSigned("CN=server", how -> {}));
        server.write("pg_hba.conf", "hostssl all all 127.0.0.1/32 trust\n");
        server.write("server.crt", self.pem());
        server.write("server.key", self.keyPem());
        List<String> unsent = new ArrayList<>();
        int accepted = 0;
        int refused = 0;
        for (Situations.Situation situation : situations) {
            Trial trial = situation.trial().level(level).at(now);
            if (situation.toTheSecond() || trial.purpose() != Purpose.SSL_CLIENT) {
                continue;
            }
            TlsLogin login;
            try {
                login = TlsLogin.with(trial.leaf(), trial.sent());
            } catch (GeneralSecurityException e) {
                unsent.add(situation + " (" + e.getMessage() + ")");
                continue;
            }
            configure(server, trial);
            boolean succeeds = login.succeeds(server.port(), "postgres");
            PathResult result = trial.result(version);
            assertThat(succeeds)
                    .as("%s, %s: emulated %s\n%s", server, situation, result, server.dump())
                    .isEqualTo(result.isVerified());
            accepted += succeeds ? 1 : 0;
            refused += succeeds ? 0 : 1;
        }
        System.out.println(server + ": " + accepted + " logins accepted, " + refused + " refused, as emulated; not tried: "
                + unsent);
        assertThat(accepted).isGreaterThan(40);
        assertThat(refused).isGreaterThan(40);
    }

    private static void configure(RealPostgres server, Trial trial) {
        StringBuilder settings = new StringBuilder("ssl = on\nssl_ca_file = 'root.crt'\n");
        server.write("root.crt", Issued.bundle(trial.trusted().toArray(new Issued[0])));
        if (trial.checksRevocation()) {
            // The file must hold at least one list; that of a stranger does not matter.
            server.write("root.crl", trial.lists() + Pki.ca("CN=Stranger").crl());
            settings.append("ssl_crl_file = 'root.crl'\n");
        }
        server.write("postgresql.conf", settings.toString());
        assertThat(server.reload().tlsAccepted()).as(server::dump).isTrue();
    }
}
