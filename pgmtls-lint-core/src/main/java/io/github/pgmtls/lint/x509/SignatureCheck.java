package io.github.pgmtls.lint.x509;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Checks one signature with Bouncy Castle, which on Java 17 is several times faster for curves than the runtime. */
final class SignatureCheck {

    private SignatureCheck() {}

    /** Decodes a public key; nothing if OpenSSL could not use it either. */
    static Optional<AsymmetricKeyParameter> publicKey(SubjectPublicKeyInfo key) {
        try {
            return Optional.of(Der.guard(() -> decode(key)));
        } catch (Der.Malformed e) {
            return Optional.empty();
        }
    }

    private static AsymmetricKeyParameter decode(SubjectPublicKeyInfo key) throws IOException, Der.Malformed {
        String algorithm = key.getAlgorithm().getAlgorithm().getId();
        if (algorithm.equals("1.2.840.113549.1.1.1") || algorithm.equals(SignatureAlgorithm.RSA_PSS)) {
            return rsa(key);
        }
        if (algorithm.equals("1.2.840.10045.2.1")
                && key.getAlgorithm().getParameters().toASN1Primitive() instanceof ASN1ObjectIdentifier curve) {
            X9ECParameters fast = CustomNamedCurves.getByOID(curve);
            if (fast != null) {
                byte[] point = key.getPublicKeyData().getOctets();
                return new ECPublicKeyParameters(
                        fast.getCurve().decodePoint(point), new ECNamedDomainParameters(curve, fast));
            }
        }
        return PublicKeyFactory.createKey(key);
    }

    /** Bouncy Castle would test the modulus for primality, which OpenSSL does not and which takes long. */
    private static RSAKeyParameters rsa(SubjectPublicKeyInfo key) throws Der.Malformed {
        ASN1Sequence numbers = Der.sequence(key.getPublicKeyData().getOctets());
        BigInteger modulus = ASN1Integer.getInstance(numbers.getObjectAt(0)).getPositiveValue();
        BigInteger exponent = ASN1Integer.getInstance(numbers.getObjectAt(1)).getPositiveValue();
        return new RSAKeyParameters(false, modulus, exponent, true);
    }

    /** Tells whether a signature is good and made with an algorithm for this kind of key. */
    static boolean verifies(Signed signed, PublicKeyInfo.Algorithm kind, AsymmetricKeyParameter key) {
        if (!signed.identifiersAgree() || signed.signature().getPadBits() != 0) {
            return false;
        }
        try {
            return Der.guard(() -> {
                Optional<Signer> signer = signer(signed, kind);
                if (signer.isEmpty()) {
                    return false;
                }
                signer.get().init(false, key);
                signer.get().update(signed.contentDer(), 0, signed.contentDer().length);
                return signer.get().verifySignature(signed.signature().getOctets());
            });
        } catch (Der.Malformed e) {
            return false;
        }
    }

    private static Optional<Signer> signer(Signed signed, PublicKeyInfo.Algorithm kind) {
        SignatureAlgorithm algorithm = signed.algorithm();
        if (!algorithm.isMadeWith(kind)) {
            return Optional.empty();
        }
        return switch (algorithm.key().orElse(PublicKeyInfo.Algorithm.OTHER)) {
            case RSA -> digest(algorithm).map(RSADigestSigner::new);
            case RSA_PSS -> pss(signed);
            case EC -> digest(algorithm).map(digest -> new DSADigestSigner(new ECDSASigner(), digest));
            case DSA -> digest(algorithm).map(digest -> new DSADigestSigner(new DSASigner(), digest));
            case ED25519 -> Optional.of(new Ed25519Signer());
            case ED448 -> Optional.of(new Ed448Signer(new byte[0]));
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<Signer> pss(Signed signed) {
        RSASSAPSSparams parameters =
                RSASSAPSSparams.getInstance(signed.identifier().getParameters());
        Optional<String> mask =
                Signed.digestName(parameters.getMaskGenAlgorithm().getParameters());
        Optional<Digest> content = digest(signed.algorithm());
        Optional<Digest> generator = mask.flatMap(SignatureCheck::digest);
        if (content.isEmpty() || generator.isEmpty()) {
            return Optional.empty();
        }
        int salt = parameters.getSaltLength().intValueExact();
        return Optional.of(new PSSSigner(new RSABlindedEngine(), content.get(), generator.get(), salt));
    }

    private static Optional<Digest> digest(SignatureAlgorithm algorithm) {
        return algorithm.digest().flatMap(SignatureCheck::digest);
    }

    private static Optional<Digest> digest(String name) {
        return switch (name) {
            case "MD5" -> Optional.of(new MD5Digest());
            case "SHA1" -> Optional.of(new SHA1Digest());
            case "SHA224" -> Optional.of(new SHA224Digest());
            case "SHA256" -> Optional.of(SHA256Digest.newInstance());
            case "SHA384" -> Optional.of(new SHA384Digest());
            case "SHA512" -> Optional.of(new SHA512Digest());
            case "SHA512-224" -> Optional.of(new SHA512tDigest(224));
            case "SHA512-256" -> Optional.of(new SHA512tDigest(256));
            case "SHA3-224" -> Optional.of(new SHA3Digest(224));
            case "SHA3-256" -> Optional.of(new SHA3Digest(256));
            case "SHA3-384" -> Optional.of(new SHA3Digest(384));
            case "SHA3-512" -> Optional.of(new SHA3Digest(512));
            default -> Optional.empty();
        };
    }
}
