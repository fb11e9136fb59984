package io.github.pgmtls.lint.access;

/** Why no connection ever matches a record, whatever other records there are. */
public enum Unmatchable {
    /** No such transport occurs, for example TLS on a server without {@code ssl}. */
    TRANSPORT,
    /** No database has such a name: it is empty or longer than 63 bytes. */
    DATABASE,
    /** No user has such a name, or the role has no members. */
    USER,
    /** No client has such an address: IPv4 clients never match IPv6 networks, mapped ones included. */
    ADDRESS
}
