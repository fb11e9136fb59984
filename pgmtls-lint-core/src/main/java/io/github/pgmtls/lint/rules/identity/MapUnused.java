package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** No record uses a map. */
final class MapUnused implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "map-unused", Severity.WARNING, "no record of pg_hba.conf uses a map of pg_ident.conf")
            .because("""
                    A map works only where a record names it with map=. Rows of another map do nothing, however much \
                    they look like access that somebody has.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Delete the rows, or name the map in a record.")
            .source("PostgreSQL documentation, section User Name Maps")
            .bad(Example.hba("hostssl all all all cert map=m\n").with("pg_ident.conf", "m  alice  al\nn  bob  bobby\n"))
            .good(Example.hba("hostssl all all all cert map=m\n").with("pg_ident.conf", "m  alice  al\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        if (cluster.mappings().isEmpty()) {
            return RuleOutcome.notApplicable("there are no maps");
        }
        boolean allRead = cluster.hba()
                .filter(hba -> hba.isComplete()
                        && hba.linesWithProblem().stream()
                                .allMatch(line -> line.recordOrMeant().isPresent()))
                .isPresent();
        if (!allRead) {
            return RuleOutcome.inconclusive("not all records of pg_hba.conf are known");
        }
        Set<String> seen = cluster.meantRecords().stream()
                .flatMap(record -> record.map().stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<Finding> findings = new ArrayList<>();
        for (IdentMapping row : cluster.mappings()) {
            if (seen.add(row.map().value()) && !Templates.isFilledIn(row.location())) {
                findings.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(row.map()),
                                "no record uses map \"" + MapRows.words(row.map()) + "\"")
                        .build());
            }
        }
        return RuleOutcome.of(findings);
    }
}
