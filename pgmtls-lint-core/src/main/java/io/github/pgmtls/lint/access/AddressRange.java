package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.IpAddress;

/**
 * Client addresses of one family from one to another.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record AddressRange(IpAddress first, IpAddress last) {

    /** Tells whether an address is one of them. */
    public boolean contains(IpAddress address) {
        return address.v6() == first.v6() && compare(first, address) <= 0 && compare(address, last) <= 0;
    }

    static int compare(IpAddress a, IpAddress b) {
        int high = Long.compareUnsigned(a.high(), b.high());
        return high != 0 ? high : Long.compareUnsigned(a.low(), b.low());
    }

    /** Returns the addresses that this has in common with another range of the same family, which must be some. */
    AddressRange and(AddressRange other) {
        return new AddressRange(
                compare(first, other.first) >= 0 ? first : other.first,
                compare(last, other.last) <= 0 ? last : other.last);
    }

    /** Returns a text such as {@code 10.0.0.0-10.0.0.255}. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + "-" + last;
    }
}
