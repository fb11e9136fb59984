package io.github.pgmtls.lint.identity;

import java.util.Optional;

/**
 * Who is a member of which role. Source: {@code is_member_of_role_nosuper} in {@code src/backend/utils/adt/acl.c}:
 * everybody is a member of himself, and superusers are members of nothing on that account.
 */
@FunctionalInterface
public interface Membership {

    /** Nothing is known, but that whoever connects exists, and so is a member of himself. */
    Membership UNKNOWN = (user, role) -> user.equals(role) ? Optional.of(true) : Optional.empty();

    /** Tells whether a user is a member of a role, directly or indirectly; nothing if that is not known. */
    Optional<Boolean> isMember(String user, String role);
}
