package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.Parameter;
import io.github.pgmtls.lint.postgres.ParameterLists;
import io.github.pgmtls.lint.postgres.Parameters;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a server: {@code postgresql.conf} with everything it includes, then {@code postgresql.auto.conf},
 * then the command line, as one version of the server reads them when it starts ({@code ProcessConfigFileInternal} in
 * guc.c). What only a start itself shows, such as missing certificate files, is not part of it.
 */
public final class Settings implements FilesRead {

    /** The size in bytes above which a file is not read: some five hundred times that of the longest sample file. */
    public static final int MAX_BYTES = 16 << 20;

    /** What a running server makes of these files when it is told to read them again. */
    public enum Reload {
        /** Every setting is applied; those that need a restart wait for it. */
        ALL_APPLIED,
        /** The settings without an error are applied. */
        OTHERS_APPLIED,
        /** Nothing is applied: a line cannot be read, a file cannot be included, or a name is unknown. */
        NOTHING_APPLIED
    }

    private final SourceFile file;
    private final PostgresVersion version;
    private final SettingsReading reading;

    private Settings(SourceFile file, PostgresVersion version, SettingsReading reading) {
        this.file = file;
        this.version = version;
        this.reading = reading;
    }

    /** Reads the settings of a server. Never fails: problems are values of the result. */
    public static Settings read(
            SourceFile file, FileTree tree, ServerPaths paths, PostgresVersion version, ServerStart start) {
        return new Settings(file, version, SettingsReading.of(file, tree, paths, version, start));
    }

    /** Returns the main file. */
    public SourceFile file() {
        return file;
    }

    /** Returns the version of the server. */
    public PostgresVersion version() {
        return version;
    }

    /** Returns all files read, each once, the main file first. */
    @Override
    public List<SourceFile> files() {
        return reading.files();
    }

    /** Returns all assignments of the files in the order of the server: of one parameter the last wins. */
    public List<Setting> all() {
        return reading.settings();
    }

    /** Returns the assignments of one parameter, under any of its names, in their order. */
    public List<Setting> of(String name) {
        Optional<Parameter> parameter = Parameters.of(version).find(name);
        return reading.settings().stream()
                .filter(setting -> parameter.isPresent() && setting.parameter().equals(parameter))
                .toList();
    }

    /** Returns the rows that the view {@code pg_file_settings} shows. */
    public List<FileSettingRow> rows() {
        return reading.rows();
    }

    /**
     * Returns every problem of the files. Those behind the first in {@link #logged()} come to light only when the
     * earlier ones are mended.
     */
    public List<LoadProblem> problems() {
        return reading.problems();
    }

    /** Returns the problems that the server logs when it starts with these files, in the order of its log. */
    public List<LoadProblem> logged() {
        return reading.logged();
    }

    /** Returns the message with which the server gives up, if it does not come up with these files. */
    public Optional<String> fatal() {
        return reading.fatal();
    }

    /** Tells whether a server comes up with these files, as far as they decide it. */
    public boolean loads() {
        return reading.logged().isEmpty();
    }

    /** Returns what a running server makes of these files. */
    public Reload reload() {
        return reading.reload();
    }

    /** Returns the included files that were not read. */
    @Override
    public List<UnreadFile> unread() {
        return reading.unread();
    }

    /** Tells whether all included files were read, so that these are the settings the server has. */
    public boolean isComplete() {
        return reading.unread().isEmpty();
    }

    /** Returns the value of a parameter, set or not; nothing if the version does not know it. */
    public Optional<EffectiveSetting> effective(String name) {
        return reading.effective(name);
    }

    /**
     * Returns the value of a parameter in canonical form, be it set or the default; nothing if the version does not
     * know the parameter, has no default, or refuses the value.
     */
    public Optional<String> value(String name) {
        Optional<EffectiveSetting> effective = effective(name);
        return effective.isPresent() ? effective.get().value() : Optional.empty();
    }

    /** Returns the value of a parameter that is on or off; nothing under the conditions of {@link #value}. */
    public Optional<Boolean> bool(String name) {
        Optional<String> value = value(name);
        return value.isPresent() ? Optional.of(value.get().equals("on")) : Optional.empty();
    }

    /**
     * Returns the elements of a parameter that is a list, such as {@code listen_addresses}; nothing under the
     * conditions of {@link #value}, or if the list is malformed.
     */
    public Optional<List<String>> list(String name) {
        return value(name).flatMap(ParameterLists::split);
    }

    /**
     * Returns the data directory that the files or the command line name, as the server goes by it. It knows the
     * parameter {@code data_directory} in files only in lower case; without it the data directory is that of
     * {@code -D}.
     */
    public Optional<String> dataDirectory() {
        return reading.dataDirectory();
    }

    /** Tells whether a file or the command line sets a parameter, to whatever value. */
    public boolean isSet(String name) {
        return effective(name).isPresent() && effective(name).get().origin() != EffectiveSetting.Origin.DEFAULT;
    }
}
