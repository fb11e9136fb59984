package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.Optional;

/** A map without a name is no map. */
final class EmptyMap implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of("empty-map", Severity.WARNING, "map= without a name means no map")
            .because("""
                    The server accepts an empty name and then works as without a map: the name in the certificate must \
                    be the user.""")
            .claim(Claim.LETS_IN)
            .remedy("Name the map, or delete the option.")
            .source("check_usermap in hba.c")
            .bad(Example.hba("hostssl  all  all  all  cert  map=\n"))
            .good(Example.hba("hostssl  all  all  all  cert\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (HbaRecord record : context.cluster().records()) {
            Optional<HbaOption> map = record.lastOption(AuthOption.MAP);
            if (map.isPresent() && map.get().value().isEmpty()) {
                Location place = HbaRecord.locationOf(map.get().token());
                outcome.add(context.finding(INFO, place, "map= has no name, so no map is used")
                        .build());
            }
        }
        return outcome.build();
    }
}
