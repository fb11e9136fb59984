package io.github.pgmtls.lint.testing.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** Keys by name, made once per process; the same name gives the same key in every run. Worthless outside tests. */
final class Keys {

    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private Keys() {}

    static KeyPair named(KeyKind kind, String name) {
        return MADE.computeIfAbsent(kind + " " + name, seed -> {
            try {
                return kind.generator(random(seed)).generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static AlgorithmIdentifier identifier(String signatureAlgorithm) {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(signatureAlgorithm);
    }

    /** Signs so that the same input gives the same signature. */
    static byte[] sign(String signatureAlgorithm, KeyPair key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(
                    signatureAlgorithm.replace("withECDSA", "withECDDSA").replace("withDSA", "withDDSA"),
                    BOUNCY_CASTLE);
            signature.initSign(key.getPrivate(), random(signatureAlgorithm));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a source of bytes that is fixed by a seed. */
    static SecureRandom random(String seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed.getBytes(StandardCharsets.UTF_8));
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
