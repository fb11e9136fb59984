package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;

/**
 * A line of pg_ident.conf: in this map, this system name may be this database user.
 *
 * @param line the line it came from
 * @param map the name of the map
 * @param systemName the name outside: for certificates the CN or the DN; a regular expression if it starts with a slash
 * @param databaseUser the role it may become
 */
public record IdentMapping(AuthLine line, AuthToken map, AuthToken systemName, AuthToken databaseUser) {

    /** Tells whether the system name is a regular expression; quoting does not prevent that. */
    public boolean isSystemNameRegex() {
        return systemName.value().startsWith("/");
    }

    /** Returns how the role column matches in a version: up to 15 every token is a plain name. */
    public NamePattern databaseUserPattern(PostgresVersion version) {
        return version.isAtLeast(16)
                ? NamePattern.ofUser(databaseUser, version)
                : new NamePattern(NamePattern.Kind.LITERAL, databaseUser.value(), databaseUser);
    }

    /** Returns the place of the three columns. */
    public Location location() {
        Span span = map.span();
        if (databaseUser.file() == map.file()) {
            span = span.to(databaseUser.span());
        }
        return new Location(line.file(), span, "");
    }
}
