package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.source.SourceFile;
import java.util.List;

/** A configuration file with everything that it includes. */
public sealed interface FilesRead permits HbaFile, HostsFile, IdentFile, Settings {

    /** Returns all files read, the main file first. */
    List<SourceFile> files();

    /** Returns the included files that were not read. */
    List<UnreadFile> unread();
}
