package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;

/** One well-formed block between {@code -----BEGIN label-----} and {@code -----END label-----}. */
public final class PemBlock {

    private final SourceFile file;
    private final Span span;
    private final Span labelSpan;
    private final String label;
    private final String header;
    private final byte[] data;
    private final boolean afterMark;

    PemBlock(SourceFile file, Span span, Span labelSpan, String header, byte[] data, boolean afterMark) {
        this.file = file;
        this.span = span;
        this.labelSpan = labelSpan;
        this.label = file.slice(labelSpan);
        this.header = header;
        this.data = data;
        this.afterMark = afterMark;
    }

    /** Returns the bytes from the first dash of the first line to the last dash of the last line. */
    public Span span() {
        return span;
    }

    /** Returns where the label stands in the first line. */
    public Span labelSpan() {
        return labelSpan;
    }

    /** Returns the label, such as {@code CERTIFICATE}. */
    public String label() {
        return label;
    }

    /** Returns where the block is. */
    public Location place() {
        return Location.of(file, span);
    }

    /** Tells whether a UTF-8 byte order mark stands right before it: OpenSSL 1.1.1 overlooks such a block. */
    public boolean isAfterByteOrderMark() {
        return afterMark;
    }

    /** Tells whether the data is encrypted as RFC 1421 has it ({@code Proc-Type: 4,ENCRYPTED}). */
    public boolean isEncrypted() {
        return !header.isEmpty();
    }

    /** Returns the header lines (RFC 1421, section 4.4), each ended by a newline; almost always empty. */
    String header() {
        return header;
    }

    /** Returns the decoded data itself; callers must not change it. */
    byte[] data() {
        return data;
    }

    @Override
    public String toString() {
        return label() + " at " + place();
    }
}
