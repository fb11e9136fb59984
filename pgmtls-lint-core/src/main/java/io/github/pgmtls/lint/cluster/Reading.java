package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.config.ServerFacts;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.List;
import java.util.Optional;

/**
 * The configuration files of a cluster as one version of the server reads them.
 *
 * @param server what the reading depended on
 * @param settings its postgresql.conf, if there is one
 * @param hba its pg_hba.conf, if it was found
 * @param ident its pg_ident.conf, if it was found
 */
public record Reading(
        ServerFacts server, Optional<Settings> settings, Optional<HbaFile> hba, Optional<IdentFile> ident) {

    /** Returns the version. */
    public PostgresVersion version() {
        return server.version();
    }

    /** Returns what this version complains about in pg_hba.conf. */
    public List<LoadProblem> hbaProblems() {
        return hba.map(HbaFile::problems).orElse(List.of());
    }

    /** Returns what this version complains about in pg_ident.conf. */
    public List<LoadProblem> identProblems() {
        return ident.map(IdentFile::problems).orElse(List.of());
    }

    /** Returns what this version complains about in postgresql.conf. */
    public List<LoadProblem> settingsProblems() {
        return settings.map(Settings::problems).orElse(List.of());
    }
}
