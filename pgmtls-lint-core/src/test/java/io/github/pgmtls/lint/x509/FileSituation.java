package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.Extension;

/**
 * A set of files of a server of which one is odd, and what OpenSSL says to it; checked with real servers too.
 *
 * @param name what is odd
 * @param files the content by file name, as byte strings
 * @param early OpenSSL's reason for refusing them in 1.1.1 at level 1; empty if it accepts them
 * @param late likewise, in 1.1.1i and later
 * @param current likewise, in 3.0 at level 2
 */
record FileSituation(String name, Map<String, String> files, Reason early, Reason late, Reason current) {

    static final String CERTIFICATE = "server.crt";
    static final String KEY = "server.key";
    static final String AUTHORITIES = "root.crt";
    static final String LISTS = "root.crl";

    /** Whether files are accepted, and why not; the word is empty where OpenSSL has many. */
    record Reason(boolean accepted, LoadFailure.Step step, String word) {}

    private static final Reason FINE = new Reason(true, LoadFailure.Step.CERTIFICATE, "");

    static OpenSslProfile profile(OpenSslVersion version) {
        return version == OpenSslVersion.V3_0 ? OpenSslProfile.DEFAULT : new OpenSslProfile(version, 1);
    }

    Reason expected(OpenSslVersion version) {
        return switch (version) {
            case V1_1_1 -> early;
            case V1_1_1I -> late;
            case V3_0 -> current;
        };
    }

    /** Returns the failure of the first file that is refused. */
    Optional<LoadFailure> emulated(OpenSslVersion version) {
        OpenSslProfile profile = profile(version);
        Loaded<List<Certificate>> chain = ServerFiles.certificateChain(file(CERTIFICATE), profile);
        Loaded<Optional<PrivateKeyInfo>> key = ServerFiles.privateKey(file(KEY), profile);
        return chain.failure()
                .or(key::failure)
                .or(() -> ServerFiles.keyMismatch(
                        chain.value().get(0), key.value().orElseThrow()))
                .or(() -> ServerFiles.authorities(file(AUTHORITIES), profile).failure())
                .or(() -> files.containsKey(LISTS)
                        ? ServerFiles.revocationLists(file(LISTS), profile).failure()
                        : Optional.empty());
    }

    private PemFile file(String path) {
        return PemFile.parse(SourceFile.of(path, files.getOrDefault(path, "").getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Returns all situations. */
    static List<FileSituation> all() {
        return new Table().fill();
    }

    /** The table; each method is about one file. */
    private static final class Table {
        private static final Issued ROOT = Pki.ca("CN=Root");
        private static final Issued OTHER = Pki.ca("CN=Other");
        private static final Issued DB = ROOT.server("CN=db");
        private static final Issued RSA = ROOT.server("CN=rsa", how -> how.key(KeyKind.RSA2048));
        private static final String CERT = DB.pem();
        private static final String DB_KEY = DB.keyPem();
        private static final String CA = ROOT.pem();
        private static final String CRL = ROOT.crl();
        private static final String MARK = "\u00ef\u00bb\u00bf";
        private static final String FOREIGN = "-----BEGIN FOO-----\nAAAA\n-----END FOO-----\n";

        private final List<FileSituation> rows = new ArrayList<>();

        List<FileSituation> fill() {
            certificates();
            weakness();
            keys();
            mismatches();
            authorities();
            lists();
            return List.copyOf(rows);
        }

        private static Map<String, String> with(String path, String content) {
            Map<String, String> files = new TreeMap<>(Map.of(CERTIFICATE, CERT, KEY, DB_KEY, AUTHORITIES, CA));
            files.put(path, content);
            return files;
        }

        private void row(String name, Map<String, String> files, Reason early, Reason late, Reason current) {
            rows.add(new FileSituation(name, files, early, late, current));
        }

        private void fine(String path, String name, String content) {
            row(path + ": " + name, with(path, content), FINE, FINE, FINE);
        }

        private void refused(String path, String name, String content, String word) {
            refused(path, name, content, word, word, word);
        }

        private void refused(String path, String name, String content, String early, String late, String current) {
            LoadFailure.Step step = step(path);
            row(
                    path + ": " + name,
                    with(path, content),
                    reason(step, early),
                    reason(step, late),
                    reason(step, current));
        }

        private static Reason reason(LoadFailure.Step step, String word) {
            return word.equals("ok") ? FINE : new Reason(false, step, word);
        }

        private static LoadFailure.Step step(String path) {
            return switch (path) {
                case CERTIFICATE -> LoadFailure.Step.CERTIFICATE;
                case KEY -> LoadFailure.Step.PRIVATE_KEY;
                case AUTHORITIES -> LoadFailure.Step.AUTHORITIES;
                default -> LoadFailure.Step.REVOCATION;
            };
        }

        private static String spoilt(String pem) {
            return pem.replaceFirst("\nM", "\nN");
        }

        private static String latin1(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        private static String relabelled(String pem, String label) {
            return pem.replace("CERTIFICATE", label);
        }

        private void certificates() {
            String path = CERTIFICATE;
            fine(path, "leaf only", CERT);
            fine(path, "leaf and root", CERT + CA);
            fine(path, "old label", relabelled(CERT, "X509 CERTIFICATE"));
            fine(path, "trusted label", relabelled(CERT, "TRUSTED CERTIFICATE"));
            fine(path, "carriage returns and line feeds", CERT.replace("\n", "\r\n"));
            fine(path, "text before, between and after", "# a\n" + CERT + "b\n" + CA + "c");
            fine(path, "blank line after the first line", CERT.replaceFirst("-----\n", "-----\n\n"));
            fine(path, "private key first", DB_KEY + CERT);
            fine(path, "spoilt private key behind", CERT + spoilt(DB_KEY));
            fine(path, "foreign block first", FOREIGN + CERT);
            fine(
                    path,
                    "expired certificate",
                    ROOT.server("CN=db", CertificateSpec::expired).pem());
            fine(path, "certificate of a client", ROOT.client("CN=db").pem());
            refused(path, "byte order mark", MARK + CERT, "no start line", "no start line", "ok");
            refused(path, "empty", "", "no start line");
            refused(path, "DER", latin1(DB.der()), "no start line");
            refused(path, "PKCS#12", latin1(DB.key().pkcs12("secret", DB)), "no start line");
            refused(path, "private key only", DB_KEY, "no start line");
            refused(path, "revocation list only", CRL, "no start line");
            refused(path, "carriage returns only", CERT.replace("\n", "\r"), "no start line");
            refused(path, "indented", CERT.indent(2), "no start line");
            refused(path, "glued to the next", CERT.stripTrailing() + CA, "bad end line");
            refused(path, "cut off", CERT.substring(0, 200), "short header", "bad end line", "bad end line");
            refused(
                    path,
                    "next one cut off",
                    CERT + CA.substring(0, 200),
                    "short header",
                    "bad end line",
                    "bad end line");
            refused(path, "another label at the end", CERT.replace("END CERTIFICATE", "END X509 CRL"), "bad end line");
            refused(path, "not base64", CERT.replaceFirst("\nM", "\n!"), "bad base64 decode");
            refused(path, "foreign block that is not base64", FOREIGN.replace("A", "!") + CERT, "bad base64 decode");
            refused(path, "blank line before the last line", CERT.replace("-----END", "\n-----END"), "PEM lib");
            refused(path, "header", CERT.replaceFirst("-----\n", "-----\nX: y\n\n"), "not proc type");
            refused(path, "not DER", spoilt(CERT), "");
            refused(path, "next one not DER", CERT + spoilt(CA), "");
            refused(
                    path,
                    "extension that cannot be decoded",
                    ROOT.server(
                                    "CN=db",
                                    how -> how.extension(Extension.subjectAlternativeName, false, DERNull.INSTANCE))
                            .pem(),
                    "");
        }

        private void weakness() {
            Issued weak = ROOT.server("CN=weak", how -> how.key(KeyKind.RSA1024));
            row(
                    "RSA-1024 certificate",
                    pair(weak.pem(), weak.keyPem()),
                    FINE,
                    FINE,
                    reason(LoadFailure.Step.CERTIFICATE, "ee key too small"));
            String path = CERTIFICATE;
            refused(
                    path,
                    "RSA-1024 root behind",
                    CERT + Pki.ca("CN=W", how -> how.key(KeyKind.RSA1024)).pem(),
                    "ok",
                    "ok",
                    "ca key too small");
            refused(
                    path,
                    "SHA-1 signature",
                    ROOT.server("CN=db", how -> how.digest("SHA1")).pem(),
                    "ok",
                    "ok",
                    "ca md too weak");
            fine(
                    path,
                    "SHA-1 signature on itself",
                    Pki.selfSigned("CN=db", how -> how.digest("SHA1")).pem());
            fine(
                    path,
                    "SHA-1 root behind",
                    CERT + Pki.ca("CN=Old", how -> how.digest("SHA1")).pem());
            Issued edwards = ROOT.server("CN=ed", how -> how.key(KeyKind.ED25519));
            row("Ed25519 certificate", pair(edwards.pem(), edwards.keyPem()), FINE, FINE, FINE);
            Issued koblitz = ROOT.server("CN=k1", how -> how.key(KeyKind.SECP256K1));
            row("secp256k1 certificate", pair(koblitz.pem(), koblitz.keyPem()), FINE, FINE, FINE);
        }

        private static Map<String, String> pair(String certificate, String key) {
            return Map.of(CERTIFICATE, certificate, KEY, key, AUTHORITIES, CA);
        }

        private void keys() {
            String path = KEY;
            fine(path, "SEC 1", DB.key().traditional());
            fine(
                    path,
                    "parameters first",
                    "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                            + DB.key().traditional());
            fine(path, "certificate first", CERT + DB_KEY);
            fine(path, "spoilt certificate first", spoilt(CERT) + DB_KEY);
            fine(path, "cut off certificate behind", DB_KEY + CERT.substring(0, 100));
            row("PKCS#1 key", pair(RSA.pem(), RSA.key().traditional()), FINE, FINE, FINE);
            refused(path, "spoilt key first", spoilt(DB_KEY) + DB_KEY, "", "", "ok");
            refused(
                    path,
                    "wrongly ended key first",
                    DB_KEY.replace("END PRIVATE", "END PUBLIC") + DB_KEY,
                    "bad end line",
                    "bad end line",
                    "ok");
            refused(
                    path,
                    "glued to the next",
                    DB_KEY.stripTrailing() + DB_KEY,
                    "bad end line",
                    "bad end line",
                    "unsupported");
            refused(path, "empty", "", "no start line", "no start line", "unsupported");
            refused(path, "certificate only", CERT, "no start line", "no start line", "unsupported");
            refused(path, "DER", latin1(DB.key().pkcs8Der()), "no start line", "no start line", "unsupported");
            refused(
                    path,
                    "OpenSSH",
                    "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
                    "no start line",
                    "no start line",
                    "unsupported");
            refused(path, "spoilt", spoilt(DB_KEY), "", "", "unsupported");
            refused(path, "byte order mark", MARK + DB_KEY, "no start line", "no start line", "ok");
        }

        private void mismatches() {
            refused(KEY, "of another certificate", ROOT.server("CN=x").keyPem(), "key values mismatch");
            Reason mismatch = reason(LoadFailure.Step.PRIVATE_KEY, "key values mismatch");
            row("root before the leaf", with(CERTIFICATE, CA + CERT), mismatch, mismatch, mismatch);
            Reason other = reason(LoadFailure.Step.KEY_CHECK, "no certificate assigned");
            row("key of another kind", with(KEY, RSA.keyPem()), other, other, other);
        }

        private void authorities() {
            String path = AUTHORITIES;
            fine(path, "two roots", CA + OTHER.pem());
            fine(path, "root and revocation list", CA + CRL);
            fine(path, "private key too", CA + DB_KEY);
            fine(path, "encrypted private keys too", CA + DB.key().encrypted("secret"));
            fine(path, "trusted label behind a plain one", CA + relabelled(OTHER.pem(), "TRUSTED CERTIFICATE"));
            fine(
                    path,
                    "expired root",
                    Pki.ca("CN=Root", CertificateSpec::expired).pem());
            fine(path, "leaf", CERT);
            refused(path, "trusted label", relabelled(CA, "TRUSTED CERTIFICATE"), "no start line");
            refused(path, "revocation list only", CRL, "no start line");
            String nothing = "no certificate or crl found";
            refused(path, "empty", "", nothing);
            refused(path, "DER", latin1(ROOT.der()), nothing);
            refused(path, "private key only", DB_KEY, nothing);
            refused(path, "byte order mark", MARK + CA, nothing, nothing, "ok");
            fine(path, "byte order mark before the second", OTHER.pem() + MARK + CA);
            refused(path, "second one not DER", CA + spoilt(OTHER.pem()), "");
            refused(path, "glued", CA.stripTrailing() + OTHER.pem(), "bad end line");
            refused(path, "spoilt revocation list behind", CA + spoilt(CRL), "");
            refused(path, "spoilt PKCS#8 key behind", CA + spoilt(DB_KEY), "ok", "ok", "");
            refused(path, "spoilt SEC 1 key behind", CA + spoilt(DB.key().traditional()), "");
        }

        private void lists() {
            String path = LISTS;
            fine(path, "list", CRL);
            fine(path, "expired list", ROOT.crl(how -> how.expired()));
            fine(path, "list of another CA", OTHER.crl());
            fine(path, "certificate only", CA);
            refused(path, "empty", "", "no certificate or crl found");
            refused(path, "DER", latin1(ROOT.crlDer(how -> {})), "no certificate or crl found");
            refused(path, "spoilt", spoilt(CRL), "");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
