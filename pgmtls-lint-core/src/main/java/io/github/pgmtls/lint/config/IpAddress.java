package io.github.pgmtls.lint.config;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address, or a mask of one.
 *
 * @param v6 whether it is IPv6
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits; for IPv4 the address in the lower 32
 */
public record IpAddress(boolean v6, long high, long low) {

    private static final IpAddress[] V4_MASKS = new IpAddress[33];

    static {
        for (int bits = 0; bits < V4_MASKS.length; bits++) {
            V4_MASKS[bits] = v4(-1L << (32 - bits));
        }
    }

    /** Makes an IPv4 address of its 32 bits. */
    public static IpAddress v4(long bits) {
        return new IpAddress(false, 0, bits & 0xffff_ffffL);
    }

    /**
     * Reads an address as people write those of clients: four decimal numbers, or IPv6 without a zone.
     *
     * @return nothing if it is neither
     */
    public static Optional<IpAddress> parse(String text) {
        return NumericAddress.parse(text)
                .filter(address ->
                        address.v6 ? text.indexOf('%') < 0 : address.toString().equals(text));
    }

    /** Returns the mask with the given number of leading ones: 0 to 32, or 0 to 128. */
    public static IpAddress mask(boolean v6, int bits) {
        if (!v6) {
            return V4_MASKS[bits];
        }
        long high = bits == 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
        long low = bits <= 64 ? 0 : -1L << (128 - bits);
        return new IpAddress(true, high, low);
    }

    /** Returns the address with the bits cleared that a mask does not have. */
    public IpAddress and(IpAddress mask) {
        return new IpAddress(v6, high & mask.high, low & mask.low);
    }

    /** Returns the address with the bits set that a mask does not have. */
    public IpAddress orNot(IpAddress mask) {
        return v6 ? new IpAddress(true, high | ~mask.high, low | ~mask.low) : v4(low | (~mask.low & 0xffff_ffffL));
    }

    /** Returns the prefix length of this mask, or -1 if its ones are not all at the front. */
    public int prefixLength() {
        int ones = Long.bitCount(high) + Long.bitCount(low);
        IpAddress mask = mask(v6, ones);
        return high == mask.high && low == mask.low ? ones : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && v6 == address.v6 && high == address.high && low == address.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low) + (v6 ? 1 : 0);
    }

    /** Returns the text that {@code inet_ntop} of the C library makes of it. */
    @Override
    public String toString() {
        return v6 ? v6Text() : v4Text(low);
    }

    private static String v4Text(long bits) {
        return ((bits >> 24) & 255) + "." + ((bits >> 16) & 255) + "." + ((bits >> 8) & 255) + "." + (bits & 255);
    }

    private int word(int i) {
        long half = i < 4 ? high : low;
        return (int) ((half >>> (48 - 16 * (i & 3))) & 0xffff);
    }

    private String v6Text() {
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && word(i + length) == 0) {
                length++;
            }
            if (length > bestLength) {
                bestStart = i;
                bestLength = length;
            }
            i += length;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i >= bestStart && bestStart >= 0 && i < bestStart + bestLength) {
                if (i == bestStart) {
                    text.append(':');
                }
                continue;
            }
            if (i > 0) {
                text.append(':');
            }
            if (i == 6 && bestStart == 0 && (bestLength == 6 || (bestLength == 5 && word(5) == 0xffff))) {
                return text.append(v4Text(low & 0xffff_ffffL)).toString();
            }
            text.append(Integer.toHexString(word(i)));
        }
        if (bestStart >= 0 && bestStart + bestLength == 8) {
            text.append(':');
        }
        return text.toString();
    }
}
