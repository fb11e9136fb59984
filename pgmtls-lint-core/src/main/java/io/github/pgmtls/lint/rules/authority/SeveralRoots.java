package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** More than one root. */
final class SeveralRoots implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "several-roots", Severity.WARNING, "ssl_ca_file holds several roots")
            .because("""
                    Each root can issue every name, that of a superuser too: the weakest of them decides. While one \
                    CA takes the place of another that is meant; afterwards the old one has to go.""")
            .claim(Claim.LETS_IN)
            .remedy("Leave only the root that issues your client certificates.")
            .source("PostgreSQL documentation, section Using Client Certificates")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | with other")
                    .withCredential("other", "CN=Other Root | ca | elsewhere"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<DistinguishedName, Certificate> roots = new LinkedHashMap<>();
        context.loaded().authorities().stream()
                .filter(Certificate::isSelfIssued)
                .filter(AuthorityPath::isMeantToIssue)
                .filter(root -> !root.notAfter().isBefore(context.now()))
                .forEach(root -> roots.putIfAbsent(root.subject(), root));
        if (roots.size() < 2 || PublicOrSystemBundle.isBundle(context)) {
            return RuleOutcome.of(List.of());
        }
        List<Certificate> all = List.copyOf(roots.values());
        FindingBuilder finding = context.finding(
                        INFO,
                        all.get(1).place().firstLine(),
                        "ssl_ca_file holds " + all.size() + " roots, each of which can issue any name: "
                                + all.stream()
                                        .map(root -> "\"" + root.subject() + "\"")
                                        .collect(Collectors.joining(", ")))
                .about(UsedCertificate.subject(all));
        finding.related(all.get(0).place().firstLine(), "the first root");
        return RuleOutcome.of(List.of(finding.build()));
    }
}
