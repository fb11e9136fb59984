package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The authorityKeyIdentifier extension (RFC 5280, section 4.2.1.1): which key signed.
 *
 * @param keyIdentifier the identifier of the issuer's key as hexadecimal digits
 * @param issuerNames the names of the issuer's issuer
 * @param serial the serial number of the issuer's certificate
 */
public record AuthorityKeyIdentifier(
        Optional<String> keyIdentifier, List<GeneralName> issuerNames, Optional<BigInteger> serial) {

    public AuthorityKeyIdentifier {
        issuerNames = List.copyOf(issuerNames);
    }
}
