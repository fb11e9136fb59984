package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClientPath;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import java.time.Duration;
import java.util.List;

/** The CA publishes revocation lists, and the server looks at none. */
final class RevocationNotChecked implements ClusterRule {

    /** Who issues for a shorter time waits for the end instead. */
    private static final RuleOption DAYS =
            RuleOption.days("days", "days for which a certificate may be valid without a look at lists", 90);

    private static final RuleInfo INFO = RuleInfo.of(
                    "revocation-not-checked",
                    Severity.INFO,
                    "client certificates name a revocation list, but the server looks at none")
            .because("""
                    PostgreSQL fetches no list by itself, so the URL in a certificate does nothing: whoever is revoked \
                    gets in until the certificate expires. Of certificates that are valid for less than 90 days, or \
                    name no list, nothing is said.""")
            .claim(Claim.LETS_IN)
            .remedy("Fetch the lists of all CAs of the path by a program, set ssl_crl_file, and reload after each.")
            .source("RFC 5280, section 4.2.1.13; PostgreSQL documentation, section Using Client Certificates")
            .option(DAYS)
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential(
                            "clients/app1.crt",
                            "CN=app1 | by root.crt | for clients | from 2026-05-01 | until 2027-05-01 | published"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt")
                    .withCredential(
                            "clients/app1.crt",
                            "CN=app1 | by root.crt | for clients | from 2026-05-01 | until 2027-05-01 | published"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (context.loaded().checksRevocation()) {
            return RuleOutcome.notApplicable("revocation lists are configured");
        }
        Duration most = Duration.ofDays(context.option(INFO, DAYS));
        List<Certificate> leaves = context.clientPaths().stream()
                .filter(path -> path.result().isVerified())
                .map(ClientPath::leaf)
                .filter(leaf -> leaf.namesRevocationLists() && leaf.lifetime().compareTo(most) > 0)
                .toList();
        if (leaves.isEmpty()) {
            return RuleOutcome.of(List.of());
        }
        int more = leaves.size() - 1;
        String message = "client certificate \"" + leaves.get(0).subject() + "\""
                + (more == 0 ? "" : " and " + more + (more == 1 ? " other" : " others"))
                + " can be revoked, but the server would not know";
        return RuleOutcome.of(
                List.of(context.finding(INFO, leaves.get(0).place().firstLine(), message)
                        .build()));
    }
}
