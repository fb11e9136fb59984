package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;

/** What a PEM block, or a DER file, holds. */
public sealed interface PemContent permits Certificate, PrivateKeyInfo, Crl, PemContent.Other, PemContent.Unreadable {

    /** Returns where it is. */
    Location place();

    /** Returns the label of the block; empty for a DER file. */
    String label();

    /** A block of a kind that OpenSSL skips when it looks for certificates, keys or revocation lists. */
    record Other(Location place, String label) implements PemContent {}

    /** A block that does not hold what its label says. */
    record Unreadable(Location place, String label, ReadProblem problem) implements PemContent {}
}
