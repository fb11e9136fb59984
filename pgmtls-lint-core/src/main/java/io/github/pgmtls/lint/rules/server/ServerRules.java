package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about the server's certificate. */
public final class ServerRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(new SanLacksServerName());

    private ServerRules() {}
}
