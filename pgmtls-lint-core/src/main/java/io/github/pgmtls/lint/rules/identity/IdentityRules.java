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
            new CnContainsNul(),
            new MapUnused(),
            new DuplicateMapping(),
            new RegexUnanchored(),
            new RegexTooBroad(),
            new BackrefWithoutGroup(),
            new BackrefNotReplaced(),
            new RoleKeywordDrift(),
            new DnRowFormat(),
            new MapGrantsSuperuser(),
            new SuperuserByPasswordRemote(),
            new SuperuserByCert(),
            new SuperuserBySharedCa(),
            new SuperuserCertificateInRepository(),
            new UserWithoutCertificate(),
            new RoleMisspelt(),
            new MappingExtraWord());

    private IdentityRules() {}
}
