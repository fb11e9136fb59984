package io.github.pgmtls.lint.x509;

import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What an RSA-PSS signature names beside it (RFC 4055, section 3.1).
 *
 * @param digest OpenSSL's name of the digest, if it is known
 * @param mask likewise, of the mask generation
 * @param saltLength in bytes
 */
record PssParameters(Optional<String> digest, Optional<String> mask, int saltLength) {

    /** Returns the digest that an AlgorithmIdentifier names. */
    static Optional<String> digest(byte[] identifier) {
        return read(identifier).flatMap(PssParameters::digest);
    }

    static Optional<PssParameters> read(byte[] identifier) {
        try {
            return Optional.of(Der.guard(() -> {
                RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(
                        AlgorithmIdentifier.getInstance(Der.readAll(identifier)).getParameters());
                return new PssParameters(
                        name(parameters.getHashAlgorithm()),
                        name(AlgorithmIdentifier.getInstance(
                                parameters.getMaskGenAlgorithm().getParameters())),
                        parameters.getSaltLength().intValueExact());
            }));
        } catch (Der.Malformed e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(AlgorithmIdentifier digest) {
        return switch (digest.getAlgorithm().getId()) {
            case "1.2.840.113549.2.5" -> Optional.of("MD5");
            case "1.3.14.3.2.26" -> Optional.of("SHA1");
            case "2.16.840.1.101.3.4.2.4" -> Optional.of("SHA224");
            case "2.16.840.1.101.3.4.2.1" -> Optional.of("SHA256");
            case "2.16.840.1.101.3.4.2.2" -> Optional.of("SHA384");
            case "2.16.840.1.101.3.4.2.3" -> Optional.of("SHA512");
            default -> Optional.empty();
        };
    }
}
