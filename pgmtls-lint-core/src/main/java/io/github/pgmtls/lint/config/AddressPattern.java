package io.github.pgmtls.lint.config;

/** Which client addresses a record stands for. Source: {@code check_hba} in {@code src/backend/libpq/hba.c}. */
public sealed interface AddressPattern {

    /** Unix-domain sockets: there is no address. */
    record Local() implements AddressPattern {}

    /** Every address ({@code all}). */
    record Any() implements AddressPattern {}

    /** The server's own addresses ({@code samehost}). */
    record SameHost() implements AddressPattern {}

    /** The subnets of the server's interfaces ({@code samenet}). */
    record SameNet() implements AddressPattern {}

    /**
     * Addresses of one family by mask.
     *
     * @param address as written, bits outside the mask included; they play no part in matching
     * @param mask of the same family; its ones may stand anywhere
     */
    record Network(IpAddress address, IpAddress mask) implements AddressPattern {

        /** Tells whether an address matches; one of the other family never does. */
        public boolean contains(IpAddress client) {
            return client.v6() == address.v6() && client.and(mask).equals(address.and(mask));
        }
    }

    /**
     * A host name; or with a leading dot a suffix of one. The server resolves the client's address to compare it.
     *
     * @param name as a byte string
     */
    record HostName(String name) implements AddressPattern {}

    /** The pattern of every local record. */
    AddressPattern LOCAL = new Local();
}
