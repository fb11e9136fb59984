package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.Templates;
import java.util.ArrayList;
import java.util.List;

/** A file that a program is still to fill in. */
final class TemplateNotRendered implements ClusterRule {

    private static final List<Role> ROLES = List.of(Role.SETTINGS, Role.HBA, Role.IDENT);

    private static final RuleInfo INFO = RuleInfo.of(
                    "template-not-rendered", Severity.WARNING, "the file is a template, not what the server reads")
            .because("""
                    What stands in the braces is filled in before the server gets the file. That a line \
                    with them cannot be read is not told; other findings in this file, and none where there are none, \
                    may be wrong.""")
            .claim(Claim.NOTHING)
            .remedy("Lint what the program makes of it, and give the template another name, such as pg_hba.conf.j2.")
            .source("PostgreSQL documentation, sections The pg_hba.conf File and Setting Parameters")
            .bad(Example.hba("hostssl  all  app1  {{ app_network }}  cert\n"))
            .good(Example.hba("hostssl  all  app1  10.0.0.0/8  cert\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (Role role : ROLES) {
            context.cluster()
                    .file(role)
                    .flatMap(ServerFile::content)
                    .flatMap(Templates::firstMark)
                    .ifPresent(place -> findings.add(context.finding(INFO, place, "this is for a program to fill in")
                            .build()));
        }
        return RuleOutcome.of(findings);
    }
}
