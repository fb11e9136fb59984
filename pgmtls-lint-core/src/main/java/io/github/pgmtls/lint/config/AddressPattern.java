package io.github.pgmtls.lint.config;

/** Which client addresses a record stands for. Source: {@code check_hba} in {@code src/backend/libpq/hba.c}. */
public sealed interface AddressPattern {

    /** Unix-domain sockets: there is no address. */
    record Local() implements AddressPattern {}

    /** Every address ({@code all}). */
    record Any() implements AddressPattern {}

    /** The server's own addresses ({@code samehost}). */
    record SameHost() implements AddressPattern {

        /** Returns true: even its other addresses are reached without leaving the machine. */
        @Override
        public boolean isLoopback() {
            return true;
        }
    }

    /** The subnets of the server's interfaces ({@code samenet}). */
    record SameNet() implements AddressPattern {}

    /**
     * Addresses of one family by mask.
     *
     * @param address as written, bits outside the mask included; they play no part in matching
     * @param mask of the same family; its ones may stand anywhere
     */
    record Network(IpAddress address, IpAddress mask) implements AddressPattern {

        private static final IpAddress LOOPBACK_MASK = IpAddress.mask(false, 8);

        /** Tells whether an address matches; one of the other family never does. */
        public boolean contains(IpAddress client) {
            return client.v6() == address.v6() && client.and(mask).equals(address.and(mask));
        }

        @Override
        public boolean isLoopback() {
            return address.v6()
                    ? mask.equals(IpAddress.mask(true, 128)) && address.equals(new IpAddress(true, 0, 1))
                    : mask.and(LOOPBACK_MASK).equals(LOOPBACK_MASK)
                            && address.and(LOOPBACK_MASK).equals(IpAddress.v4(0x7f00_0000L));
        }
    }

    /**
     * A host name; or with a leading dot a suffix of one. The server resolves the client's address to compare it.
     *
     * @param name as a byte string
     */
    record HostName(String name) implements AddressPattern {

        /** Tells whether it is {@code localhost}, which resolves to nothing else (RFC 6761, section 6.3). */
        @Override
        public boolean isLoopback() {
            return name.equalsIgnoreCase("localhost");
        }
    }

    /** Tells whether only connections over the network interface that stays on the server's machine can match. */
    default boolean isLoopback() {
        return false;
    }

    /** The pattern of every local record. */
    AddressPattern LOCAL = new Local();
}
