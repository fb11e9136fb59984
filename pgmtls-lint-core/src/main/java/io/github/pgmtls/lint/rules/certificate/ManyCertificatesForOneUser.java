package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClientPath;
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

/** Many certificates for one user. */
final class ManyCertificatesForOneUser implements ClusterRule {

    /** The one in use and the next. */
    private static final RuleOption MOST =
            new RuleOption("most", "valid certificates that one name may have", 2, 1, 10_000);

    private static final RuleInfo INFO = RuleInfo.of(
                    "many-certificates-for-one-user",
                    Severity.WARNING,
                    "more than two valid client certificates have the same name")
            .because("""
                    While a certificate is being replaced there are two. More means that old ones were not revoked, \
                    or that several programs are one user: nobody can tell which of them did something.""")
            .claim(Claim.NOTHING)
            .remedy("Give each program a name of its own, and remove and revoke what is no longer used.")
            .source("NIST SP 800-57, part 1, section 5.3")
            .timeDependent()
            .option(MOST)
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/1.crt", "CN=app1 | by root.crt | for clients | serial 1")
                    .withCredential("clients/2.crt", "CN=app1 | by root.crt | for clients | serial 2")
                    .withCredential("clients/3.crt", "CN=app1 | by root.crt | for clients | serial 3"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/1.crt", "CN=app1 | by root.crt | for clients | serial 1")
                    .withCredential("clients/2.crt", "CN=app1 | by root.crt | for clients | serial 2"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<DistinguishedName, Set<Certificate>> byName = new LinkedHashMap<>();
        context.clientPaths().stream()
                .filter(path -> path.result().isVerified())
                .map(ClientPath::leaf)
                .forEach(leaf -> byName.computeIfAbsent(leaf.subject(), name -> new LinkedHashSet<>())
                        .add(leaf));
        int most = context.option(INFO, MOST);
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        byName.forEach((name, leaves) -> {
            if (leaves.size() > most) {
                List<Certificate> all = List.copyOf(leaves);
                FindingBuilder finding = context.finding(
                                INFO,
                                all.get(0).place().firstLine(),
                                all.size() + " valid client certificates have the name \"" + name + "\"")
                        .about(UsedCertificate.subject(all));
                all.subList(1, all.size())
                        .forEach(other -> finding.related(other.place().firstLine(), "another one"));
                outcome.add(finding.build());
            }
        });
        return outcome.build();
    }
}
