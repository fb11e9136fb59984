package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mappings in the words of the system view {@code pg_ident_file_mappings} (15 on). Source: {@code fill_ident_view} in
 * {@code src/backend/utils/adt/hbafuncs.c}.
 */
public final class IdentView {

    private IdentView() {}

    /** Returns the rows of a file, in the order of the view. */
    public static List<IdentMappingRow> rows(IdentFile file) {
        List<IdentMappingRow> rows = new ArrayList<>(file.lines().size());
        int maps = 0;
        for (IdentFile.Line line : file.lines()) {
            Optional<String> error = line.problem().flatMap(LoadProblem::rowError);
            maps += error.isEmpty() ? 1 : 0;
            rows.add(new IdentMappingRow(
                    error.isEmpty() ? Optional.of(maps) : Optional.empty(),
                    line.line().file().path(),
                    line.line().number(),
                    line.mapping().map(IdentMapping::map).map(AuthToken::value),
                    line.mapping().map(IdentMapping::systemName).map(AuthToken::value),
                    line.mapping().map(IdentMapping::databaseUser).map(AuthToken::value),
                    error));
        }
        return rows;
    }
}
