package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;

/** Files that are not PEM: DER certificates, keys and revocation lists, and key stores. */
final class BinaryFile {

    private static final int SEQUENCE = 0x30;
    private static final String PKCS12_CONTENT = "1.2.840.113549.1.7.";
    private static final String JAVA_STORE = "\u00fe\u00ed\u00fe\u00ed";

    private BinaryFile() {}

    /** Decodes one kind of content. */
    private interface Decoder {
        PemContent decode(Location place, byte[] der) throws Der.Malformed;
    }

    static boolean isBinary(SourceFile file) {
        String content = file.content();
        return content.startsWith(JAVA_STORE) || (content.length() > 2 && content.charAt(0) == SEQUENCE && isDer(file));
    }

    private static boolean isDer(SourceFile file) {
        return Der.slice(file.bytes(), 0)
                .map(slice -> slice.bytes().length == file.content().length())
                .orElse(false);
    }

    /** Returns what a DER file holds, if it holds a certificate, a key or a revocation list. */
    static Optional<PemContent> read(SourceFile file) {
        if (!isBinary(file) || isPkcs12(file)) {
            return Optional.empty();
        }
        byte[] der = file.bytes();
        Location place = Location.of(file, file.whole());
        Decoder[] decoders = {
            (where, bytes) -> Certificate.read(where, "", bytes),
            Crl::read,
            PrivateKeyReader::pkcs8,
            PrivateKeyReader::encryptedPkcs8,
            (where, bytes) -> PrivateKeyReader.traditional(where, PrivateKeyInfo.Form.SEC1, bytes),
            (where, bytes) -> PrivateKeyReader.traditional(where, PrivateKeyInfo.Form.PKCS1, bytes),
            (where, bytes) -> PrivateKeyReader.traditional(where, PrivateKeyInfo.Form.DSA, bytes)
        };
        for (Decoder decoder : decoders) {
            try {
                return Optional.of(decoder.decode(place, der));
            } catch (Der.Malformed e) {
                // The next kind is tried.
            }
        }
        return Optional.empty();
    }

    /** Tells whether the file is a PKCS#12 store (RFC 7292, section 4). */
    static boolean isPkcs12(SourceFile file) {
        try {
            ASN1Sequence store = Der.sequence(file.bytes());
            return Der.guard(() -> store.size() >= 2
                    && ASN1Integer.getInstance(store.getObjectAt(0)).hasValue(3)
                    && ASN1ObjectIdentifier.getInstance(ASN1Sequence.getInstance(store.getObjectAt(1))
                                    .getObjectAt(0))
                            .getId()
                            .startsWith(PKCS12_CONTENT));
        } catch (Der.Malformed e) {
            return false;
        }
    }

    /** Returns words for the kind of file. */
    static String describe(SourceFile file) {
        if (file.content().startsWith(JAVA_STORE)) {
            return "a Java key store";
        }
        if (isPkcs12(file)) {
            return "a PKCS#12 store";
        }
        Optional<PemContent> content = read(file);
        if (content.isEmpty()) {
            return "binary data";
        }
        if (content.get() instanceof Certificate) {
            return "a DER certificate";
        }
        return content.get() instanceof Crl ? "a DER revocation list" : "a DER private key";
    }
}
