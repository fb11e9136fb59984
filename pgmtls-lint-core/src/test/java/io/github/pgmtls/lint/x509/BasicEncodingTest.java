package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that are BER but not DER (X.690, section 8), which OpenSSL reads too. */
class BasicEncodingTest {

    private static final Issued ROOT = Pki.ca("CN=Root");
    private static final Issued ALICE = ROOT.client("O=x,CN=alice", how -> how.dns("a.example"));

    @Test
    void indefiniteLengthsAndBrokenStringsAreRead(@TempDir Path directory) throws IOException {
        byte[] ber = indefinite(ASN1Primitive.fromByteArray(ALICE.der()))
                .toASN1Primitive()
                .getEncoded();
        assertThat(ber).isNotEqualTo(ALICE.der());
        assertRead(ber, directory);
    }

    @Test
    void lengthsThatAreLongerThanNeedBeAreRead(@TempDir Path directory) throws IOException {
        byte[] der = ALICE.der();
        // The outer length, of two octets, with a leading zero.
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(new byte[] {0x30, (byte) 0x83, 0});
        longer.write(der, 2, der.length - 2);
        assertThat(der[1]).isEqualTo((byte) 0x82);
        assertRead(longer.toByteArray(), directory);
    }

    private static void assertRead(byte[] ber, Path directory) throws IOException {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(ber) + "\n-----END CERTIFICATE-----\n";
        Certificate plain = parse(ALICE.pem());
        Certificate read = parse(pem);
        assertThat(read.subject()).isEqualTo(plain.subject());
        assertThat(read.serial()).isEqualTo(plain.serial());
        assertThat(read.notAfter()).isEqualTo(plain.notAfter());
        assertThat(read.publicKey()).isEqualTo(plain.publicKey());
        assertThat(read.keyUsage()).isEqualTo(plain.keyUsage());
        assertThat(read.dnsNames()).containsExactly("a.example");
        assertThat(read.der()).isEqualTo(ber);
        Path file = Files.writeString(directory.resolve("alice.crt"), pem);
        OpenSsl.Answer answer =
                OpenSsl.require().ask("x509", "-noout", "-subject", "-nameopt", "RFC2253", "-in", file.toString());
        assertThat(answer.output()).isEqualToIgnoringWhitespace("subject=" + read.subject());
    }

    private static Certificate parse(String pem) {
        PemFile file = PemFile.parse(SourceFile.ofText("alice.crt", pem));
        assertThat(file.problems()).isEmpty();
        return file.certificates().get(0);
    }

    private static ASN1Encodable indefinite(ASN1Encodable value) {
        if (value instanceof ASN1Sequence sequence) {
            return new BERSequence(all(sequence.toArray()));
        }
        if (value instanceof ASN1Set set) {
            return new BERSet(all(set.toArray()));
        }
        if (value instanceof ASN1TaggedObject tagged) {
            return new BERTaggedObject(
                    true,
                    tagged.getTagNo(),
                    indefinite(tagged.getExplicitBaseObject().toASN1Primitive()));
        }
        if (value instanceof ASN1OctetString octets) {
            return new BEROctetString(new ASN1OctetString[] {new DEROctetString(octets.getOctets())});
        }
        return value;
    }

    private static ASN1Encodable[] all(ASN1Encodable[] values) {
        return List.of(values).stream().map(BasicEncodingTest::indefinite).toArray(ASN1Encodable[]::new);
    }
}
