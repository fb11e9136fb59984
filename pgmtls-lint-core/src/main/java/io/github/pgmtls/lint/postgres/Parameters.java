package io.github.pgmtls.lint.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All server parameters that one version of PostgreSQL knows, and its judgement of their values.
 *
 * <p>The table (resource {@code parameters.tsv}) was made from running servers 10.23, 11.22, 12.22, 13.23, 14.24,
 * 15.19, 16.15, 17.11 and 18.6: names, types, contexts, units, ranges, enum values and compiled-in defaults from the
 * view {@code pg_settings}; the few names that the view hides, the old names, and the enum values that are accepted
 * without being advertised, by offering every word of the server binary to {@code pg_file_settings}. Version 19 is
 * version 18 with the differences of 19's {@code guc_parameters.dat} (beta). A test compares the table with real
 * servers.
 *
 * <p>Columns: name, versions, type, context, unit, minimum, maximum, default, words of an enum (or the vendor who adds
 * the parameter). {@code ""} stands for an empty text, nothing for no value; {@code ~} marks an enum word that the
 * server takes without saying so, {@code ?} one that only some builds take. A row of type {@code alias} names the
 * parameter in the column of the default.
 */
public final class Parameters {

    private static final Map<PostgresVersion, Parameters> BY_VERSION = new ConcurrentHashMap<>();

    private final PostgresVersion version;
    private final ParameterTable table;

    private Parameters(PostgresVersion version) {
        this.version = version;
        this.table = new ParameterTable(version);
    }

    /** Returns the parameters of a version. */
    public static Parameters of(PostgresVersion version) {
        Parameters known = BY_VERSION.get(version);
        if (known == null) {
            known = new Parameters(version);
            BY_VERSION.put(version, known);
        }
        return known;
    }

    /** Returns the versions that know a parameter under this name, oldest first. */
    public static List<PostgresVersion> versionsWith(String name) {
        return PostgresVersion.all().stream()
                .filter(version -> of(version).find(name).isPresent())
                .toList();
    }

    /** Returns the version these parameters belong to. */
    public PostgresVersion version() {
        return version;
    }

    /** Returns all parameters, sorted by name. */
    public List<Parameter> all() {
        return table.all();
    }

    /**
     * Finds a parameter by its name or one of its old names, such as {@code ssl_ecdh_curve} for {@code ssl_groups}
     * from PostgreSQL 18 on; ASCII case does not matter.
     */
    public Optional<Parameter> find(String name) {
        return table.find(key(name));
    }

    /**
     * Judges a value as the server does when it reads it from a file or from its command line.
     *
     * @param parameter one of these parameters
     * @param writtenName the name as the user wrote it, which messages repeat
     * @param value the value after removal of quotes, as a byte string
     */
    public ParameterVerdict judge(Parameter parameter, String writtenName, String value) {
        return new ValueJudge(version, parameter, writtenName).judge(value);
    }

    /** Folds the ASCII letters of a name, as guc_name_compare (guc.c) does. */
    static String key(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80) {
                return foldAscii(name);
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String foldAscii(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return folded.toString();
    }
}
