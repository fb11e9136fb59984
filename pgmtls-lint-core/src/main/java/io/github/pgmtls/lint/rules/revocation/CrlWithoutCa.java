package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.Optional;

/** Revocation lists without a CA. */
final class CrlWithoutCa implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-without-ca", Severity.WARNING, "revocation lists are configured, but no CA")
            .because("Without ssl_ca_file the server asks for no certificate, so that revocation lists have no effect.")
            .claim(Claim.LETS_IN)
            .remedy("Set ssl_ca_file, or take the revocation lists out.")
            .source("be_tls_init in be-secure-openssl.c")
            .bad(Example.conf("ssl = on\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("root.crl", "crl of root"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Optional<EffectiveSetting> authorities = cluster.settings().flatMap(own -> own.effective("ssl_ca_file"));
        if (authorities.filter(EffectiveSetting::isCertain).isEmpty()
                || cluster.file(Role.CLIENT_CA).isPresent()) {
            return RuleOutcome.of(List.of());
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Role role : List.of(Role.REVOCATION_LIST, Role.REVOCATION_DIRECTORY)) {
            cluster.file(role)
                    .flatMap(ServerFile::setBy)
                    .ifPresent(place -> outcome.add(
                            context.finding(INFO, place, role.parameter() + " has no effect, as ssl_ca_file is not set")
                                    .build()));
        }
        return outcome.build();
    }
}
