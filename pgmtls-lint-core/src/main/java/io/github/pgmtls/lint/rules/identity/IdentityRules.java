package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about names and user name maps. */
public final class IdentityRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new MapUndefined(),
            new MappingInvalid(),
            new CnNotAdmitted(),
            new SeveralCns(),
            new CnTooLong(),
            new CnContainsNul());

    private IdentityRules() {}
}
