package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.config.FilesRead;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HostsFile;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.ServerFacts;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.config.UnreadFile;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration files of a cluster as one version of the server reads them.
 *
 * @param server what the reading depended on
 * @param settings its postgresql.conf, if there is one
 * @param hba its pg_hba.conf, if it was found
 * @param ident its pg_ident.conf, if it was found
 * @param hosts its pg_hosts.conf, if it was found and the server reads it (from 19 on, if ssl_sni is on)
 */
public record Reading(
        ServerFacts server,
        Optional<Settings> settings,
        Optional<HbaFile> hba,
        Optional<IdentFile> ident,
        Optional<HostsFile> hosts) {

    /** Returns the version. */
    public PostgresVersion version() {
        return server.version();
    }

    /** Returns everything that the files include and that was not read. */
    public List<UnreadFile> unread() {
        List<UnreadFile> unread = new ArrayList<>();
        for (FilesRead part : parts()) {
            unread.addAll(part.unread());
        }
        return unread;
    }

    /** Returns every file that was read. */
    public List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        for (FilesRead part : parts()) {
            files.addAll(part.files());
        }
        return files;
    }

    private List<FilesRead> parts() {
        List<FilesRead> parts = new ArrayList<>();
        for (Optional<? extends FilesRead> part : List.of(settings, hba, ident, hosts)) {
            if (part.isPresent()) {
                parts.add(part.get());
            }
        }
        return parts;
    }

    /** Returns what this version says about the files. */
    public Verdict verdict() {
        return Verdict.of(version(), settings, hba, ident, hosts);
    }
}
