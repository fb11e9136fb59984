package io.github.pgmtls.lint.x509;

import java.util.Optional;

/** Walks over the elements of a sequence or set, which are known by order and tag. */
final class DerCursor {

    private final byte[] bytes;
    private final int limit;
    private int at;

    DerCursor(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        this.at = start;
        this.limit = limit;
    }

    boolean hasNext() {
        return at < limit;
    }

    DerValue next() throws Der.Malformed {
        if (at >= limit) {
            throw new Der.Malformed("an element is missing");
        }
        DerValue value = DerValue.at(bytes, at, limit);
        at = value.end();
        return value;
    }

    /** Tells whether the first octet of the next element is this one. */
    boolean nextIs(int identifier) {
        return at < limit && (bytes[at] & 0xff) == identifier;
    }

    /** Takes the next element if its first octet is this one. */
    Optional<DerValue> nextIf(int identifier) throws Der.Malformed {
        return nextIs(identifier) ? Optional.of(next()) : Optional.empty();
    }

    /** Takes the next element if it has a context-specific tag. */
    Optional<DerValue> nextTagged(int number) throws Der.Malformed {
        boolean tagged = at < limit && DerValue.isTagged(bytes[at], number);
        return tagged ? Optional.of(next()) : Optional.empty();
    }

    void end() throws Der.Malformed {
        if (at < limit) {
            throw new Der.Malformed("there are more elements than expected");
        }
    }
}
