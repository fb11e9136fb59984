package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.Match.Clause;
import io.github.pgmtls.lint.access.Mismatch.Aspect;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.config.NamePattern;
import java.util.ArrayList;
import java.util.List;

/** Holds records against one connection, in three values. Source: {@code check_hba} in {@code hba.c}. */
final class RecordMatcher {

    private final Connection connection;
    private final Surroundings surroundings;
    private final Regexes regexes;

    RecordMatcher(Connection connection, Surroundings surroundings, Regexes regexes) {
        this.connection = connection;
        this.surroundings = surroundings;
        this.regexes = regexes;
    }

    Match match(HbaRecord record) {
        if (!record.type().matches(connection.transport())) {
            return Match.failingAt(Aspect.TRANSPORT);
        }
        List<Fact> address = new ArrayList<>(0);
        List<Fact> database = new ArrayList<>(0);
        List<Fact> user = new ArrayList<>(0);
        Truth addressMatches = matchesAddress(record.address(), address);
        if (addressMatches == Truth.NO) {
            return Match.failingAt(Aspect.ADDRESS);
        }
        Truth databaseMatches = any(record.databases(), true, database);
        if (databaseMatches == Truth.NO) {
            return Match.failingAt(Aspect.DATABASE);
        }
        Truth userMatches = any(record.users(), false, user);
        if (userMatches == Truth.NO) {
            return Match.failingAt(Aspect.USER);
        }
        List<Clause> clauses = new ArrayList<>(3);
        if (addressMatches == Truth.UNKNOWN) {
            clauses.add(new Clause(Aspect.ADDRESS, address));
        }
        if (databaseMatches == Truth.UNKNOWN) {
            clauses.add(new Clause(Aspect.DATABASE, database));
        }
        if (userMatches == Truth.UNKNOWN) {
            clauses.add(new Clause(Aspect.USER, user));
        }
        return clauses.isEmpty() ? Match.YES : Match.depending(clauses);
    }

    private Truth matchesAddress(AddressPattern pattern, List<Fact> facts) {
        if (connection.address().isEmpty()) {
            return Truth.of(pattern instanceof AddressPattern.Local);
        }
        IpAddress address = connection.address().get();
        if (pattern instanceof AddressPattern.Network network) {
            return Truth.of(network.contains(address));
        }
        if (pattern instanceof AddressPattern.SameHost) {
            return noting(surroundings.isOwnAddress(address), new Fact.OwnAddress(address), facts);
        }
        if (pattern instanceof AddressPattern.SameNet) {
            return noting(surroundings.isInOwnNetwork(address), new Fact.OwnNetwork(address), facts);
        }
        if (pattern instanceof AddressPattern.HostName host) {
            return noting(
                    surroundings.hasHostName(address, host.name()), new Fact.HostName(address, host.name()), facts);
        }
        return Truth.of(pattern instanceof AddressPattern.Any);
    }

    private static Truth noting(Truth truth, Fact fact, List<Fact> facts) {
        if (truth == Truth.UNKNOWN) {
            facts.add(fact);
        }
        return truth;
    }

    private Truth any(List<NamePattern> patterns, boolean database, List<Fact> facts) {
        Truth result = Truth.NO;
        for (NamePattern pattern : patterns) {
            Truth truth = database ? matchesDatabase(pattern, facts) : matchesUser(pattern, facts);
            if (truth == Truth.YES) {
                return Truth.YES;
            }
            if (truth == Truth.UNKNOWN) {
                result = Truth.UNKNOWN;
            }
        }
        return result;
    }

    private Truth matchesDatabase(NamePattern pattern, List<Fact> facts) {
        if (connection.isReplication()) {
            return Truth.of(pattern.kind() == NamePattern.Kind.REPLICATION);
        }
        String database = connection.database().get();
        return switch (pattern.kind()) {
            case ALL -> Truth.YES;
            case SAME_USER -> Truth.of(database.equals(connection.user()));
            case SAME_ROLE -> isMember(database, facts);
            case REPLICATION, MEMBER -> Truth.NO;
            case REGEX -> matchesRegex(pattern.name(), database, facts);
            case LITERAL -> Truth.of(pattern.name().equals(database));
        };
    }

    private Truth matchesUser(NamePattern pattern, List<Fact> facts) {
        String user = connection.user();
        return switch (pattern.kind()) {
            case ALL -> Truth.YES;
            case MEMBER -> isMember(pattern.name(), facts);
            case REGEX -> matchesRegex(pattern.name(), user, facts);
            case LITERAL -> Truth.of(pattern.name().equals(user));
            case SAME_USER, SAME_ROLE, REPLICATION -> Truth.NO;
        };
    }

    private Truth isMember(String role, List<Fact> facts) {
        return noting(
                surroundings.isMember(connection.user(), role), new Fact.Membership(connection.user(), role), facts);
    }

    private Truth matchesRegex(String expression, String name, List<Fact> facts) {
        return noting(regexes.matches(expression, name), new Fact.RegexMatch(expression, name), facts);
    }
}
