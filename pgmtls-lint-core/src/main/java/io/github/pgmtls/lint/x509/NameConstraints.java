package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The nameConstraints extension (RFC 5280, section 4.2.1.10): which names may occur below a CA.
 *
 * @param permitted if a name has the form of one of these, it must be within one of them
 * @param excluded no name may be within one of these
 */
public record NameConstraints(List<Subtree> permitted, List<Subtree> excluded) {

    public NameConstraints {
        permitted = List.copyOf(permitted);
        excluded = List.copyOf(excluded);
    }

    /**
     * A part of the space of names.
     *
     * @param base the name at its top
     * @param minimum the minimum, if one is given; OpenSSL refuses any but 0, and 1.1.1 even that
     * @param hasMaximum whether a maximum is given, which OpenSSL refuses
     */
    public record Subtree(GeneralName base, Optional<BigInteger> minimum, boolean hasMaximum) {}
}
