package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.identity.CertificateIdentity;
import io.github.pgmtls.lint.identity.UserNameMap;
import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.regex.RegexMatch;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Whether some record could admit the bearer of a certificate as some user. */
final class Admission {

    /** The answer to the question. */
    enum Answer {
        YES,
        UNKNOWN,
        /** Perhaps, once a map is defined that a record uses; that it is not defined is a finding of its own. */
        MAP_UNDEFINED,
        NO
    }

    private final Cluster cluster;
    private final List<HbaRecord> records;
    private final UserNameMap maps;

    Admission(Cluster cluster, List<HbaRecord> records) {
        this.cluster = cluster;
        this.records = records;
        this.maps = UserNameMap.of(cluster.mappings(), cluster.version());
    }

    List<HbaRecord> records() {
        return records;
    }

    Answer of(Certificate leaf) {
        Answer best = Answer.NO;
        for (HbaRecord record : records) {
            Answer answer = by(record, leaf);
            best = answer.compareTo(best) < 0 ? answer : best;
        }
        return best;
    }

    private Answer by(HbaRecord record, Certificate leaf) {
        if (record.clientCert() == ClientCert.VERIFY_CA) {
            return Answer.YES;
        }
        return CertificateIdentity.nameFor(record, leaf)
                .map(name -> record.map().map(map -> byMap(record, map, name)).orElseGet(() -> asUser(record, name)))
                .orElse(Answer.NO);
    }

    private Answer byMap(HbaRecord record, String map, String name) {
        if (cluster.ident().filter(IdentFile::isComplete).isEmpty()) {
            return Answer.UNKNOWN;
        }
        if (!maps.defines(map)) {
            return Answer.MAP_UNDEFINED;
        }
        UserNameMap.Grants grants = maps.grants(map, name);
        Answer best = grants.complete() ? Answer.NO : Answer.UNKNOWN;
        for (UserNameMap.Grant grant : grants.all()) {
            Answer answer = asAnyOf(record, grant.users());
            best = answer.compareTo(best) < 0 ? answer : best;
        }
        return best;
    }

    private Answer asAnyOf(HbaRecord record, NamePattern users) {
        if (users.kind() == NamePattern.Kind.LITERAL) {
            return asUser(record, users.name());
        }
        boolean everybody =
                users.kind() == NamePattern.Kind.ALL || record.userNames().has(NamePattern.Kind.ALL);
        return everybody ? Answer.YES : Answer.UNKNOWN;
    }

    private Answer asUser(HbaRecord record, String user) {
        Answer best = Answer.NO;
        for (NameColumn.Name pattern : record.userNames().names()) {
            Answer answer = switch (pattern.kind()) {
                case ALL -> Answer.YES;
                case LITERAL -> pattern.text().equals(user) ? Answer.YES : Answer.NO;
                case REGEX -> matches(pattern.text(), user);
                case MEMBER -> pattern.text().equals(user) ? Answer.YES : Answer.UNKNOWN;
                case SAME_USER, SAME_ROLE, REPLICATION -> Answer.UNKNOWN;
            };
            best = answer.compareTo(best) < 0 ? answer : best;
        }
        return best;
    }

    private Answer matches(String expression, String user) {
        Optional<PostgresRegex> regex =
                PostgresRegex.compile(expression, cluster.version()).regex();
        RegexMatch match = regex.isEmpty()
                ? new RegexMatch.Undecided("it is too large")
                : regex.get().match(user);
        if (match instanceof RegexMatch.Undecided) {
            return Answer.UNKNOWN;
        }
        return match.found().isPresent() ? Answer.YES : Answer.NO;
    }

    /** Returns the map of a record that would admit a CN as the user of that name if it had no map. */
    Optional<String> mapInForce(String name) {
        return records.stream()
                .filter(record -> record.clientCert() == ClientCert.VERIFY_FULL
                        && !record.usesDistinguishedName()
                        && asUser(record, name) == Answer.YES)
                .flatMap(record -> record.map().stream())
                .findFirst();
    }

    /** Returns a name that would be admitted and differs only in case or in blanks. */
    Optional<String> nearMiss(String name) {
        TreeSet<String> admitted = new TreeSet<>();
        for (HbaRecord record : records) {
            if (record.map().isEmpty()) {
                record.userNames().names().stream()
                        .filter(user -> user.kind() == NamePattern.Kind.LITERAL)
                        .forEach(user -> admitted.add(user.text()));
            } else {
                cluster.mappings().stream()
                        .filter(mapping ->
                                mapping.map().value().equals(record.map().get()))
                        .forEach(mapping -> admitted.add(mapping.systemName().value()));
            }
        }
        String folded = fold(name);
        return admitted.stream().filter(other -> fold(other).equals(folded)).findFirst();
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", " ");
    }
}
