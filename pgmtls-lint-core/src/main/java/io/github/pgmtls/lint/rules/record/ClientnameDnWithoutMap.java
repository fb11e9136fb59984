package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;

/** The whole subject of a certificate is compared with a role name. */
final class ClientnameDnWithoutMap implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "clientname-dn-without-map",
                    Severity.ERROR,
                    "clientname=DN without a map compares the whole subject with the name of the user")
            .because("""
                    With clientname=DN the server takes the whole subject, such as CN=app1,O=Acme, and without a map it \
                    must be the name of the user itself. Nobody has such a name, so every login fails.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Add map= and rows with the subjects to pg_ident.conf, or leave clientname=DN away.")
            .source("PostgreSQL documentation, section Certificate Authentication; CheckCertAuth in auth.c")
            .since(14)
            .bad(Example.hba("hostssl  all  app1  all  cert  clientname=DN\n"))
            .good(Example.hba("hostssl  all  app1  all  cert  clientname=DN  map=dn\n")
                    .with("pg_ident.conf", "dn  \"CN=app1,O=Acme\"  app1\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(context.cluster().records().stream()
                .filter(record -> record.clientCert() == ClientCert.VERIFY_FULL
                        && record.usesDistinguishedName()
                        && record.map().isEmpty()
                        && record.users().stream().noneMatch(user -> user.name().contains("=")))
                .map(record -> finding(context, record))
                .toList());
    }

    private static Finding finding(ClusterContext context, HbaRecord record) {
        Location place = HbaRecord.locationOf(
                record.lastOption(AuthOption.CLIENTNAME).orElseThrow().token());
        return context.finding(INFO, place, "the whole subject of a certificate is compared with the name of the user")
                .build();
    }
}
