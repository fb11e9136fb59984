package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
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
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** A key of a rarer kind, which is Bouncy Castle's alone. */
final class LibraryKey implements VerificationKey {

    private final AsymmetricKeyParameter key;

    private LibraryKey(AsymmetricKeyParameter key) {
        this.key = key;
    }

    /** Reads a SubjectPublicKeyInfo. */
    static LibraryKey read(byte[] key) throws Der.Malformed {
        return Der.guard(
                () -> new LibraryKey(PublicKeyFactory.createKey(SubjectPublicKeyInfo.getInstance(Der.readAll(key)))));
    }

    @Override
    public boolean verifies(Signed signed) {
        return verifies(signed, signer(signed), key);
    }

    static boolean verifiesPss(Signed signed, BigInteger modulus, BigInteger exponent) {
        return verifies(signed, pss(signed), new RSAKeyParameters(false, modulus, exponent, true));
    }

    private static boolean verifies(Signed signed, Optional<Signer> signer, AsymmetricKeyParameter key) {
        if (signer.isEmpty()) {
            return false;
        }
        try {
            return Der.guard(() -> {
                signer.get().init(false, key);
                byte[] content = signed.contentDer();
                signer.get().update(content, 0, content.length);
                return signer.get().verifySignature(signed.signature());
            });
        } catch (Der.Malformed e) {
            return false;
        }
    }

    private static Optional<Signer> signer(Signed signed) {
        SignatureAlgorithm algorithm = signed.algorithm();
        return switch (algorithm.key().orElse(PublicKeyInfo.Algorithm.OTHER)) {
            case EC -> digest(algorithm).map(digest -> new DSADigestSigner(new ECDSASigner(), digest));
            case DSA -> digest(algorithm).map(digest -> new DSADigestSigner(new DSASigner(), digest));
            case ED25519 -> Optional.of(new Ed25519Signer());
            case ED448 -> Optional.of(new Ed448Signer(new byte[0]));
            case RSA, RSA_PSS, OTHER -> Optional.empty();
        };
    }

    private static Optional<Signer> pss(Signed signed) {
        Optional<PssParameters> parameters = PssParameters.read(signed.outer().der());
        Optional<Digest> content = digest(signed.algorithm());
        Optional<Digest> generator = parameters.flatMap(PssParameters::mask).flatMap(LibraryKey::digest);
        if (parameters.isEmpty() || content.isEmpty() || generator.isEmpty()) {
            return Optional.empty();
        }
        int salt = parameters.get().saltLength();
        return Optional.of(new PSSSigner(new RSABlindedEngine(), content.get(), generator.get(), salt));
    }

    private static Optional<Digest> digest(SignatureAlgorithm algorithm) {
        return algorithm.digest().flatMap(LibraryKey::digest);
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
