package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.LongRun;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pem;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes changed, cut off and put in by chance: never an exception, a hang, or a silent pass. */
class SpoiltFilesTest {

    private static final int COUNT = 5_000;
    private static final int LONG_COUNT = 100_000;
    /** So many of them are also put to an openssl command, which takes its time. */
    private static final int ASKED = 150;

    private static final Issued ROOT = Pki.ca(
            "O=x,CN=Root",
            how -> how.key(KeyKind.RSA2048)
                    .nameConstraints(List.of(new GeneralName(GeneralName.dNSName, "example")), List.of()));
    private static final Issued DB =
            ROOT.server("CN=db,O=y", how -> how.dns("a.example").ip("10.0.0.1").netscapeType(0x40));
    private static final List<Item> ITEMS = List.of(
            new Item("CERTIFICATE", ROOT.der()),
            new Item("CERTIFICATE", DB.der()),
            new Item("X509 CRL", ROOT.crlDer(how -> how.revoke(DB))),
            new Item("PRIVATE KEY", DB.key().pkcs8Der()),
            new Item("EC PRIVATE KEY", DB.key().traditionalDer()),
            new Item("RSA PRIVATE KEY", ROOT.key().traditionalDer()));

    private record Item(String label, byte[] der) {}

    /** A file with one spoilt block, perhaps with sound ones around it. */
    private record Spoilt(Item item, byte[] content) {

        static Spoilt make(long seed) {
            Random random = new Random(seed);
            Item item = ITEMS.get(random.nextInt(ITEMS.size()));
            byte[] der = item.der().clone();
            if (random.nextBoolean()) {
                return new Spoilt(
                        item, Pem.block(item.label(), spoilBytes(der, random)).getBytes(StandardCharsets.US_ASCII));
            }
            if (random.nextInt(4) == 0) {
                return new Spoilt(item, spoilBytes(der, random));
            }
            String text = Pem.block(item.label(), der) + (random.nextBoolean() ? DB.pem() : "");
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
                bytes = spoilText(bytes, random);
            }
            return new Spoilt(item, bytes);
        }

        private static byte[] spoilBytes(byte[] bytes, Random random) {
            byte[] spoilt = bytes;
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(spoilt.length);
                switch (random.nextInt(4)) {
                    case 0 -> spoilt[at] = (byte) random.nextInt(256);
                    case 1 -> spoilt[at] ^= (byte) (1 << random.nextInt(8));
                    case 2 -> spoilt[at] = (byte) (random.nextBoolean() ? 0x80 : 0xff);
                    default -> spoilt = random.nextInt(4) == 0 ? Arrays.copyOf(spoilt, at + 1) : spoilt;
                }
            }
            return spoilt;
        }

        private static byte[] spoilText(byte[] bytes, Random random) {
            int at = random.nextInt(bytes.length);
            byte odd = (byte) "-:\n =A\r\0\t\u00ff".charAt(random.nextInt(10));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = odd;
                case 1 -> {
                    return Arrays.copyOf(bytes, at);
                }
                case 2 -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                    longer[at] = odd;
                    return longer;
                }
                default -> {
                    int end = Math.min(bytes.length, at + 1 + random.nextInt(70));
                    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
                    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
                    return shorter;
                }
            }
            return bytes;
        }
    }

    @Test
    void spoiltFilesAreReportedOrUnderstood() {
        int count = LongRun.isOn() ? LONG_COUNT : COUNT;
        long first = Long.getLong("pgmtls.seed", 1);
        assertTimeout(Duration.ofMinutes(5), () -> {
            for (long seed = first; seed < first + count; seed++) {
                check(seed, Spoilt.make(seed));
            }
        });
    }

    private static void check(long seed, Spoilt spoilt) {
        try {
            PemFile file = PemFile.parse(SourceFile.of("spoilt.pem", spoilt.content()));
            assertThat(file.problems().isEmpty() && file.contents().isEmpty())
                    .as("nothing is said of a file without content")
                    .isFalse();
            use(file);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /** Calls everything that may be called of what was read. */
    private static void use(PemFile file) {
        assertThat(file.toString()).isNotNull();
        OpenSslProfile profile = OpenSslProfile.DEFAULT;
        Loaded<StoreContents> store = ServerFiles.authorities(file, profile);
        Loaded<List<Certificate>> chain = ServerFiles.certificateChain(file, profile);
        ServerFiles.privateKey(file, profile);
        TrustStore trust = ServerFiles.trustStore(store.value(), Optional.of(store.value()));
        for (Certificate certificate : file.certificates()) {
            assertThat(certificate.subject().rfc2253() + certificate.issuer().hash() + certificate.fingerprint())
                    .isNotEmpty();
            certificate
                    .alternativeNames()
                    .forEach(name -> assertThat(name.display()).isNotEmpty());
            assertThat(certificate.lifetime()).isNotNull();
            for (OpenSslVersion version : OpenSslVersion.values()) {
                PathVerifier verifier = new PathVerifier(new OpenSslProfile(version, 1), trust);
                verifier.verify(certificate, chain.value(), Purpose.SSL_CLIENT, Pki.NOW);
            }
            for (HostNameRules rules : HostNameRules.values()) {
                rules.match(certificate, "a.example");
            }
        }
    }

    /** What OpenSSL cannot load must not be taken for sound, and what it loads not for spoilt. */
    @Test
    void openSslLoadsTheSameCertificates(@TempDir Path directory) throws Exception {
        OpenSsl openSsl = OpenSsl.require();
        int asked = LongRun.isOn() ? 20 * ASKED : ASKED;
        long first = Long.getLong("pgmtls.seed", 1);
        for (long seed = first; seed < first + asked; seed++) {
            Spoilt spoilt = Spoilt.make(seed);
            if (!spoilt.item().label().equals("CERTIFICATE")) {
                continue;
            }
            Path path = Files.write(directory.resolve("spoilt.pem"), spoilt.content());
            OpenSsl.Answer answer = openSsl.ask("x509", "-noout", "-subject", "-inform", "PEM", "-in", path.toString());
            PemFile file = PemFile.parse(SourceFile.of("spoilt.pem", spoilt.content()));
            Loaded<List<Certificate>> loaded =
                    ServerFiles.certificateChain(file, new OpenSslProfile(openSsl.model(), 0));
            assertThat(answer.succeeded() || loaded.failure().isPresent())
                    .as("seed %d: openssl says %s", seed, answer.output())
                    .isTrue();
            // The command goes on to the next block after one that cannot be decoded; servers do not.
            if (answer.succeeded() && file.blocks().size() == 1) {
                assertThat(file.certificates()).as("seed %d", seed).isNotEmpty();
            }
        }
    }
}
