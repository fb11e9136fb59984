package io.github.pgmtls.lint.config;

import java.util.Optional;

/**
 * A row of the view {@code pg_ident_file_mappings} (15 on), with the columns of version 16 on in every version. Texts
 * are byte strings.
 *
 * @param mapNumber column "map_number", from 1; absent in a row that tells an error
 * @param file column "file_name", as a path in the tree
 * @param lineNumber column "line_number"
 * @param mapName column "map_name"; absent, like the two columns behind it, if the line gives no mapping
 * @param systemName column "sys_name"
 * @param databaseUser column "pg_username"
 * @param error column "error"
 */
public record IdentMappingRow(
        Optional<Integer> mapNumber,
        String file,
        int lineNumber,
        Optional<String> mapName,
        Optional<String> systemName,
        Optional<String> databaseUser,
        Optional<String> error) {}
