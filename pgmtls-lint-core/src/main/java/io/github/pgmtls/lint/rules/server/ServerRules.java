package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about the server's certificate. */
public final class ServerRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new ServerNameMissing(),
            new SanLacksServerName(),
            new ServerNameOnlyInCn(),
            new WildcardName(),
            new HostNameMalformed(),
            new CnIgnored(),
            new ServerCertificatePurpose(),
            new ServerCertificateForClients(),
            new ServerCertificateSelfSigned(),
            new ServerChainOrder(),
            new ServerIntermediateMissing(),
            new ServerChainIncludesRoot());

    private ServerRules() {}
}
