package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Reads private keys just far enough to know their form and public key. Its messages never quote the key. */
final class PrivateKeyReader {

    private PrivateKeyReader() {}

    static PrivateKeyInfo traditional(Location place, PrivateKeyInfo.Form form, byte[] der) throws Der.Malformed {
        return quietly(() -> {
            ASN1Sequence sequence = ASN1Sequence.getInstance(Der.read(der));
            return switch (form) {
                case PKCS1 -> plain(place, form, rsa(RSAPrivateKey.getInstance(sequence)));
                case SEC1 -> sec1(place, sequence);
                default -> dsa(place, sequence);
            };
        });
    }

    static PrivateKeyInfo pkcs8(Location place, byte[] der) throws Der.Malformed {
        return quietly(() -> {
            org.bouncycastle.asn1.pkcs.PrivateKeyInfo key =
                    org.bouncycastle.asn1.pkcs.PrivateKeyInfo.getInstance(Der.read(der));
            Optional<SubjectPublicKeyInfo> known = publicKey(key);
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
            throws Der.Malformed {
        PublicKeyInfo publicKey = PublicKeyReader.read(key);
        return new PrivateKeyInfo(place, form, publicKey.algorithm(), Optional.of(publicKey), Optional.empty());
    }

    private static PrivateKeyInfo sec1(Location place, ASN1Sequence sequence) throws IOException, Der.Malformed {
        ECPrivateKey key = ECPrivateKey.getInstance(sequence);
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject());
        SubjectPublicKeyInfo publicKey = publicKey(new org.bouncycastle.asn1.pkcs.PrivateKeyInfo(algorithm, key))
                .orElseThrow(() -> new Der.Malformed("not an EC key"));
        return plain(place, PrivateKeyInfo.Form.SEC1, publicKey);
    }

    private static PrivateKeyInfo dsa(Location place, ASN1Sequence sequence) throws IOException, Der.Malformed {
        if (sequence.size() != 6) {
            throw new Der.Malformed("not a DSA key");
        }
        DSAParameter parameters = new DSAParameter(number(sequence, 1), number(sequence, 2), number(sequence, 3));
        SubjectPublicKeyInfo key = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters),
                ASN1Integer.getInstance(sequence.getObjectAt(4)));
        return plain(place, PrivateKeyInfo.Form.DSA, key);
    }

    private static BigInteger number(ASN1Sequence sequence, int index) {
        return ASN1Integer.getInstance(sequence.getObjectAt(index)).getValue();
    }

    private static Optional<SubjectPublicKeyInfo> publicKey(org.bouncycastle.asn1.pkcs.PrivateKeyInfo key)
            throws IOException {
        if (key.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(rsa(RSAPrivateKey.getInstance(key.parsePrivateKey())));
        }
        AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(key);
        AsymmetricKeyParameter open;
        if (secret instanceof ECPrivateKeyParameters ec) {
            open = new ECPublicKeyParameters(
                    new FixedPointCombMultiplier()
                            .multiply(ec.getParameters().getG(), ec.getD())
                            .normalize(),
                    ec.getParameters());
        } else if (secret instanceof Ed25519PrivateKeyParameters ed) {
            open = ed.generatePublicKey();
        } else if (secret instanceof Ed448PrivateKeyParameters ed) {
            open = ed.generatePublicKey();
        } else if (secret instanceof DSAPrivateKeyParameters dsa) {
            open = new DSAPublicKeyParameters(
                    dsa.getParameters()
                            .getG()
                            .modPow(dsa.getX(), dsa.getParameters().getP()),
                    dsa.getParameters());
        } else {
            return Optional.empty();
        }
        return Optional.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open));
    }

    private static SubjectPublicKeyInfo rsa(RSAPrivateKey key) throws IOException {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(key.getModulus(), key.getPublicExponent()));
    }
}
