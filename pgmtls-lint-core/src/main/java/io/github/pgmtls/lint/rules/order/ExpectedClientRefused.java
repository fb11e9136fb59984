package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.cluster.ExpectedClient;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.Optional;

/** A client that is declared to log in by certificate does not. */
final class ExpectedClientRefused extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "expected-client-refused",
                    Severity.ERROR,
                    "a client that pgmtls.yaml declares gets in without a certificate, or not at all")
            .because("""
                    certificate-clients in pgmtls.yaml lists who is to log in by certificate, to which database and \
                    from where. Each of them is looked up as the server does it, over TLS: the record that decides \
                    must demand a certificate.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Add a hostssl record with the method cert for this client above the record that decides now.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_hba in hba.c")
            .bad(Example.hba("hostssl  shop  app1  10.1.0.0/16  cert\n")
                    .with("pgmtls.yaml", "clusters: {db: {certificate-clients: [app1 to shop from 10.2.3.4]}}\n"))
            .good(Example.hba("hostssl  shop  app1  10.0.0.0/8  cert\n")
                    .with("pgmtls.yaml", "clusters: {db: {certificate-clients: [app1 to shop from 10.2.3.4]}}\n"));

    private static final int ENOUGH = 16;

    ExpectedClientRefused() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        for (ExpectedClient client : context.cluster().definition().expectedClients()) {
            Region user = Region.everything()
                    .over(Transport.TLS)
                    .ofUser(client.user())
                    .from(List.of(client.addresses()));
            Region region = client.database().map(user::toDatabase).orElseGet(user::forReplication);
            Deciders deciders = context.reachability()
                    .deciders(region, decision -> decision.clientCert() == ClientCert.OFF, ENOUGH);
            Optional<Decider> wrong = deciders.all().stream()
                    .filter(decider -> decider.witness().certain())
                    .findFirst();
            if (wrong.isPresent()) {
                outcome.add(finding(context, client, wrong.get()));
            } else if (!deciders.surelyNone()) {
                outcome.inconclusive("whether client \"" + client.text() + "\" needs a certificate depends on role "
                        + "membership, host names or other facts that the files do not tell");
            }
        }
    }

    private static Finding finding(ClusterContext context, ExpectedClient client, Decider decider) {
        Location place = decider.record()
                .map(HbaRecord::location)
                .orElseGet(() ->
                        Location.of(context.cluster().hba().map(HbaFile::file).orElseThrow()));
        String what = decider.record().isEmpty()
                ? "no record is for it"
                : decider.decision().isReject()
                        ? "this record rejects it"
                        : "it gets in without a certificate, by \""
                                + decider.decision().phrase() + "\"";
        return context.finding(INFO, place, "client \"" + client.text() + "\" cannot log in by certificate: " + what)
                .about(client.text())
                .build();
    }
}
