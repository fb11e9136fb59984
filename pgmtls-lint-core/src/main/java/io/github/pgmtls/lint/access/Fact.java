package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.source.ByteText;

/** Something about the world that decides whether a record matches and that the files do not tell. */
public sealed interface Fact {

    /** Returns a clause that says that this holds, or that it does not. */
    String phrase(boolean holds);

    /** Tells whether the other one holds wherever this one holds. */
    default boolean implies(Fact other) {
        return equals(other);
    }

    /** Tells whether the other one cannot hold where this one holds. */
    default boolean excludes(Fact other) {
        return false;
    }

    /** A user is a member of a role ({@code +role}, {@code samerole}). */
    record Membership(String user, String role) implements Fact {
        @Override
        public String phrase(boolean holds) {
            return ByteText.decode(user) + (holds ? " is" : " is not") + " a member of " + ByteText.decode(role);
        }
    }

    /** An address is one of the server's own ({@code samehost}). */
    record OwnAddress(IpAddress address) implements Fact {
        @Override
        public String phrase(boolean holds) {
            return address + (holds ? " is" : " is not") + " an address of the server";
        }

        @Override
        public boolean implies(Fact other) {
            return equals(other) || (other instanceof OwnNetwork network && network.address.equals(address));
        }
    }

    /** An address is in a network of the server ({@code samenet}). */
    record OwnNetwork(IpAddress address) implements Fact {
        @Override
        public String phrase(boolean holds) {
            return address + (holds ? " is" : " is not") + " in a network of the server";
        }
    }

    /** The name of an address, which resolves back to it, is the given one or ends in it if that starts with a dot. */
    record HostName(IpAddress address, String pattern) implements Fact {
        @Override
        public String phrase(boolean holds) {
            return address
                    + (holds ? " resolves to " : " does not resolve to ")
                    + (pattern.startsWith(".") ? "a name in " : "")
                    + ByteText.decode(pattern);
        }

        @Override
        public boolean implies(Fact other) {
            return other instanceof HostName name
                    && name.address.equals(address)
                    && HostNames.matches(name.pattern, pattern);
        }

        @Override
        public boolean excludes(Fact other) {
            return !pattern.startsWith(".")
                    && other instanceof HostName name
                    && name.address.equals(address)
                    && !implies(other);
        }
    }

    /** A regular expression matches a name. */
    record RegexMatch(String expression, String name) implements Fact {
        @Override
        public String phrase(boolean holds) {
            return "/" + ByteText.decode(expression) + (holds ? " matches " : " does not match ")
                    + ByteText.decode(name);
        }
    }
}
