package io.github.pgmtls.lint.testing.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.jspecify.annotations.Nullable;

/** The kinds of key that certificates of tests have. */
public enum KeyKind {
    /** Quick to make; the default. */
    P256("EC", "ECDSA", new ECGenParameterSpec("P-256")),
    P384("EC", "ECDSA", new ECGenParameterSpec("P-384")),
    P521("EC", "ECDSA", new ECGenParameterSpec("P-521")),
    P224("EC", "ECDSA", new ECGenParameterSpec("P-224")),
    P192("EC", "ECDSA", new ECGenParameterSpec("P-192")),
    SECP256K1("EC", "ECDSA", new ECGenParameterSpec("secp256k1")),
    BRAINPOOL256("EC", "ECDSA", new ECGenParameterSpec("brainpoolP256r1")),
    RSA512("RSA", "RSA", rsa(512)),
    RSA1024("RSA", "RSA", rsa(1024)),
    RSA1536("RSA", "RSA", rsa(1536)),
    RSA2048("RSA", "RSA", rsa(2048)),
    RSA3072("RSA", "RSA", rsa(3072)),
    /** Of a modulus that Fermat's method factors. */
    RSA2048_CLOSE_PRIMES("RSA", "RSA", null),
    DSA1024("DSA", "DSA", null),
    ED25519("Ed25519", "Ed25519", null),
    ED448("Ed448", "Ed448", null);

    private final String algorithm;
    private final String signature;
    private final @Nullable AlgorithmParameterSpec parameters;

    KeyKind(String algorithm, String signature, @Nullable AlgorithmParameterSpec parameters) {
        this.algorithm = algorithm;
        this.signature = signature;
        this.parameters = parameters;
    }

    private static AlgorithmParameterSpec rsa(int bits) {
        return new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4);
    }

    KeyPairGenerator generator(SecureRandom random) throws GeneralSecurityException {
        if (this == RSA2048_CLOSE_PRIMES) {
            return new ClosePrimes(random);
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, Keys.BOUNCY_CASTLE);
        if (parameters != null) {
            generator.initialize(parameters, random);
        } else if (this == DSA1024) {
            generator.initialize(1024, random);
        } else {
            generator.initialize(this == ED25519 ? 255 : 448, random);
        }
        return generator;
    }

    /** Returns the JCA name of the signature algorithm of such a key with a digest such as {@code SHA256}. */
    String signatureAlgorithm(String digest) {
        return signature.startsWith("Ed") ? signature : digest + "with" + signature;
    }
}
