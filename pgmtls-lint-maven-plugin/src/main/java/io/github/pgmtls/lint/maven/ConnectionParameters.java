package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintException;
import io.github.pgmtls.lint.TraceQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that ask about one connection. Each is null if it is not given. */
record ConnectionParameters(
        @Nullable String cluster,
        String transport,
        @Nullable String user,
        @Nullable String database,
        @Nullable String address,
        boolean replication,
        @Nullable String certificate) {

    /** Returns what they ask; throws {@link LintException} with the way out if they are not understood. */
    TraceQuery toQuery() {
        if (user == null) {
            throw new LintException(
                    "there is no connection to trace; name one with -Dpgmtls.user=USER and what else is "
                            + "known of it, or many with -Dpgmtls.connections=FILE");
        }
        return TraceQuery.of(
                Optional.ofNullable(cluster),
                transport.strip(),
                user,
                Optional.ofNullable(database),
                Optional.ofNullable(address),
                replication,
                Optional.ofNullable(certificate));
    }
}
