package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.pki.Rewriting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {

    private static final Issued ROOT = Pki.ca("CN=Root");

    private static Certificate read(Issued issued) {
        PemFile file = PemFile.parse(SourceFile.ofText("a.crt", issued.pem()));
        assertThat(file.problems()).isEmpty();
        return file.certificates().get(0);
    }

    @Test
    void allFieldsAreRead() {
        Certificate certificate = read(ROOT.issue(
                "O=x,CN=db",
                how -> how.pathLength(1)
                        .serial(4711)
                        .key(KeyKind.P384)
                        .keyUsage(org.bouncycastle.asn1.x509.KeyUsage.keyCertSign
                                | org.bouncycastle.asn1.x509.KeyUsage.decipherOnly)
                        .purposes(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.anyExtendedKeyUsage)
                        .netscapeType(CertificateSpec.NETSCAPE_CLIENT | CertificateSpec.NETSCAPE_EMAIL)
                        .dns("a.example", "b.example")
                        .ip("10.0.0.1", "::1")
                        .email("x@example.com")
                        .notBefore(Instant.parse("2026-01-01T00:00:00Z"))
                        .notAfter(Instant.parse("2051-01-01T00:00:00Z"))
                        .unknownCriticalExtension()));
        assertThat(certificate.version()).isEqualTo(3);
        assertThat(certificate.serial()).isEqualTo(4711);
        assertThat(certificate.subject()).hasToString("CN=db,O=x");
        assertThat(certificate.issuer()).hasToString("CN=Root");
        assertThat(certificate.notBefore()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(certificate.notAfter()).isEqualTo("2051-01-01T00:00:00Z");
        assertThat(certificate.lifetime()).isEqualTo(Duration.ofDays(9131));
        assertThat(certificate.publicKey().display()).isEqualTo("EC P-384");
        assertThat(certificate.publicKey().bits()).isEqualTo(384);
        assertThat(certificate.signatureAlgorithm().display()).isEqualTo("SHA256 with EC");
        assertThat(certificate.basicConstraints()).contains(new BasicConstraints(true, OptionalInt.of(1)));
        assertThat(certificate.keyUsage()).contains(Set.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.DECIPHER_ONLY));
        assertThat(certificate.extendedKeyUsage()).contains(List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0"));
        assertThat(certificate.netscapeTypes()).contains(Set.of(NetscapeType.CLIENT, NetscapeType.EMAIL));
        assertThat(certificate.alternativeNames())
                .extracting(io.github.pgmtls.lint.x509.GeneralName::display)
                .containsExactly(
                        "DNS:a.example", "DNS:b.example", "IP:10.0.0.1", "IP:0:0:0:0:0:0:0:1", "email:x@example.com");
        assertThat(certificate.unknownCriticalExtensions(OpenSslVersion.V3_0)).containsExactly("1.3.6.1.4.1.99999.1");
        assertThat(certificate.authorityKeyIdentifier().orElseThrow().keyIdentifier())
                .isEqualTo(read(ROOT).subjectKeyIdentifier());
        assertThat(certificate.isSelfIssued()).isFalse();
        assertThat(certificate.hasInvalidExtension()).isFalse();
        assertThat(certificate.fingerprint()).hasSize(64);
    }

    @Test
    void nameConstraintsAreRead() {
        Certificate certificate = read(Pki.ca(
                "CN=Narrow",
                how -> how.nameConstraints(
                        List.of(new GeneralName(GeneralName.dNSName, "example.com")),
                        List.of(new GeneralName(GeneralName.iPAddress, "10.0.0.0/8")))));
        NameConstraints constraints = certificate.nameConstraints().orElseThrow();
        assertThat(constraints.permitted())
                .containsExactly(new NameConstraints.Subtree(
                        new io.github.pgmtls.lint.x509.GeneralName.Dns("example.com"), Optional.empty(), false));
        assertThat(constraints.excluded()).hasSize(1);
    }

    @Test
    void aVersion1CertificateHasNoExtensions() {
        Certificate certificate = read(Pki.selfSigned("CN=old", CertificateSpec::version1));
        assertThat(certificate.version()).isEqualTo(1);
        assertThat(certificate.basicConstraints()).isEmpty();
        assertThat(certificate.isSelfIssued()).isTrue();
    }

    @Test
    void anExtensionThatOccursTwiceOrCannotBeDecodedIsInvalid() {
        assertThat(read(ROOT.client(
                                "CN=a",
                                how -> how.repeat(
                                        new Extension(Extension.keyUsage, true, new byte[] {3, 2, 7, (byte) 128}))))
                        .hasInvalidExtension())
                .isTrue();
        assertThat(read(ROOT.client("CN=a", how -> how.extension(Extension.basicConstraints, true, DERNull.INSTANCE)))
                        .hasInvalidExtension())
                .isTrue();
        assertThat(read(ROOT.client("CN=a", how -> how.keyUsage(0))).hasInvalidExtension())
                .isTrue();
    }

    @Test
    void theFirstCommonNameInTheOrderOfTheEncodingCounts() {
        assertThat(read(ROOT.client("CN=alice,CN=bob")).subject().commonName()).contains("alice");
        assertThat(read(ROOT.client("CN=bob,O=x,CN=alice")).subject().commonName())
                .contains("bob");
        assertThat(read(ROOT.client("UID=u+CN=carol")).subject().commonName()).contains("carol");
        assertThat(read(ROOT.client("CN[bmp]=al")).subject().commonName()).contains("\0a\0l");
        assertThat(read(ROOT.client("CN=jörg")).subject().commonName()).contains(ByteText.encode("jörg"));
        assertThat(read(ROOT.client("CN[t61]=jörg")).subject().commonName()).contains("jörg");
        assertThat(read(ROOT.client("")).subject().commonName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C=NL,O=x,CN=alice",
                "O=x,OU=y+CN=alice",
                "CN=a\\,b\\+c\\\\d\"e<f>g;h=i/j",
                "CN=#alice",
                "CN=#",
                "CN= alice ",
                "CN= ",
                "CN=jörg €\u20ac",
                "CN[t61]=jörg",
                "CN[bmp]=jörg",
                "CN[universal]=jörg\ud83d\ude00",
                "CN[ia5]=x,CN[printable]=y",
                "CN=tab\tnewline\ndelete\u007f",
                "1.2.3.4=unknown,CN=alice",
                "emailAddress=a@b.example,SERIALNUMBER=1,UID=u,DC=d,ST=s,L=l,STREET=t,GN=g,SN=n,TITLE=t,PostalCode=1",
                "2.5.4.97=VATNL-1,2.5.4.65=p,0.9.2342.19200300.100.1.44=q,1.3.6.1.4.1.311.60.2.1.3=NL",
                ""
            })
    void distinguishedNamesArePrintedAndHashedAsOpenSslDoes(String name, @TempDir Path directory) throws Exception {
        OpenSsl openSsl = OpenSsl.require();
        Issued issued = Pki.selfSigned(name, how -> how.key("name"));
        Path file = Files.writeString(directory.resolve("a.crt"), issued.pem());
        OpenSsl.Answer answer = openSsl.ask(
                "x509",
                "-noout",
                "-subject",
                "-hash",
                "-fingerprint",
                "-sha256",
                "-nameopt",
                "RFC2253",
                "-in",
                file.toString());
        DistinguishedName subject = read(issued).subject();
        assertThat(answer.output()).startsWith("subject=" + subject.rfc2253() + "\n" + subject.hash() + "\n");
        assertThat(subject.rfc2253().getBytes(StandardCharsets.UTF_8))
                .hasSize(subject.rfc2253().length());
    }

    @Test
    void namesAreComparedWithoutRegardToCaseAndBlanks() {
        DistinguishedName name = read(ROOT.client("O=Some  Where,CN=x")).subject();
        assertThat(name)
                .isEqualTo(
                        read(ROOT.client("O[printable]= some where ,CN[bmp]=X")).subject());
        assertThat(name).isNotEqualTo(read(ROOT.client("CN=x,O=some where")).subject());
    }

    /** As the openssl command of 3.0 refuses them: times, and strings as VisibleString and GeneralString. */
    @ParameterizedTest
    @ValueSource(ints = {0x11, 0x15, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x31})
    void aNameWithAValueOfAnotherTypeMakesACertificateUnreadable(int tag) {
        byte[] type = {6, 3, 0x55, 4, 3};
        byte[] attribute = Rewriting.value(0x30, type, Rewriting.value(tag, new byte[] {'d', 'b'}));
        byte[] name = Rewriting.value(0x30, Rewriting.value(0x31, attribute));
        Issued odd = ROOT.client("CN=db").rewritten(ROOT, content -> content.set(5, name), whole -> {});

        PemFile file = PemFile.parse(SourceFile.ofText("a.crt", odd.pem()));

        assertThat(file.problems()).extracting(ReadProblem::kind).containsExactly(ReadProblem.Kind.MALFORMED);
    }
}
