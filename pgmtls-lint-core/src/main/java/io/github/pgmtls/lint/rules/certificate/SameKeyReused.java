package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.DistinguishedName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One key for several parties. */
final class SameKeyReused implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "same-key-reused", Severity.WARNING, "certificates of different names have the same key")
            .because("""
                    Whoever has the key of one has that of the other: each can pose as both, and revoking one does \
                    not stop the holder of the key. A renewal that keeps the name may keep the key.""")
            .claim(Claim.NOTHING)
            .remedy("Make a key of its own for each.")
            .source("RFC 5280, section 8; NIST SP 800-57, part 1, section 5.2")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=app1 | dns db1.example.com | for servers")
                    .withCredential("server.key", "key of server.crt | mode 0600")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("clients/app1.crt", "CN=app1 | by root | for clients"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | for servers")
                    .withCredential("server.key", "key of server.crt | mode 0600")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("clients/app1.crt", "CN=app1 | by root | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Who holds a key: the server is nobody's client, even if it has the name of one. */
    private record Holder(DistinguishedName name, UsedCertificate.Use use) {}

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<String, Map<Holder, UsedCertificate>> byKey = new LinkedHashMap<>();
        UsedCertificate.of(context.cluster().credentials()).stream()
                .filter(UsedCertificate::isLeaf)
                .forEach(used -> byKey.computeIfAbsent(
                                used.certificate().publicKey().fingerprint(), key -> new LinkedHashMap<>())
                        .putIfAbsent(new Holder(used.certificate().subject(), used.use()), used));
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Map<Holder, UsedCertificate> holders : byKey.values()) {
            Set<Certificate> certificates = new LinkedHashSet<>();
            holders.values().forEach(used -> certificates.add(used.certificate()));
            if (certificates.size() > 1) {
                outcome.add(finding(context, List.copyOf(holders.values())));
            }
        }
        return outcome.build();
    }

    private static Finding finding(ClusterContext context, List<UsedCertificate> sharing) {
        UsedCertificate last = sharing.get(sharing.size() - 1);
        FindingBuilder finding = context.finding(
                        INFO,
                        last.certificate().place().firstLine(),
                        last.words() + " has the same key as " + sharing.get(0).words())
                .about(UsedCertificate.subject(
                        sharing.stream().map(UsedCertificate::certificate).toList()));
        sharing.subList(0, sharing.size() - 1)
                .forEach(other -> finding.related(other.certificate().place().firstLine(), "has the same key"));
        return finding.build();
    }
}
