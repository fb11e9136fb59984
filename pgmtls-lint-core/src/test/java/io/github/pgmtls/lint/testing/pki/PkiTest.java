package io.github.pgmtls.lint.testing.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PkiTest {

    private static X509Certificate read(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509", Keys.BOUNCY_CASTLE)
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA512")
    void everyKindOfKeySignsCertificates(KeyKind kind) throws Exception {
        Issued root = Pki.ca("CN=Root " + kind, how -> how.key(kind));
        X509Certificate leaf = read(root.client("CN=alice").pem());
        leaf.verify(read(root.pem()).getPublicKey(), Keys.BOUNCY_CASTLE);
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    }

    @Test
    void theSameCallsMakeTheSameBytes() {
        assertThat(Pki.ca("CN=Root").client("CN=alice").der())
                .isEqualTo(Pki.ca("CN=Root").client("CN=alice").der());
    }

    @Test
    void certificatesOfOneIssuerHaveDifferentSerials() {
        Issued root = Pki.ca("CN=Root");
        assertThat(root.client("CN=alice").serial())
                .isNotEqualTo(root.client("CN=bob").serial());
    }

    @Test
    void aVersion1CertificateHasNoExtensions() throws Exception {
        X509Certificate certificate =
                read(Pki.selfSigned("CN=old", CertificateSpec::version1).pem());
        assertThat(certificate.getVersion()).isEqualTo(1);
        assertThat(certificate.getCriticalExtensionOIDs()).isNull();
    }

    @Test
    void aRevocationListNamesTheRevoked() throws Exception {
        Issued root = Pki.ca("CN=Root");
        Issued alice = root.client("CN=alice");
        X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(root.crlDer(how -> how.revoke(alice))));
        crl.verify(read(root.pem()).getPublicKey());
        assertThat(crl.getRevokedCertificate(alice.serial())).isNotNull();
        assertThat(crl.getRevokedCertificate(root.serial())).isNull();
    }

    @Test
    void namesKeepTheirOrderAndStringTypes() throws Exception {
        Issued odd = Pki.ca("O=x\\,y,CN[bmp]=al+OU=a,1.2.3=z,CN[t61]=b");
        X509CertificateHolder holder = new X509CertificateHolder(odd.der());
        assertThat(holder.getSubject().getRDNs()).hasSize(4);
        assertThat(ASN1Sequence.getInstance(holder.getSubject().getEncoded()).size())
                .isEqualTo(4);
        assertThat(holder.getSubject().getRDNs()[0].getFirst().getValue().toString())
                .isEqualTo("x,y");
        assertThat(holder.getSubject().getRDNs()[1].isMultiValued()).isTrue();
    }

    @Test
    void keysComeInEveryForm() {
        KeyForms rsa = Pki.ca("CN=Root", how -> how.key(KeyKind.RSA1024)).key();
        assertThat(rsa.pkcs8()).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(rsa.traditional()).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
        assertThat(rsa.traditionalEncrypted("AES-256-CBC", "secret")).contains("Proc-Type: 4,ENCRYPTED\n");
        assertThat(rsa.encrypted("secret")).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        assertThat(rsa.encryptedPbes1("secret")).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        assertThat(Pki.ca("CN=EC").key().traditional()).startsWith("-----BEGIN EC PRIVATE KEY-----\n");
    }
}
