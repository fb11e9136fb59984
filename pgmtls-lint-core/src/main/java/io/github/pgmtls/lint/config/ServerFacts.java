package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.Set;

/**
 * What the reading of authentication files depends on besides the files.
 *
 * @param version the server's version
 * @param without methods that its build lacks
 * @param tls whether {@code ssl} is on
 * @param dbUserNamespace whether {@code db_user_namespace} is on (up to 16)
 * @param oauthValidators the value of {@code oauth_validator_libraries} (18 on)
 */
public record ServerFacts(
        PostgresVersion version,
        Set<AuthMethod> without,
        boolean tls,
        boolean dbUserNamespace,
        String oauthValidators) {

    public ServerFacts {
        without = Set.copyOf(without);
    }

    /** Returns the facts of a server with TLS whose build lacks nothing. */
    public static ServerFacts of(PostgresVersion version) {
        return new ServerFacts(version, Set.of(), true, false, "");
    }

    /** Returns the same facts for another version. */
    public ServerFacts withVersion(PostgresVersion other) {
        return new ServerFacts(other, without, tls, dbUserNamespace, oauthValidators);
    }
}
