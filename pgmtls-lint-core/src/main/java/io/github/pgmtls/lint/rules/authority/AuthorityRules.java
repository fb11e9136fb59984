package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about certificate authorities. */
public final class AuthorityRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new RootMissing(),
            new NotAnAuthority(),
            new AuthorityRefused(),
            new SeveralRoots(),
            new SameCaForBothSides(),
            new DuplicateAuthority(),
            new AuthorityNamedLikeHost(),
            new NameConstraintsMissing(),
            new AuthorityWithoutClients());

    private AuthorityRules() {}
}
