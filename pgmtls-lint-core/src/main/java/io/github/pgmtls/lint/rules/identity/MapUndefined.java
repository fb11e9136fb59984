package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.DidYouMean;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.Templates;
import io.github.pgmtls.lint.source.ByteText;
import java.util.Set;
import java.util.TreeSet;

/** A record uses a map that pg_ident.conf does not have. */
final class MapUndefined implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "map-undefined", Severity.ERROR, "a record uses a map that pg_ident.conf does not define")
            .because("""
                    The server does not look the map up before somebody logs in; then every login by the record fails. \
                    Map names are compared exactly, case included.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Add the map to pg_ident.conf, or correct its name.")
            .source("PostgreSQL documentation, section User Name Maps; check_usermap in hba.c")
            .bad(Example.hba("hostssl  all  app1  all  cert  map=certmap\n")
                    .with("pg_ident.conf", "certmaps  \"client 1\"  app1\n"))
            .good(Example.hba("hostssl  all  app1  all  cert  map=certmap\n")
                    .with("pg_ident.conf", "certmap  \"client 1\"  app1\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        Set<String> defined = new TreeSet<>();
        cluster.ident()
                .ifPresent(ident -> ident.lines().stream()
                        .filter(line -> !line.line().fields().isEmpty())
                        .forEach(line ->
                                defined.add(line.line().fields().get(0).first().value())));
        boolean complete = cluster.ident().isPresent() && cluster.ident().get().isComplete();
        for (HbaRecord record : cluster.meantRecords()) {
            if (record.map().isEmpty() || defined.contains(record.map().get())) {
                continue;
            }
            String map = ByteText.decode(record.map().get());
            Location place = record.lastOption(AuthOption.MAP)
                    .map(option -> HbaRecord.locationOf(option.token()))
                    .orElseGet(record::location);
            if (complete && Templates.unfilled(cluster).isPresent()) {
                outcome.inconclusive(
                        "whether map \"" + map + "\" is defined depends on what a program fills in", place);
            } else if (complete) {
                FindingBuilder finding = context.finding(
                                INFO, place, "map \"" + map + "\" is not defined in pg_ident.conf")
                        .serverSays("no match in usermap \"" + map + "\"");
                DidYouMean.among(defined, record.map().get())
                        .ifPresent(near -> finding.hint("Did you mean map=" + near + "?"));
                outcome.add(finding.build());
            } else {
                outcome.inconclusive(
                        "pg_ident.conf, which should define map \"" + map + "\", is not in the linted directory",
                        place);
            }
        }
        return outcome.build();
    }
}
