package io.github.pgmtls.lint.access;

import java.util.Optional;

/**
 * An example of the connections that a claim is about.
 *
 * @param connection the example
 * @param addresses the client addresses around that of the example of which the same can be said; nothing on a local
 *     socket
 * @param certain whether the claim holds for the example whatever the world is like; otherwise it rests on assumptions,
 *     see {@link Reachability#explain}
 */
public record Witness(Connection connection, Optional<AddressRange> addresses, boolean certain) {}
