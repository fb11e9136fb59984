package io.github.pgmtls.lint.testing.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** Makes RSA keys as bad devices do: of a prime and the next one. */
final class ClosePrimes extends KeyPairGenerator {

    private static final int PRIME_BITS = 1024;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final SecureRandom random;

    ClosePrimes(SecureRandom random) {
        super("RSA");
        this.random = random;
    }

    @Override
    public KeyPair generateKeyPair() {
        BigInteger smaller = BigInteger.probablePrime(PRIME_BITS, random);
        BigInteger larger = smaller.nextProbablePrime();
        BigInteger modulus = smaller.multiply(larger);
        BigInteger lessOne = smaller.subtract(BigInteger.ONE);
        BigInteger largerLessOne = larger.subtract(BigInteger.ONE);
        BigInteger secret = EXPONENT.modInverse(lessOne.multiply(largerLessOne));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA", Keys.BOUNCY_CASTLE);
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            modulus,
                            EXPONENT,
                            secret,
                            larger,
                            smaller,
                            secret.mod(largerLessOne),
                            secret.mod(lessOne),
                            smaller.modInverse(larger))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
