package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Dates;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A revocation list that libpq looks at without being asked. */
final class ClientRootCrl implements TreeRule {

    private static final Pattern DEFAULT = Pattern.compile("(?:.*/)?\\.postgresql/root\\.crl");

    private static final RuleInfo INFO = RuleInfo.of(
                    "client-root-crl", Severity.WARNING, "a root.crl stands where libpq looks for it by itself")
            .because("""
                    If there is a ~/.postgresql/root.crl, libpq checks servers against it, whether or not sslcrl names \
                    it. On the day on which it expires every connection with verify-ca or verify-full fails, with no \
                    setting that would tell why.""")
            .claim(Claim.NOTHING)
            .remedy("Renew it by a program, or take it away.")
            .source("PostgreSQL documentation, section SSL Support in libpq, Client File Usage")
            .bad(Example.hba("local all all peer\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("home/app1/.postgresql/root.crl", "crl of root"))
            .good(Example.hba("local all all peer\n").withCredential("home/app1/.postgresql/root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(TreeContext context) {
        List<Finding> findings = new ArrayList<>();
        for (String path : context.paths()) {
            if (DEFAULT.matcher(path).matches() && context.tree().read(path) instanceof FileRead.Content content) {
                String until = PemFile.parse(content.file()).revocationLists().stream()
                        .flatMap(list -> list.nextUpdate().stream())
                        .min(Comparator.naturalOrder())
                        .map(end -> ", and fails from " + Dates.day(end) + " on")
                        .orElse("");
                findings.add(context.finding(
                                INFO, Location.of(content.file()), "libpq uses this list without being asked" + until)
                        .build());
            }
        }
        return RuleOutcome.of(findings);
    }
}
