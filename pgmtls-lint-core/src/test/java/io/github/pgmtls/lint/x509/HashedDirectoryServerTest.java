package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.ClientIdentity;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.SharedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Directories of revocation lists at real servers, which have {@code ssl_crl_dir} from version 14 on. */
class HashedDirectoryServerTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Issued ROOT = Pki.at(NOW, () -> Pki.ca("CN=Root"));
    private static final Issued INTER = Pki.at(NOW, () -> ROOT.ca("CN=Inter"));
    private static final Issued ALICE = Pki.at(NOW, () -> INTER.client("CN=alice"));
    private static final Issued BOB = Pki.at(NOW, () -> INTER.client("CN=bob"));
    private static final String ROOT_LIST = Pki.at(NOW, () -> ROOT.crl());
    private static final String OLD_LIST =
            Pki.at(NOW, () -> INTER.crl(how -> how.thisUpdate(NOW.minus(Duration.ofDays(9)))));
    private static final String LIST = Pki.at(NOW, () -> INTER.crl(how -> how.revoke(ALICE)));

    /** What stands in the directory by file name; what begins with {@code root} or {@code inter} is a hash. */
    private static Map<String, Map<String, String>> directories() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("lists of both", Map.of("root.r0", ROOT_LIST, "inter.r0", LIST));
        all.put("nothing", Map.of());
        all.put("names without hash", Map.of("r.crl", ROOT_LIST, "i.crl", LIST));
        all.put("upper case", Map.of("root.r0", ROOT_LIST, "INTER.r0", LIST));
        all.put("list of the root only", Map.of("root.r0", ROOT_LIST));
        all.put("gap", Map.of("root.r0", ROOT_LIST, "inter.r1", LIST));
        all.put("old and new", Map.of("root.r0", ROOT_LIST, "inter.r0", OLD_LIST, "inter.r1", LIST));
        all.put("old only", Map.of("root.r0", ROOT_LIST, "inter.r0", OLD_LIST));
        all.put("one unreadable before", Map.of("root.r0", ROOT_LIST, "inter.r0", "no list", "inter.r1", LIST));
        all.put("one of another before", Map.of("root.r0", ROOT_LIST, "inter.r0", ROOT_LIST, "inter.r1", LIST));
        all.put("two in a file", Map.of("root.r0", ROOT_LIST, "inter.r0", OLD_LIST + LIST));
        all.put("names for certificates", Map.of("root.0", ROOT_LIST, "inter.0", LIST));
        all.put("certificate beside", Map.of("root.r0", ROOT_LIST, "inter.r0", LIST, "inter.0", INTER.pem()));
        return all;
    }

    @EachPostgres(
            from = 14,
            standIns = {15, 18})
    void realServersFindTheSameLists(RealPostgres server) throws SQLException {
        compare(server, new OpenSslProfile(OpenSslVersion.V1_1_1, 1));
    }

    @Test
    @ResourceLock("PostgreSQL servers")
    void theServerOfTheOperatingSystemFindsTheSameLists() throws SQLException {
        Optional<RealPostgres> server = SharedPostgres.local();
        Assumptions.assumeTrue(
                server.isPresent() && server.get().version().isAtLeast(14), "no such PostgreSQL server is installed");
        Assumptions.assumeTrue(
                OpenSsl.require().model() == OpenSslVersion.V3_0, "the operating system's OpenSSL is not 3.0");
        compare(server.get(), OpenSslProfile.DEFAULT);
    }

    private static void compare(RealPostgres server, OpenSslProfile profile) throws SQLException {
        Issued self = Pki.at(NOW, () -> Pki.selfSigned("CN=server", how -> {}));
        server.write("pg_hba.conf", "hostssl all all 127.0.0.1/32 trust\n");
        server.write("server.crt", self.pem());
        server.write("server.key", self.keyPem());
        Map<Boolean, Integer> outcomes = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> situation : directories().entrySet()) {
            for (String authorities : List.of(ROOT.pem() + INTER.pem(), ROOT.pem())) {
                Map<String, String> files = named(situation.getValue());
                server.delete("crl");
                server.write("crl/README", "no list");
                files.forEach(server::write);
                server.write("root.crt", authorities);
                server.write("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_dir = 'crl'\n");
                assertThat(server.reload().tlsAccepted()).as(server::dump).isTrue();
                PathVerifier verifier = new PathVerifier(profile, store(authorities, files));
                for (Issued client : List.of(ALICE, BOB)) {
                    PathResult result = verifier.verify(parse(client.pem()), List.of(), Purpose.SSL_CLIENT, NOW);
                    boolean accepted = TlsLogin.refusal(ClientIdentity.of(client), server.port())
                            .isEmpty();
                    outcomes.merge(accepted, 1, Integer::sum);
                    assertThat(accepted)
                            .as(
                                    "%s, %s, %s: emulated %s\n%s",
                                    server, situation.getKey(), client, result, server.dump())
                            .isEqualTo(result.isVerified());
                }
            }
        }
        assertThat(outcomes.getOrDefault(true, 0)).as("logins accepted").isGreaterThan(5);
        assertThat(outcomes.getOrDefault(false, 0)).as("logins refused").isGreaterThan(5);
    }

    private static TrustStore store(String authorities, Map<String, String> files) {
        Map<String, String> tree = new TreeMap<>(files);
        tree.put("crl/README", "no list");
        HashedDirectory directory = HashedDirectory.read(InMemoryTree.of(tree), "crl");
        StoreContents contents = ServerFiles.authorities(
                        PemFile.parse(SourceFile.ofText("root.crt", authorities)), OpenSslProfile.DEFAULT)
                .value();
        return ServerFiles.trustStore(contents, Optional.of(directory.contents()));
    }

    private static Map<String, String> named(Map<String, String> files) {
        Map<String, String> named = new TreeMap<>();
        String root = parse(ROOT.pem()).subject().hash();
        String inter = parse(INTER.pem()).subject().hash();
        files.forEach((name, content) -> named.put(
                "crl/"
                        + name.replace("root", root)
                                .replace("inter", inter)
                                .replace("INTER", inter.toUpperCase(Locale.ROOT)),
                content));
        return named;
    }

    private static Certificate parse(String pem) {
        return PemFile.parse(SourceFile.ofText("a.crt", pem)).certificates().get(0);
    }
}
