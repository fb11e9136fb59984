package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;

/** A row of a table of plain records. */
record PlainRecord(PlainRecords table, int row) implements HbaRecord {

    @Override
    public AuthLine line() {
        return table.line(row);
    }

    @Override
    public ConnectionType type() {
        return table.type(row);
    }

    @Override
    public List<NamePattern> databases() {
        return table.parsed(row).databases();
    }

    @Override
    public List<NamePattern> users() {
        return table.parsed(row).users();
    }

    @Override
    public NameColumn databaseNames() {
        return table.databases(row);
    }

    @Override
    public NameColumn userNames() {
        return table.users(row);
    }

    @Override
    public AddressPattern address() {
        return table.address(row);
    }

    @Override
    public Demand demand() {
        return table.demand(row);
    }

    @Override
    public AuthToken methodToken() {
        return table.parsed(row).methodToken();
    }

    @Override
    public List<HbaOption> options() {
        List<HbaOption> shared = demand().options();
        return shared.isEmpty() ? shared : table.parsed(row).options();
    }

    @Override
    public int lineNumber() {
        return table.lineNumber(row);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainRecord record && record.row == row && record.table == table;
    }

    @Override
    public int hashCode() {
        return row;
    }
}
