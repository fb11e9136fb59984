package io.github.pgmtls.lint;

import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.ClientIdentity;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Clients with certificates of every kind that matters to who they are, valid by the clock of this machine. */
final class TraceClients {

    static final Instant NOW = Instant.now();

    private static final Consumer<CertificateSpec> TODAY =
            how -> how.notBefore(NOW.minus(Duration.ofDays(1))).validFor(Duration.ofDays(2));
    private static final Consumer<CertificateSpec> YESTERDAY =
            how -> how.notBefore(NOW.minus(Duration.ofDays(9))).validFor(Duration.ofDays(8));

    static final Issued ROOT = Pki.ca("CN=Trace Root", TODAY);
    static final Issued SERVER = ROOT.server("CN=localhost", TODAY);
    private static final Issued OTHER_ROOT = Pki.ca("CN=Other Root", TODAY);
    private static final Issued BETWEEN = ROOT.ca("CN=Between", TODAY);
    private static final Issued REVOKED = ROOT.client("O=Revoked,CN=app", TODAY);

    /** Revokes one client; without the lists of the authority between, its clients do not verify. */
    static final String REVOCATION_LISTS = ROOT.crl(how -> how.thisUpdate(NOW.minus(Duration.ofHours(1)))
                    .nextUpdate(NOW.plus(Duration.ofDays(1)))
                    .revoke(REVOKED))
            + BETWEEN.crl(
                    how -> how.thisUpdate(NOW.minus(Duration.ofHours(1))).nextUpdate(NOW.plus(Duration.ofDays(1))));

    /**
     * A client.
     *
     * @param name for failure reports
     * @param identity what it shows to a server
     * @param chain the same, as the linter reads it
     */
    record Client(String name, ClientIdentity identity, List<Certificate> chain) {

        static Client of(String name, Issued own, Issued... sentAlong) {
            String pem = Stream.concat(Stream.of(own), Arrays.stream(sentAlong))
                    .map(Issued::pem)
                    .collect(Collectors.joining());
            List<Certificate> chain =
                    PemFile.parse(SourceFile.ofText("client.crt", pem)).certificates();
            return new Client(name, ClientIdentity.of(own, sentAlong), chain);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes a client whose certificate has a CN and nothing else. */
    static Client withName(String name) {
        return named("CN=" + name.replaceAll("([,+])", "\\\\$1"));
    }

    private static Client named(String subject) {
        return Client.of(subject, ROOT.client(subject, TODAY));
    }

    static final List<Client> ALL = List.of(
            named("CN=app"),
            named("O=Acme,CN=app"),
            named("O=Acme,CN=alice"),
            named("CN=Alice"),
            named("CN=bob,CN=app"),
            named("CN=app@example.org"),
            named("CN=alice@example.org"),
            named("CN=all@example.org"),
            named("CN=\\+ops@example.org"),
            named("CN=@example.org"),
            named("CN=ops"),
            named("CN=all"),
            named("CN=j\u00f6rg"),
            named("CN[bmp]=app"),
            named("CN=app\\ "),
            named("O=Nameless"),
            named("OU=y+CN=app,O=Acme"),
            Client.of("through an authority between", BETWEEN.client("CN=app", TODAY), BETWEEN),
            Client.of("without the authority between", BETWEEN.client("CN=app", TODAY)),
            Client.of("of another root", OTHER_ROOT.client("CN=app", TODAY)),
            Client.of("expired", ROOT.client("CN=app", YESTERDAY)),
            Client.of("revoked", REVOKED),
            Client.of(
                    "for servers",
                    ROOT.client("CN=alice", TODAY.andThen(how -> how.purposes(KeyPurposeId.id_kp_serverAuth)))));

    /** A user whose name is not ASCII, as a byte string. */
    static final String JOERG = ByteText.encode("j\u00f6rg");

    private TraceClients() {}
}
