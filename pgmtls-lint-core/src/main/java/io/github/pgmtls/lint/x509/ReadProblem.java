package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;

/**
 * Something wrong with a file of certificates, keys or revocation lists.
 *
 * @param kind what is wrong
 * @param place where
 * @param message one phrase for people: lower case, no final period
 */
public record ReadProblem(Kind kind, Location place, String message) {

    /** What can be wrong with a file, and what OpenSSL's reader says about it. */
    public enum Kind {
        /** The file holds nothing. */
        EMPTY("no start line"),
        /** There is no PEM block in the file. */
        NO_BLOCK("no start line"),
        /** The file is DER, where only PEM is read. */
        BINARY("no start line"),
        /** A byte order mark stands before a block: OpenSSL 3.0 skips the mark, 1.1.1 overlooks the block. */
        BYTE_ORDER_MARK(""),
        /** A line looks like the start of a block but is not, so that OpenSSL overlooks the block. */
        OVERLOOKED_BLOCK(""),
        /** The end of a block and the start of the next stand in one line. */
        GLUED_BLOCKS("bad end line"),
        /** The file ends inside a block. */
        TRUNCATED("bad end line"),
        /** A block ends with another label than it starts with, or is otherwise not ended as it should. */
        BAD_END_LINE("bad end line"),
        /** A block holds something that is not base64. */
        BAD_BASE64("bad base64 decode"),
        /** A block holds nothing. */
        NO_DATA("PEM lib"),
        /** A block holds a blank line or a header where neither belongs. */
        BAD_HEADER("not proc type"),
        /** A line after a blank line within a block is too long. */
        LONG_LINE("PEM lib"),
        /** A block, or a DER file, holds something that is not what its label says; OpenSSL has many words for it. */
        MALFORMED("wrong tag");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        /** Returns OpenSSL's word for it, empty if OpenSSL does not notice. */
        public String openSslReason() {
            return reason;
        }

        /** Tells whether OpenSSL stops reading the file there. */
        public boolean stopsReading() {
            return !reason.isEmpty();
        }
    }
}
