package io.github.pgmtls.lint.identity;

import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.identity.MapAnswer.Why;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.regex.RegexMatch;
import io.github.pgmtls.lint.source.ByteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The maps of pg_ident.conf as one version of the server applies them to the names of certificates, which are compared
 * with case. Names are byte strings. Not for use by several threads at once.
 *
 * <p>Source: {@code check_usermap}, {@code check_ident_usermap} and, from 16 on, {@code check_role} in
 * {@code src/backend/libpq/hba.c}.
 */
public final class UserNameMap {

    /** No maps at all. */
    static final UserNameMap NONE = of(List.of(), new PostgresVersion(PostgresVersion.NEWEST));

    private static final String GROUP = "\\1";

    private final List<IdentMapping> mappings;
    private final PostgresVersion version;
    private final Expressions expressions;

    private UserNameMap(List<IdentMapping> mappings, PostgresVersion version) {
        this.mappings = List.copyOf(mappings);
        this.version = version;
        this.expressions = new Expressions(version);
    }

    /** Makes the maps of the rows of a file. */
    public static UserNameMap of(List<IdentMapping> mappings, PostgresVersion version) {
        return new UserNameMap(mappings, version);
    }

    /** Tells whether there is a row of a map. */
    public boolean defines(String map) {
        return mappings.stream().anyMatch(mapping -> mapping.map().value().equals(map));
    }

    /**
     * Users that a row makes of a system name.
     *
     * @param by the row
     * @param users the users, from a regular expression filled in
     */
    public record Grant(IdentMapping by, NamePattern users) {}

    /**
     * All users that a map makes of a system name.
     *
     * @param all in file order, up to a row that ends the search
     * @param complete whether these are surely all, and surely reached
     */
    public record Grants(List<Grant> all, boolean complete) {}

    /** Returns which users a map makes of a system name. */
    public Grants grants(String map, String systemName) {
        expressions.beginQuestion();
        List<Grant> grants = new ArrayList<>();
        boolean complete = true;
        for (IdentMapping mapping : mappings) {
            RowEffect effect = effect(mapping, map, systemName);
            if (effect instanceof RowEffect.Aborts) {
                break;
            }
            if (effect instanceof RowEffect.Grants granted) {
                grants.add(new Grant(mapping, granted.users()));
            }
            complete &= !(effect instanceof RowEffect.Undecided);
        }
        return new Grants(grants, complete);
    }

    /**
     * Returns the rows of a map by which some system name may be a user, as far as that is known or may be; whether a row
     * before them ends the search is left aside.
     */
    public List<IdentMapping> rowsFor(String map, String user, Membership membership) {
        expressions.beginQuestion();
        return mappings.stream()
                .filter(mapping -> mapping.map().value().equals(map))
                .filter(mapping -> mayGrant(mapping, user, membership))
                .toList();
    }

    private boolean mayGrant(IdentMapping mapping, String user, Membership membership) {
        NamePattern users = mapping.databaseUserPattern(version);
        return switch (users.kind()) {
            case ALL -> true;
            case MEMBER -> membership.isMember(user, users.name()).orElse(true);
            case REGEX -> !(expressions.match(users.name(), user) instanceof RegexMatch.NotFound);
            case LITERAL, SAME_USER, SAME_ROLE, REPLICATION ->
                users.name().equals(user)
                        || (mapping.isSystemNameRegex() && users.name().contains(GROUP) && fits(users.name(), user));
        };
    }

    /** Tells whether a group can be filled into a template so that a user comes of it. */
    private boolean fits(String template, String user) {
        int at = template.indexOf(GROUP);
        String behind = template.substring(at + GROUP.length());
        return user.startsWith(template.substring(0, at))
                && (behind.contains(GROUP) && version.isAtLeast(19)
                        || (user.endsWith(behind) && user.length() >= at + behind.length()));
    }

    /** Tells whether a system name may be a user, by a map or without one. */
    public MapAnswer check(Optional<String> map, String user, String systemName, Membership membership) {
        if (map.filter(name -> !name.isEmpty()).isEmpty()) {
            return user.equals(systemName)
                    ? new MapAnswer.Granted(Optional.empty())
                    : new MapAnswer.Refused(
                            Why.NAME_MISMATCH,
                            "provided user name (" + user + ") and authenticated user name (" + systemName
                                    + ") do not match",
                            Optional.empty());
        }
        expressions.beginQuestion();
        return new Search(map.get(), user, systemName, membership).run();
    }

    private RowEffect effect(IdentMapping mapping, String map, String systemName) {
        if (!mapping.map().value().equals(map)) {
            return new RowEffect.Passes();
        }
        NamePattern users = mapping.databaseUserPattern(version);
        if (!mapping.isSystemNameRegex()) {
            return mapping.systemName().value().equals(systemName)
                    ? new RowEffect.Grants(users)
                    : new RowEffect.Passes();
        }
        String expression = mapping.systemName().value().substring(1);
        RegexMatch match = expressions.match(expression, systemName);
        if (match instanceof RegexMatch.Undecided) {
            return new RowEffect.Undecided(expression);
        }
        Optional<RegexMatch.Found> found = match.found();
        if (found.isEmpty()) {
            return new RowEffect.Passes();
        }
        boolean special = users.kind() == NamePattern.Kind.MEMBER || users.kind() == NamePattern.Kind.REGEX;
        if (special || !users.token().value().contains(GROUP)) {
            return new RowEffect.Grants(users);
        }
        return found.get()
                .group1()
                .<RowEffect>map(group -> new RowEffect.Grants(filledIn(users, group.of(systemName))))
                .orElseGet(() -> new RowEffect.Aborts("regular expression \"" + expression
                        + "\" has no subexpressions as requested by backreference in \""
                        + users.token().value() + "\""));
    }

    /** What is filled in is a plain name, whatever it looks like. */
    private NamePattern filledIn(NamePattern users, String group) {
        String template = users.token().value();
        int at = template.indexOf(GROUP);
        String name = version.isAtLeast(19)
                ? template.replace(GROUP, group)
                : template.substring(0, at) + group + template.substring(at + GROUP.length());
        return new NamePattern(NamePattern.Kind.LITERAL, name, users.token());
    }

    private static String matches(String expression, String name) {
        return "/" + ByteText.decode(expression) + " matches " + ByteText.decode(name);
    }

    /** The rows one after the other, until one grants or ends the search. */
    private final class Search {

        private final String map;
        private final String user;
        private final String systemName;
        private final Membership membership;
        private final List<String> conditions = new ArrayList<>();

        /** What must hold for no row to have ended the search before. */
        private final List<String> notEnded = new ArrayList<>();

        Search(String map, String user, String systemName, Membership membership) {
            this.map = map;
            this.user = user;
            this.systemName = systemName;
            this.membership = membership;
        }

        MapAnswer run() {
            for (IdentMapping mapping : mappings) {
                RowEffect effect = effect(mapping, map, systemName);
                if (effect instanceof RowEffect.Grants grants && surely(grants.users())) {
                    return notEnded.isEmpty()
                            ? new MapAnswer.Granted(Optional.of(mapping))
                            : new MapAnswer.Unknown(notEnded);
                }
                if (effect instanceof RowEffect.Aborts aborts) {
                    return refused(Why.ROW_ABORTS, aborts.serverMessage(), Optional.of(mapping));
                }
                if (effect instanceof RowEffect.Undecided undecided) {
                    conditions.add(matches(undecided.expression(), systemName));
                    notEnded.add("/" + ByteText.decode(undecided.expression()) + " does not match "
                            + ByteText.decode(systemName));
                }
            }
            String message = "no match in usermap \"" + map + "\" for user \"" + user + "\" authenticated as \""
                    + systemName + "\"";
            return refused(Why.NO_MATCH, message, Optional.empty());
        }

        private MapAnswer refused(Why why, String message, Optional<IdentMapping> by) {
            return conditions.isEmpty()
                    ? new MapAnswer.Refused(why, message, by)
                    : new MapAnswer.Unknown(conditions.subList(0, 1));
        }

        private boolean surely(NamePattern users) {
            return switch (users.kind()) {
                case ALL -> true;
                case MEMBER -> surelyMember(users.name());
                case REGEX -> surelyMatches(users.name());
                case LITERAL, SAME_USER, SAME_ROLE, REPLICATION -> users.name().equals(user);
            };
        }

        private boolean surelyMember(String role) {
            Optional<Boolean> member = membership.isMember(user, role);
            if (member.isEmpty()) {
                conditions.add(ByteText.decode(user) + " is a member of " + ByteText.decode(role));
            }
            return member.orElse(false);
        }

        private boolean surelyMatches(String expression) {
            RegexMatch match = expressions.match(expression, user);
            if (match instanceof RegexMatch.Undecided) {
                conditions.add(matches(expression, user));
            }
            return match.found().isPresent();
        }
    }
}
