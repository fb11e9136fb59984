package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pem;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PemFileTest {

    private static final Issued ROOT = Pki.ca("CN=Root");
    private static final Issued ALICE = ROOT.client("CN=alice");

    private static PemFile parse(String text) {
        return PemFile.parse(SourceFile.ofText("a.pem", text));
    }

    private static List<ReadProblem.Kind> problems(String text) {
        return parse(text).problems().stream().map(ReadProblem::kind).toList();
    }

    private static void readsOne(String text) {
        PemFile file = parse(text);
        assertThat(file.problems()).isEmpty();
        assertThat(file.certificates()).extracting(Certificate::fingerprint).hasSize(1);
    }

    @Test
    void blocksAreFoundWithTheirPlaces() {
        PemFile file = parse("# first\n" + ALICE.pem() + "between\n\n" + ROOT.pem());
        assertThat(file.problems()).isEmpty();
        assertThat(file.certificates()).extracting(Certificate::toString).containsExactly("CN=alice", "CN=Root");
        PemBlock second = file.blocks().get(1);
        assertThat(second.label()).isEqualTo("CERTIFICATE");
        assertThat(file.file().slice(second.span()) + "\n").isEqualTo(ROOT.pem());
        assertThat(file.blocks().get(0).place()).hasToString("a.pem:2:1");
    }

    @Test
    void whatOpenSslForgivesIsNoProblem() {
        String pem = ALICE.pem();
        readsOne(pem.replace("\n", "\r\n"));
        readsOne(pem.stripTrailing());
        readsOne(pem.replace("\n", "  \t\n"));
        readsOne(pem.replace("CERTIFICATE", "X509 CERTIFICATE"));
        readsOne(pem.replaceFirst("\n(.{20})", "\n$1\n"));
        readsOne(pem.replaceFirst("\n(.{20})", "\n   $1   "));
    }

    @Test
    void aByteOrderMarkIsReportedButTheBlockIsRead() {
        PemFile file = parse("\ufeff" + ALICE.pem());
        assertThat(file.certificates()).hasSize(1);
        assertThat(file.blocks().get(0).isAfterByteOrderMark()).isTrue();
        assertThat(file.problems()).extracting(ReadProblem::kind).containsExactly(ReadProblem.Kind.BYTE_ORDER_MARK);
    }

    @Test
    void gluedBlocksAreABadEndLine() {
        PemFile file = parse(ALICE.pem().stripTrailing() + ROOT.pem());
        assertThat(file.certificates()).isEmpty();
        assertThat(file.problems()).extracting(ReadProblem::kind).containsExactly(ReadProblem.Kind.GLUED_BLOCKS);
        ReadProblem problem = file.problems().get(0);
        assertThat(problem.kind().openSslReason()).isEqualTo("bad end line");
        assertThat(file.file().slice(problem.place().span()))
                .isEqualTo("-----END CERTIFICATE----------BEGIN CERTIFICATE-----");
    }

    @Test
    void whatOpenSslRefusesIsAProblem() {
        String pem = ALICE.pem();
        assertThat(problems("")).containsExactly(ReadProblem.Kind.EMPTY);
        assertThat(problems("\n\n")).containsExactly(ReadProblem.Kind.EMPTY);
        assertThat(problems("hello\n")).containsExactly(ReadProblem.Kind.NO_BLOCK);
        assertThat(problems(pem.replace("\n", "\r"))).contains(ReadProblem.Kind.NO_BLOCK);
        assertThat(problems(pem.substring(0, 200))).containsExactly(ReadProblem.Kind.TRUNCATED);
        assertThat(problems(pem.replace("END CERTIFICATE", "END X509 CRL")))
                .containsExactly(ReadProblem.Kind.BAD_END_LINE);
        assertThat(problems(pem.replaceFirst("\nM", "\n!"))).containsExactly(ReadProblem.Kind.BAD_BASE64);
        assertThat(problems(pem.replaceFirst("\nM", "\n"))).containsExactly(ReadProblem.Kind.BAD_BASE64);
        assertThat(problems(pem.replaceFirst("\nM", "\nN"))).containsExactly(ReadProblem.Kind.MALFORMED);
        assertThat(problems(pem.replaceFirst("\n(.{64})\n", "\n$1\n\n"))).containsExactly(ReadProblem.Kind.BAD_HEADER);
        assertThat(problems(pem.indent(2))).contains(ReadProblem.Kind.OVERLOOKED_BLOCK, ReadProblem.Kind.NO_BLOCK);
        assertThat(problems(Pem.block("X509 CRL", ALICE.der()))).containsExactly(ReadProblem.Kind.MALFORMED);
    }

    @Test
    void aBlockThatOpenSslOverlooksIsReportedAmongOthers() {
        PemFile file = parse(ALICE.pem() + " " + ROOT.pem());
        assertThat(file.certificates()).hasSize(1);
        assertThat(file.problems()).extracting(ReadProblem::kind).containsExactly(ReadProblem.Kind.OVERLOOKED_BLOCK);
        assertThat(file.problems().get(0).kind().stopsReading()).isFalse();
    }

    @Test
    void filesThatAreNotPemAreRecognised() throws Exception {
        PemFile der = PemFile.parse(SourceFile.of("a.crt", ALICE.der()));
        assertThat(der.isPem()).isFalse();
        assertThat(der.certificates()).hasSize(1);
        assertThat(der.problems().get(0).message()).isEqualTo("the file is a DER certificate, not PEM");
        PemFile key = PemFile.parse(SourceFile.of("a.pk8", ALICE.key().pkcs8Der()));
        assertThat(key.privateKeys()).extracting(PrivateKeyInfo::form).containsExactly(PrivateKeyInfo.Form.PKCS8);
        PemFile store = PemFile.parse(SourceFile.of("a.p12", ALICE.key().pkcs12("x", ALICE)));
        assertThat(store.problems().get(0).message()).isEqualTo("the file is a PKCS#12 store, not PEM");
        PemFile crl = PemFile.parse(SourceFile.of("a.crl", ROOT.crlDer(how -> how.revoke(ALICE))));
        assertThat(crl.revocationLists()).hasSize(1);
    }

    @Test
    void everyFormOfKeyGivesItsPublicKeyButNothingElse() {
        for (KeyKind kind : KeyKind.values()) {
            Issued holder = Pki.ca("CN=Key " + kind, how -> how.key(kind));
            PublicKeyInfo expected = parse(holder.pem()).certificates().get(0).publicKey();
            PrivateKeyInfo pkcs8 = parse(holder.key().pkcs8()).privateKeys().get(0);
            assertThat(pkcs8.belongsTo(expected)).as(kind.name()).contains(true);
            assertThat(pkcs8.publicKey()).contains(expected);
        }
        PrivateKeyInfo pkcs1 = key(
                Pki.ca("CN=Key RSA1024", how -> how.key(KeyKind.RSA1024)).key().traditional());
        assertThat(pkcs1.form()).isEqualTo(PrivateKeyInfo.Form.PKCS1);
        assertThat(pkcs1.publicKey().orElseThrow().display()).isEqualTo("RSA 1024");
        PrivateKeyInfo sec1 = key(ALICE.key().traditional());
        assertThat(sec1.form()).isEqualTo(PrivateKeyInfo.Form.SEC1);
        assertThat(sec1.publicKey().orElseThrow().display()).isEqualTo("EC P-256");
        PrivateKeyInfo dsa = key(
                Pki.ca("CN=Key DSA1024", how -> how.key(KeyKind.DSA1024)).key().traditional());
        assertThat(dsa.form()).isEqualTo(PrivateKeyInfo.Form.DSA);
        assertThat(dsa.belongsTo(sec1.publicKey().orElseThrow())).contains(false);
    }

    private static PrivateKeyInfo key(String pem) {
        PemFile file = parse(pem);
        assertThat(file.problems()).isEmpty();
        return file.privateKeys().get(0);
    }

    @Test
    void encryptedKeysTellTheirCipherOnly() {
        PrivateKeyInfo pbes2 = key(ALICE.key().encrypted("secret"));
        assertThat(pbes2.form()).isEqualTo(PrivateKeyInfo.Form.ENCRYPTED_PKCS8);
        assertThat(pbes2.cipher()).contains("AES-256-CBC");
        assertThat(pbes2.publicKey()).isEmpty();
        assertThat(key(ALICE.key().encryptedPbes1("secret")).cipher()).contains("PBE-SHA1-3DES");
        PrivateKeyInfo legacy = key(ALICE.key().traditionalEncrypted("DES-EDE3-CBC", "secret"));
        assertThat(legacy.form()).isEqualTo(PrivateKeyInfo.Form.ENCRYPTED_TRADITIONAL);
        assertThat(legacy.cipher()).contains("DES-EDE3-CBC");
        assertThat(legacy.isEncrypted()).isTrue();
    }

    @Test
    void problemsOfKeysDoNotQuoteThem() {
        String spoilt = ALICE.key().pkcs8().replaceFirst("\nMI", "\nMJ");
        assertThat(parse(spoilt).problems())
                .extracting(ReadProblem::message)
                .containsExactly(
                        "the block is labelled \"PRIVATE KEY\" but does not hold that: the private key cannot be decoded");
    }

    @Test
    void aNulByteEndsTheFileAsItDoesForOpenSsl() {
        byte[] bytes = (ALICE.pem() + "\0\n" + ROOT.pem()).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PemFile.parse(SourceFile.of("a.pem", bytes)).certificates()).hasSize(1);
    }
}
