package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Reads private keys just far enough to know their form and public key. Its messages never quote the key. */
final class PrivateKeyReader {

    private PrivateKeyReader() {}

    static PrivateKeyInfo traditional(Location place, PrivateKeyInfo.Form form, byte[] der) throws Der.Malformed {
        return quietly(() -> {
            ASN1Sequence sequence = ASN1Sequence.getInstance(Der.read(der));
            SubjectPublicKeyInfo key = switch (form) {
                case PKCS1 -> PublicHalf.ofRsa(sequence);
                case SEC1 -> PublicHalf.ofEc(sequence, Optional.empty());
                default -> PublicHalf.ofDsa(sequence);
            };
            return plain(place, form, key);
        });
    }

    static PrivateKeyInfo pkcs8(Location place, byte[] der) throws Der.Malformed {
        return quietly(() -> {
            org.bouncycastle.asn1.pkcs.PrivateKeyInfo key =
                    org.bouncycastle.asn1.pkcs.PrivateKeyInfo.getInstance(Der.read(der));
            if (key.hasPublicKey()) {
                throw new Der.Malformed("OpenSSL up to 3.0 does not read version 2");
            }
            Optional<SubjectPublicKeyInfo> known = PublicHalf.ofWrapped(key);
            if (known.isPresent()) {
                return plain(place, PrivateKeyInfo.Form.PKCS8, known.get());
            }
            return new PrivateKeyInfo(
                    place,
                    PrivateKeyInfo.Form.PKCS8,
                    PublicKeyInfo.Algorithm.OTHER,
                    Optional.empty(),
                    Optional.empty());
        });
    }

    static PrivateKeyInfo encryptedPkcs8(Location place, byte[] der) throws Der.Malformed {
        return quietly(() -> {
            AlgorithmIdentifier scheme =
                    EncryptedPrivateKeyInfo.getInstance(Der.read(der)).getEncryptionAlgorithm();
            String cipher = scheme.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
                    ? PBES2Parameters.getInstance(scheme.getParameters())
                            .getEncryptionScheme()
                            .getAlgorithm()
                            .getId()
                    : scheme.getAlgorithm().getId();
            return encrypted(place, PrivateKeyInfo.Form.ENCRYPTED_PKCS8, Ciphers.name(cipher));
        });
    }

    static PrivateKeyInfo encrypted(Location place, PrivateKeyInfo.Form form, String cipher) {
        return new PrivateKeyInfo(place, form, PublicKeyInfo.Algorithm.OTHER, Optional.empty(), Optional.of(cipher));
    }

    /** Reads, and leaves out of the failure whatever a library may have quoted. */
    private static PrivateKeyInfo quietly(Der.Reading<PrivateKeyInfo> reading) throws Der.Malformed {
        try {
            return Der.guard(reading);
        } catch (Der.Malformed e) {
            throw new Der.Malformed("the private key cannot be decoded");
        }
    }

    private static PrivateKeyInfo plain(Location place, PrivateKeyInfo.Form form, SubjectPublicKeyInfo key)
            throws IOException, Der.Malformed {
        PublicKeyInfo publicKey = PublicKeyReader.read(DerValue.read(key.getEncoded("DER")));
        return new PrivateKeyInfo(place, form, publicKey.algorithm(), Optional.of(publicKey), Optional.empty());
    }
}
