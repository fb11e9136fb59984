package io.github.pgmtls.lint.access;

/**
 * A set of connections: what one database term, one user term and one host term match, over some classes of transports
 * and a range of addresses.
 *
 * @param mask the classes of transports, one bit each
 */
record Box(int database, int user, int host, int from, int to, int mask) {

    static final Box EMPTY = new Box(Terms.ALL, Terms.ALL, AddressParts.PLAIN, 0, 0, 0);

    static Box of(Entries entries, int entry, Selectors selectors) {
        int selector = entries.exact(entry);
        return new Box(
                selectors.database(selector),
                selectors.user(selector),
                selectors.host(selector),
                entries.from(entry),
                entries.to(entry),
                entries.mask(entries.record(entry)));
    }
}
