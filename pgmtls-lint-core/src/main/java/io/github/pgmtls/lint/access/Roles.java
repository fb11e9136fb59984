package io.github.pgmtls.lint.access;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * All roles of a server and who is a member of what: a role that is not among them does not exist. Names are byte
 * strings.
 *
 * <p>Source: {@code is_member_of_role_nosuper} in {@code src/backend/utils/adt/acl.c}: membership is direct or
 * indirect, everybody is a member of himself, superusers are members of nothing on that account, and grants without
 * inheritance count.
 */
public final class Roles {

    private final Map<String, Set<String>> rolesOf;
    private final Map<String, Set<String>> membersOf;

    private Roles(Map<String, Set<String>> rolesOf, Map<String, Set<String>> membersOf) {
        this.rolesOf = rolesOf;
        this.membersOf = membersOf;
    }

    /**
     * Makes roles of what was granted.
     *
     * @param direct by role, the roles that it is a direct member of; those exist too
     */
    public static Roles of(Map<String, ? extends Collection<String>> direct) {
        Set<String> names = new LinkedHashSet<>();
        direct.forEach((role, granted) -> {
            names.add(role);
            names.addAll(granted);
        });
        Map<String, Set<String>> rolesOf = new LinkedHashMap<>();
        Map<String, Set<String>> membersOf = new HashMap<>();
        for (String name : names) {
            Set<String> reached = reach(name, direct);
            rolesOf.put(name, reached);
            reached.forEach(role ->
                    membersOf.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(name));
        }
        return new Roles(rolesOf, membersOf);
    }

    private static Set<String> reach(String from, Map<String, ? extends Collection<String>> direct) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>();
        next.add(from);
        while (!next.isEmpty()) {
            String role = next.remove();
            Collection<String> granted = direct.get(role);
            if (reached.add(role) && granted != null) {
                next.addAll(granted);
            }
        }
        return reached;
    }

    /** Tells whether a user is a member of a role; not if one of them does not exist. */
    public boolean isMember(String user, String role) {
        return rolesOf(user).contains(role);
    }

    /** Returns all that exist. */
    public Set<String> names() {
        return Set.copyOf(rolesOf.keySet());
    }

    /** Returns the roles that a user is a member of, himself included; none if he does not exist. */
    public Set<String> rolesOf(String user) {
        return rolesOf.getOrDefault(user, new HashSet<>());
    }

    /** Returns the members of a role, itself included; none if it does not exist. */
    public Set<String> membersOf(String role) {
        return membersOf.getOrDefault(role, new HashSet<>());
    }
}
