package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.ClientIdentity;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.LoginAttempt;
import io.github.pgmtls.lint.testing.postgres.LoginOutcome;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.Reload;
import io.github.pgmtls.lint.testing.postgres.SharedPostgres;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What {@code @SECLEVEL} in ssl_ciphers does: to the server's own files, to its handshakes, and to clients. */
class SecurityLevelServerTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final List<String> LISTS = List.of(
            "HIGH",
            "HIGH:@SECLEVEL=0",
            "HIGH:@SECLEVEL=1",
            "HIGH@SECLEVEL=2",
            "@SECLEVEL=0:HIGH:@SECLEVEL=3",
            "HIGH:@SECLEVEL=4",
            "HIGH:@SECLEVEL=5:@SECLEVEL=1");

    private final List<Issued> clients = new ArrayList<>();
    private final Map<String, Own> own = new TreeMap<>();
    private String authorities = "";

    /** What the server has: certificates and a key. */
    private record Own(String certificates, String key) {
        static Own of(Issued leaf, Issued... behind) {
            return new Own(leaf.pem() + Issued.bundle(behind), leaf.keyPem());
        }
    }

    @EachPostgres(standIns = {10, 12, 18})
    void serversOfMavenCentralDoAsEmulated(RealPostgres server) {
        boolean late = !server.version().isAtLeast(11);
        compare(server, new OpenSslProfile(late ? OpenSslVersion.V1_1_1I : OpenSslVersion.V1_1_1, 1));
    }

    @Test
    @ResourceLock("PostgreSQL servers")
    void theServerOfTheOperatingSystemDoesAsEmulated() {
        Optional<RealPostgres> server = SharedPostgres.local();
        Assumptions.assumeTrue(server.isPresent(), "no PostgreSQL server is installed");
        Assumptions.assumeTrue(
                OpenSsl.require().model() == OpenSslVersion.V3_0, "the operating system's OpenSSL is not 3.0");
        compare(server.get(), new OpenSslProfile(OpenSslVersion.V3_0, 2));
    }

    private void make() {
        Issued root = Pki.ca("CN=Root", how -> how.key(KeyKind.RSA3072));
        Issued weakRoot = Pki.ca("CN=Weak", how -> how.key(KeyKind.RSA1024));
        Issued middle = root.ca("CN=Middle", how -> how.key(KeyKind.RSA1024));
        for (KeyKind kind : List.of(KeyKind.RSA1024, KeyKind.RSA2048, KeyKind.P256, KeyKind.P384)) {
            own.put("self-signed " + kind, Own.of(Pki.selfSigned("CN=" + kind, how -> how.key(kind))));
            clients.add(root.client("CN=" + kind, how -> how.key(kind)));
        }
        clients.add(root.client("CN=old", how -> how.digest("SHA1")));
        own.put("SHA-1", Own.of(root.server("CN=old", how -> how.digest("SHA1"))));
        own.put("completed with a weak root", Own.of(weakRoot.server("CN=completed")));
        own.put("with its weak root", Own.of(weakRoot.server("CN=with"), weakRoot));
        own.put("with a weak intermediate", Own.of(middle.server("CN=middle"), middle));
        own.put("with an unrelated certificate", Own.of(weakRoot.server("CN=unrelated"), root));
        authorities = root.pem() + weakRoot.pem();
    }

    private void compare(RealPostgres server, OpenSslProfile profile) {
        Pki.at(NOW, () -> {
            make();
            return null;
        });
        Map<String, Integer> tally = new TreeMap<>();
        server.write("pg_hba.conf", "hostssl all all 127.0.0.1/32 trust\n");
        server.write("root.crt", authorities);
        for (String list : LISTS) {
            server.write("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\nssl_ciphers = '" + list + "'\n");
            own.forEach((name, files) -> {
                String outcome = compare(server, profile, list, name, files);
                tally.merge(outcome, 1, Integer::sum);
            });
        }
        System.out.println(server + ", as emulated: " + tally);
        assertThat(tally).hasSizeGreaterThan(3);
    }

    private String compare(RealPostgres server, OpenSslProfile profile, String list, String name, Own files) {
        server.write("server.crt", files.certificates());
        server.write("server.key", files.key());
        Reload reload = server.reload();
        Loaded<List<Certificate>> chain = ServerFiles.certificateChain(parse(files.certificates()), profile);
        assertThat(reload.tlsAccepted())
                .as("%s, %s, %s: %s", server, list, name, reload)
                .isEqualTo(chain.isAccepted());
        if (!chain.isAccepted()) {
            return "not loaded";
        }
        OptionalInt level = CipherList.parse(list).securityLevel();
        OpenSslProfile atHandshake = level.isPresent() ? profile.at(level.getAsInt()) : profile;
        TrustStore store = TrustStore.of(parse(authorities).certificates());
        Optional<String> impossible = ServerFiles.weaknessWhenSent(
                        chain.value(), store, atHandshake, new Signatures(), NOW)
                .map(WeakCertificate::reason);
        boolean groups = atHandshake.acceptsAnyGroup(List.of("prime256v1"));
        LoginOutcome without = server.attempt(LoginAttempt.tls("postgres"));
        assertThat(without.accepted())
                .as("%s, %s, %s: %s, emulated %s", server, list, name, without, impossible)
                .isEqualTo(impossible.isEmpty() && groups);
        if (!groups) {
            return "no key exchange";
        }
        if (impossible.isPresent()) {
            assertThat(without.log())
                    .anySatisfy(entry -> assertThat(entry.message())
                            .isEqualTo("could not accept SSL connection: " + impossible.get()));
            return impossible.get();
        }
        if (!name.endsWith("P384")) {
            return "possible";
        }
        PathVerifier verifier = new PathVerifier(atHandshake, store);
        for (Issued client : clients) {
            PathResult expected =
                    verifier.verify(parse(client.pem()).certificates().get(0), List.of(), Purpose.SSL_CLIENT, NOW);
            LoginOutcome with = server.attempt(LoginAttempt.tls("postgres").with(ClientIdentity.of(client)));
            assertThat(with.accepted())
                    .as("%s, %s, %s, %s: %s, emulated %s", server, list, name, client, with, expected)
                    .isEqualTo(expected.isVerified());
        }
        return "possible";
    }

    private static PemFile parse(String pem) {
        return PemFile.parse(SourceFile.ofText("level.pem", pem));
    }
}
