package io.github.pgmtls.lint.x509;

import static io.github.pgmtls.lint.x509.HostNameRules.ALTERNATIVE_NAMES_ONLY;
import static io.github.pgmtls.lint.x509.HostNameRules.LIBPQ_10;
import static io.github.pgmtls.lint.x509.HostNameRules.LIBPQ_15;
import static io.github.pgmtls.lint.x509.HostNameRules.PGJDBC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSession;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.postgresql.ssl.PGjdbcHostnameVerifier;

class HostNameRulesTest {

    private static final Issued ROOT = Pki.ca("CN=Root");

    private static Certificate certificate(String name, Consumer<CertificateSpec> how) {
        return PemFile.parse(
                        SourceFile.ofText("server.crt", ROOT.server(name, how).pem()))
                .certificates()
                .get(0);
    }

    private static Set<HostNameRules> accepting(Certificate certificate, String host) {
        Set<HostNameRules> accepting = EnumSet.noneOf(HostNameRules.class);
        for (HostNameRules rules : HostNameRules.values()) {
            if (rules.match(certificate, host).matches()) {
                accepting.add(rules);
            }
        }
        return accepting;
    }

    private static Set<HostNameRules> accepting(String name, String host) {
        return accepting(certificate(name, how -> {}), host);
    }

    private static final HostNameRules[] ALL = HostNameRules.values();
    private static final HostNameRules[] BY_COMMON_NAME = {LIBPQ_10, LIBPQ_15, PGJDBC};

    @Test
    void aHostNameIsComparedWithoutRegardToCase() {
        Certificate db = certificate("CN=x", how -> how.dns("DB.example.com"));
        assertThat(accepting(db, "db.EXAMPLE.com")).containsExactlyInAnyOrder(ALL);
        assertThat(accepting(db, "db")).isEmpty();
        assertThat(accepting(db, "db.example.com.")).containsExactly(ALTERNATIVE_NAMES_ONLY);
        assertThat(accepting(db, "x")).isEmpty();
    }

    @Test
    void aCommonNameCountsIfThereIsNoAlternativeName() {
        assertThat(accepting("CN=db.example.com", "db.example.com")).containsExactlyInAnyOrder(BY_COMMON_NAME);
        assertThat(accepting("CN=other,CN=db.example.com", "db.example.com")).containsExactly(PGJDBC);
        assertThat(accepting("CN=db.example.com,CN=x", "db.example.com")).containsExactlyInAnyOrder(BY_COMMON_NAME);
    }

    @Test
    void aCommonNameCountsBesideNamesOfAnotherKindOnly() {
        Certificate dns = certificate("CN=db.example.com", how -> how.dns("a.example.com"));
        assertThat(accepting(dns, "db.example.com")).isEmpty();
        Certificate address = certificate("CN=db.example.com", how -> how.ip("10.0.0.1"));
        assertThat(accepting(address, "db.example.com")).containsExactlyInAnyOrder(BY_COMMON_NAME);
        Certificate mail = certificate("CN=db.example.com", how -> how.email("a@example.com"));
        assertThat(accepting(mail, "db.example.com")).containsExactlyInAnyOrder(BY_COMMON_NAME);
    }

    @Test
    void addressesAreNamesOfTheirOwnKindSinceLibpq15() {
        Certificate address = certificate("CN=10.0.0.2", how -> how.ip("10.0.0.1"));
        assertThat(accepting(address, "10.0.0.1")).containsExactlyInAnyOrder(LIBPQ_15, PGJDBC, ALTERNATIVE_NAMES_ONLY);
        assertThat(accepting(address, "10.0.0.2")).containsExactlyInAnyOrder(LIBPQ_10, PGJDBC);
        Certificate both = certificate("CN=10.0.0.2", how -> how.dns("db.example.com"));
        assertThat(accepting(both, "10.0.0.2")).containsExactly(LIBPQ_15);
        Certificate text = certificate("CN=x", how -> how.dns("127.0.0.1"));
        assertThat(accepting(text, "127.0.0.1")).containsExactlyInAnyOrder(BY_COMMON_NAME);
    }

    @Test
    void libpqReadsAddressesAsTheCLibraryDoes() {
        Certificate loopback = certificate("CN=x", how -> how.ip("127.0.0.1", "::1"));
        for (String host :
                List.of("127.0.0.1", "127.1", "0x7f.1", "0177.0.0.1", "2130706433", "::1", "0:0::1", "::0.0.0.1")) {
            assertThat(LIBPQ_15.match(loopback, host).matches()).as(host).isTrue();
        }
        for (String host :
                List.of("127.0.0.256", "127.0.0.1.", "127.0.0", "1.2.3.4.5", "::1%lo", ":::1", "[::1]", "08.0.0.1")) {
            assertThat(LIBPQ_15.match(loopback, host).matches()).as(host).isFalse();
        }
    }

    @Test
    void aWildcardStandsForOneWholeLeftmostLabel() {
        Certificate wildcard = certificate("CN=x", how -> how.dns("*.example.com"));
        assertThat(accepting(wildcard, "db.example.com")).containsExactlyInAnyOrder(ALL);
        assertThat(accepting(wildcard, "a.db.example.com")).isEmpty();
        assertThat(accepting(wildcard, "example.com")).isEmpty();
        assertThat(accepting(certificate("CN=x", how -> how.dns("db*.example.com")), "db1.example.com"))
                .isEmpty();
        assertThat(accepting(certificate("CN=x", how -> how.dns("*")), "db")).isEmpty();
        assertThat(accepting(certificate("CN=x", how -> how.dns("*.com")), "example.com"))
                .containsExactlyInAnyOrder(ALL);
        assertThat(accepting("CN=*.example.com", "db.example.com")).containsExactlyInAnyOrder(BY_COMMON_NAME);
        assertThat(accepting(certificate("CN=x", how -> how.dns("*.0.0.1")), "127.0.0.1"))
                .containsExactlyInAnyOrder(BY_COMMON_NAME);
    }

    @Test
    void aNameWithANulByteMakesLibpqGiveUp() {
        Certificate bmp = certificate("CN[bmp]=db", how -> {});
        HostNameMatch match = LIBPQ_15.match(bmp, "db");
        assertThat(match.matches()).isFalse();
        assertThat(match.defect()).contains("SSL certificate's name contains embedded null");
        assertThat(PGJDBC.match(bmp, "db").matches()).isTrue();
    }

    @Test
    void theExaminedNamesAreTold() {
        Certificate db =
                certificate("CN=x", how -> how.dns("a.example", "b.example").ip("10.0.0.1"));
        assertThat(LIBPQ_15.match(db, "c.example").examined()).containsExactly("a.example", "b.example", "10.0.0.1");
        assertThat(LIBPQ_10.match(db, "c.example").examined()).containsExactly("a.example", "b.example");
        assertThat(LIBPQ_15.match(db, "b.example").name()).contains("b.example");
        assertThat(LIBPQ_15.match(certificate("", how -> {}), "b").examined()).isEmpty();
    }

    /** pgjdbc's own verifier is at hand; random certificates and hosts must be judged alike. */
    @Test
    void pgjdbcItselfAgrees() throws Exception {
        // It logs every refusal as severe.
        Logger pgjdbc = Logger.getLogger(PGjdbcHostnameVerifier.class.getName());
        pgjdbc.setLevel(Level.OFF);
        long seed = Long.getLong("pgmtls.seed", 1);
        Random random = new Random(seed);
        String[] names = {
            "db",
            "db.example.com",
            "*.example.com",
            "*.com",
            "*",
            "a.b.example.com",
            "10.0.0.1",
            "x*.com",
            "*x.com",
            "*.*.com"
        };
        String[] hosts = {
            "db",
            "db.example.com",
            "DB.Example.com",
            "example.com",
            "a.b.example.com",
            "10.0.0.1",
            "::1",
            "0:0:0:0:0:0:0:1",
            "[::1]",
            "bücher.example.com",
            "ax.com",
            ".com",
            ""
        };
        for (int i = 0; i < 400; i++) {
            StringBuilder subject = new StringBuilder("O=x");
            for (int k = random.nextInt(3); k > 0; k--) {
                subject.append(",CN=").append(names[random.nextInt(names.length)]);
            }
            Issued server = ROOT.server(subject.toString(), how -> {
                how.key("one for all");
                for (int k = random.nextInt(3); k > 0; k--) {
                    switch (random.nextInt(3)) {
                        case 0 -> how.ip(random.nextBoolean() ? "10.0.0.1" : "::1");
                        case 1 -> how.alternativeName(new GeneralName(GeneralName.rfc822Name, "a@example.com"));
                        default -> how.dns(names[random.nextInt(names.length)]);
                    }
                }
            });
            String host = hosts[random.nextInt(hosts.length)];
            Certificate own = PemFile.parse(SourceFile.ofText("server.crt", server.pem()))
                    .certificates()
                    .get(0);
            assertThat(PGJDBC.match(own, host).matches())
                    .as("seed %d, %s with %s, host %s", seed, subject, own.alternativeNames(), host)
                    .isEqualTo(PGjdbcHostnameVerifier.INSTANCE.verify(host, session(server)));
        }
    }

    /** A session that knows nothing but the certificate of its peer. */
    private static SSLSession session(Issued server) throws Exception {
        X509Certificate[] chain = {
            (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(server.der()))
        };
        return (SSLSession) Proxy.newProxyInstance(
                HostNameRulesTest.class.getClassLoader(),
                new Class<?>[] {SSLSession.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getPeerCertificates")) {
                        return chain;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
