package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.util.Optional;

/** Why anybody can do what only the holder of an RSA key should. */
public enum RsaWeakness {
    /** With exponent 1, everybody makes valid signatures. */
    EXPONENT,
    /** Fermat's method finds the primes in a moment, and with them the private key. */
    CLOSE_PRIMES;

    /** As many rounds as zlint tries; the primes of a sound key are many more apart than there are atoms. */
    private static final int ROUNDS = 100;

    private static final int[] SMALL = {63, 65, 11};

    /** Returns what is wrong with the key of a certificate; nothing too if it is no RSA key or cannot be read. */
    public static Optional<RsaWeakness> of(Certificate certificate) {
        boolean rsa = switch (certificate.publicKey().algorithm()) {
            case RSA, RSA_PSS -> true;
            default -> false;
        };
        return rsa ? VerificationKey.read(certificate.parts().key()).flatMap(RsaWeakness::of) : Optional.empty();
    }

    private static Optional<RsaWeakness> of(VerificationKey key) {
        if (!(key instanceof RsaKey rsa)) {
            return Optional.empty();
        }
        if (rsa.exponent().equals(BigInteger.ONE)) {
            return Optional.of(EXPONENT);
        }
        return hasClosePrimes(rsa.modulus()) ? Optional.of(CLOSE_PRIMES) : Optional.empty();
    }

    private static boolean hasClosePrimes(BigInteger modulus) {
        BigInteger half = modulus.sqrt();
        for (int i = 0; i <= ROUNDS; i++) {
            BigInteger rest = half.multiply(half).subtract(modulus);
            if (rest.signum() >= 0 && isSquare(rest)) {
                return true;
            }
            half = half.add(BigInteger.ONE);
        }
        return false;
    }

    /** Roots take long, and few remainders are those of squares. */
    private static boolean isSquare(BigInteger number) {
        if (!isSquareModulo(number.intValue() & 63, 64)) {
            return false;
        }
        for (int modulus : SMALL) {
            if (!isSquareModulo(number.mod(BigInteger.valueOf(modulus)).intValue(), modulus)) {
                return false;
            }
        }
        return number.sqrtAndRemainder()[1].signum() == 0;
    }

    private static boolean isSquareModulo(int remainder, int modulus) {
        for (int i = 0; 2 * i <= modulus; i++) {
            if (i * i % modulus == remainder) {
                return true;
            }
        }
        return false;
    }
}
