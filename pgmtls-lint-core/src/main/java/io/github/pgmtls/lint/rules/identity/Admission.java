package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
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

    Admission(Cluster cluster, List<HbaRecord> records) {
        this.cluster = cluster;
        this.records = records;
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
        Optional<String> name = record.usesDistinguishedName()
                ? Optional.of(leaf.subject().rfc2253()).filter(dn -> !dn.isEmpty())
                : leaf.subject().commonName().filter(cn -> !cn.isEmpty());
        if (name.isEmpty()) {
            return Answer.NO;
        }
        return record.map().isEmpty()
                ? asUser(record, name.get())
                : byMap(record, record.map().get(), name.get());
    }

    private Answer byMap(HbaRecord record, String map, String name) {
        if (cluster.ident().map(IdentFile::isComplete).orElse(false).equals(false)) {
            return Answer.UNKNOWN;
        }
        if (cluster.mappings().stream()
                .noneMatch(mapping -> mapping.map().value().equals(map))) {
            return Answer.MAP_UNDEFINED;
        }
        Answer best = Answer.NO;
        for (IdentMapping mapping : cluster.mappings()) {
            if (!mapping.map().value().equals(map)) {
                continue;
            }
            if (mapping.isSystemNameRegex()) {
                best = Answer.UNKNOWN;
            } else if (mapping.systemName().value().equals(name)) {
                NamePattern role = mapping.databaseUserPattern(cluster.version());
                boolean literal = role.kind() == NamePattern.Kind.LITERAL;
                Answer answer = literal ? asUser(record, role.name()) : Answer.YES;
                best = answer.compareTo(best) < 0 ? answer : best;
            }
        }
        return best;
    }

    private static Answer asUser(HbaRecord record, String user) {
        Answer best = Answer.NO;
        for (NamePattern pattern : record.users()) {
            Answer answer = switch (pattern.kind()) {
                case ALL -> Answer.YES;
                case LITERAL -> pattern.name().equals(user) ? Answer.YES : Answer.NO;
                default -> Answer.UNKNOWN;
            };
            best = answer.compareTo(best) < 0 ? answer : best;
        }
        return best;
    }

    /** Returns a name that would be admitted and differs only in case or in blanks. */
    Optional<String> nearMiss(String name) {
        TreeSet<String> admitted = new TreeSet<>();
        for (HbaRecord record : records) {
            if (record.map().isEmpty()) {
                record.users().stream()
                        .filter(user -> user.kind() == NamePattern.Kind.LITERAL)
                        .forEach(user -> admitted.add(user.name()));
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
