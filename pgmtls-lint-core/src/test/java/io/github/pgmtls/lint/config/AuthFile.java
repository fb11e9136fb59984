package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;

/** The two authentication files and the views that show how a server reads them. */
enum AuthFile {
    HBA("pg_hba.conf", 10, """
            select %s line_number, type, array_to_string(database, ' | ') as database,
            array_to_string(user_name, ' | ') as user_name, address, netmask, auth_method,
            array_to_string(options, ' | ') as options, error from pg_hba_file_rules
            """, "rule_number, file_name,"),
    IDENT("pg_ident.conf", 15, """
            select %s line_number, map_name, sys_name, pg_username, error from pg_ident_file_mappings
            """, "map_number, file_name,");

    /** Joins the elements of an array. */
    static final String SEPARATOR = " | ";

    private final String path;
    private final int viewSince;
    private final String query;
    private final String columnsFrom16;

    AuthFile(String path, int viewSince, String query, String columnsFrom16) {
        this.path = path;
        this.viewSince = viewSince;
        this.query = query;
        this.columnsFrom16 = columnsFrom16;
    }

    /** Returns the path below the data directory. */
    String path() {
        return path;
    }

    boolean hasView(PostgresVersion version) {
        return version.isAtLeast(viewSince);
    }

    /** Returns the query of all columns of the view in a form that can be compared. */
    String query(boolean from16) {
        return query.formatted(from16 ? columnsFrom16 : "");
    }
}
