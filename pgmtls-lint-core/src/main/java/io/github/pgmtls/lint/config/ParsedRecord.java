package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;

/** A record with all its places. */
record ParsedRecord(
        AuthLine line,
        ConnectionType type,
        List<NamePattern> databases,
        List<NamePattern> users,
        AddressPattern address,
        AuthToken methodToken,
        Demand demand)
        implements HbaRecord {

    @Override
    public NameColumn databaseNames() {
        return NameColumn.of(databases);
    }

    @Override
    public NameColumn userNames() {
        return NameColumn.of(users);
    }

    @Override
    public List<HbaOption> options() {
        return demand.options();
    }

    @Override
    public int lineNumber() {
        return line.number();
    }

    /** Enough to tell records apart, and quick: they are kept in sets by the hundred thousand. */
    @Override
    public int hashCode() {
        return 31 * line.number() + methodToken.start();
    }
}
