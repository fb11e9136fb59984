package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.Setting;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.Optional;

/** TLS is off although records ask for it. */
final class SslOff implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "ssl-off", Severity.ERROR, "TLS is off although records ask for it")
            .because("""
                    The default of ssl is off. The server starts and only logs that hostssl records cannot match: \
                    clients that demand TLS are refused, others go on in plain text.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Set ssl = on in postgresql.conf.")
            .source("PostgreSQL documentation, section SSL; parse_hba_line in hba.c")
            .bad(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"))
            .good(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Optional<HbaRecord> hostssl = cluster.meantRecords().stream()
                .filter(record -> record.type() == ConnectionType.HOSTSSL)
                .findFirst();
        if (hostssl.isEmpty()) {
            return RuleOutcome.notApplicable("no record asks for TLS");
        }
        Optional<Settings> settings = cluster.settings();
        if (settings.isEmpty()) {
            return RuleOutcome.inconclusive(
                    "there is no postgresql.conf beside pg_hba.conf that says whether ssl is on");
        }
        Optional<EffectiveSetting> ssl = settings.get().effective("ssl").filter(EffectiveSetting::isCertain);
        if (ssl.isEmpty()) {
            return RuleOutcome.inconclusive("whether ssl is on depends on included files that could not be read");
        }
        if (ssl.get().value().isEmpty() || ssl.get().value().get().equals("on")) {
            return RuleOutcome.of(List.of());
        }
        Optional<Setting> line = ssl.get().setting();
        Location place = line.map(Setting::place)
                .orElseGet(() -> Location.of(settings.get().file()));
        return new RuleOutcome.Builder()
                .add(context.finding(
                                INFO, place, line.isPresent() ? "ssl is off" : "ssl is not set, and off by default")
                        .related(hostssl.get().typeLocation(), "this record can never match")
                        .serverSays("hostssl record cannot match because SSL is disabled")
                        .build())
                .build();
    }
}
