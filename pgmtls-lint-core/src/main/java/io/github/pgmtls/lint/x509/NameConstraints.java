package io.github.pgmtls.lint.x509;

import java.util.List;

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
     * @param bounded whether it has a minimum other than 0 or a maximum, which OpenSSL refuses
     */
    public record Subtree(GeneralName base, boolean bounded) {}
}
