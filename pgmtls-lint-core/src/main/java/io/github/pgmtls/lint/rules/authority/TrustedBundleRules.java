package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about {@code ssl_ca_file} that need no more than its path. */
public final class TrustedBundleRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(new PublicOrSystemBundle());

    private TrustedBundleRules() {}
}
