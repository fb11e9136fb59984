package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.ByteText;
import java.util.List;
import java.util.Optional;

/**
 * Why a record is not the one that decides a connection.
 *
 * @param record which record
 * @param connection which connection
 * @param aspect what does not match; of several, the one that the server looks at first
 * @param unless a fact that would make it match, if that depends on one
 */
public record Mismatch(HbaRecord record, Connection connection, Aspect aspect, Optional<Fact> unless) {

    /** What a record and a connection are compared by, in the order in which the server compares them. */
    public enum Aspect {
        TRANSPORT,
        ADDRESS,
        DATABASE,
        USER
    }

    /** Returns a phrase with the record as its subject left out, for example {@code is for TLS connections}. */
    public String phrase() {
        if (unless.isPresent()) {
            return unless.get().phrase(false);
        }
        return switch (aspect) {
            case TRANSPORT -> transportPhrase();
            case ADDRESS -> addressPhrase();
            case DATABASE -> databasePhrase();
            case USER -> userPhrase();
        };
    }

    private String transportPhrase() {
        return switch (record.type()) {
            case LOCAL_SOCKET -> "is for local sockets";
            case HOST -> "is for TCP connections";
            case HOSTSSL -> "is for TLS connections";
            case HOSTNOSSL -> local("is for connections without TLS");
            case HOSTGSSENC -> "is for GSSAPI-encrypted connections";
            case HOSTNOGSSENC -> local("is for connections without GSSAPI encryption");
        };
    }

    private String local(String phrase) {
        return connection.transport() == Transport.LOCAL ? "is for TCP connections" : phrase;
    }

    private String addressPhrase() {
        String address = "address " + connection.address().map(Object::toString).orElse("");
        if (record.address() instanceof AddressPattern.Network network) {
            int prefix = network.mask().prefixLength();
            boolean one = prefix == (network.mask().v6() ? 128 : 32);
            String range = network.address() + (prefix < 0 ? " mask " + network.mask() : one ? "" : "/" + prefix);
            return address + (one ? " is not " : " is not in ") + range;
        }
        if (record.address() instanceof AddressPattern.SameHost) {
            return address + " is not an address of the server";
        }
        if (record.address() instanceof AddressPattern.SameNet) {
            return address + " is not in a network of the server";
        }
        String name = record.address() instanceof AddressPattern.HostName host ? host.name() : "";
        return address + " does not resolve to " + (name.startsWith(".") ? "a name in " : "") + ByteText.decode(name);
    }

    private String databasePhrase() {
        if (connection.isReplication()) {
            return "is not for physical replication";
        }
        String database = quoted("database", connection.database().orElse(""));
        return switch (onlyKind(record.databases())) {
            case REPLICATION -> "is for physical replication";
            case SAME_USER -> database + " is not named like the user";
            case SAME_ROLE -> quoted("user", connection.user()) + " is not a member of a role named like the database";
            case REGEX -> database + " does not match " + regex(record.databases());
            default -> database + " is not listed";
        };
    }

    private String userPhrase() {
        String user = quoted("user", connection.user());
        return switch (onlyKind(record.users())) {
            case MEMBER ->
                user + " is not a member of "
                        + ByteText.decode(record.users().get(0).name());
            case REGEX -> user + " does not match " + regex(record.users());
            default -> user + " is not listed";
        };
    }

    /** Returns the kind of a single pattern; several make a list, as names do. */
    private static NamePattern.Kind onlyKind(List<NamePattern> patterns) {
        return patterns.size() == 1 ? patterns.get(0).kind() : NamePattern.Kind.LITERAL;
    }

    private static String regex(List<NamePattern> patterns) {
        return "/" + ByteText.decode(patterns.get(0).name());
    }

    private static String quoted(String what, String name) {
        return what + " \"" + ByteText.decode(name) + "\"";
    }
}
