package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.syntax.AuthToken;

/**
 * One alternative of a database or user column: which names it stands for.
 *
 * @param kind how it matches
 * @param name what it matches by, as a byte string: the name, the role of {@link Kind#MEMBER}, the regular expression
 *     without its slash; empty for keywords
 * @param token where it stands
 */
public record NamePattern(Kind kind, String name, AuthToken token) {

    /** How a pattern matches. Source: {@code check_db} and {@code check_role} in {@code hba.c}. */
    public enum Kind {
        /** Every name; as a database, everything but physical replication. */
        ALL,
        /** The database named like the user. */
        SAME_USER,
        /** The database named like a role that the user is a member of. */
        SAME_ROLE,
        /** Physical replication, and nothing else. */
        REPLICATION,
        /** Every member of a role, direct or indirect. */
        MEMBER,
        /** Every name that a regular expression matches (16 on). */
        REGEX,
        /** One name. */
        LITERAL
    }

    static NamePattern ofDatabase(AuthToken token, PostgresVersion version) {
        if (token.quoted()) {
            return regexOrLiteral(token, version);
        }
        return switch (token.value()) {
            case "all" -> new NamePattern(Kind.ALL, "", token);
            case "sameuser" -> new NamePattern(Kind.SAME_USER, "", token);
            case "samerole", "samegroup" -> new NamePattern(Kind.SAME_ROLE, "", token);
            case "replication" -> new NamePattern(Kind.REPLICATION, "", token);
            default -> regexOrLiteral(token, version);
        };
    }

    static NamePattern ofUser(AuthToken token, PostgresVersion version) {
        if (!token.quoted() && token.value().startsWith("+")) {
            return new NamePattern(Kind.MEMBER, token.value().substring(1), token);
        }
        if (token.isKeyword("all")) {
            return new NamePattern(Kind.ALL, "", token);
        }
        return regexOrLiteral(token, version);
    }

    private static NamePattern regexOrLiteral(AuthToken token, PostgresVersion version) {
        return version.isAtLeast(16) && token.value().startsWith("/")
                ? new NamePattern(Kind.REGEX, token.value().substring(1), token)
                : new NamePattern(Kind.LITERAL, token.value(), token);
    }
}
