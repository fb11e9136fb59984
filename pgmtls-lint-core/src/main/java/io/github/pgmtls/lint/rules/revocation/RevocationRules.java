package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about revocation lists. */
public final class RevocationRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new CrlMissingForCa(),
            new CrlExpired(),
            new CrlExpiresSoon(),
            new CrlNotYetValid(),
            new CrlIssuerMismatch(),
            new IssuerLacksCrlSign(),
            new CrlDirectoryNames(),
            new CrlWithoutCa(),
            new CrlInCaFile(),
            new CertificateRevoked(),
            new CrlFileAndDirectory(),
            new RevocationNotChecked());

    private RevocationRules() {}
}
