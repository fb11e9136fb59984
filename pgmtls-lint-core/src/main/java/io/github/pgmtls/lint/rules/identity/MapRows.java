package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.regex.RegexCompilation;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What rules ask about single rows of pg_ident.conf. */
final class MapRows {

    private static final String GROUP = "\\1";

    private MapRows() {}

    /** Returns the expression of a row whose system name is one; nothing too if the server refuses it. */
    static Optional<PostgresRegex> regex(IdentMapping row, PostgresVersion version) {
        return row.isSystemNameRegex()
                ? PostgresRegex.compile(row.systemName().value().substring(1), version)
                        .regex()
                : Optional.empty();
    }

    /** Tells whether the server may or may not take the expression of a row. */
    static boolean isUndecided(IdentMapping row, PostgresVersion version) {
        return row.isSystemNameRegex()
                && PostgresRegex.compile(row.systemName().value().substring(1), version)
                        instanceof RegexCompilation.Undecided;
    }

    /** Tells whether a group of the expression is filled into the user: not into {@code +role} and {@code /regex}. */
    static boolean fillsIn(IdentMapping row, PostgresVersion version) {
        return row.isSystemNameRegex()
                && row.databaseUser().value().contains(GROUP)
                && !isKind(row, version, NamePattern.Kind.MEMBER)
                && !isKind(row, version, NamePattern.Kind.REGEX);
    }

    /** Tells whether a row gives more than one user away. */
    static boolean isOpen(IdentMapping row, PostgresVersion version) {
        return fillsIn(row, version) || !isKind(row, version, NamePattern.Kind.LITERAL);
    }

    private static boolean isKind(IdentMapping row, PostgresVersion version, NamePattern.Kind kind) {
        return row.databaseUserPattern(version).kind() == kind;
    }

    /** Returns the maps that records with {@code clientname=DN} use. */
    static Set<String> mapsOfSubjects(Cluster cluster) {
        return cluster.meantRecords().stream()
                .filter(HbaRecord::usesDistinguishedName)
                .flatMap(record -> record.map().stream())
                .collect(Collectors.toSet());
    }

    static String words(AuthToken token) {
        return ByteText.decode(token.value());
    }
}
