package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.identity.CertificateIdentity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.Templates;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.List;
import java.util.Optional;

/** A client certificate by which nobody can log in. */
final class CnNotAdmitted implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "cn-not-admitted", Severity.ERROR, "no record admits the name of a client certificate")
            .because("""
                    The server compares the certificate's first CN, byte by byte, with the requested user or, where the \
                    record has a map, with the system names of that map. A certificate whose name is neither a user of \
                    a record nor in its map opens no door.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue the certificate with the role's name as CN, or map its name to the role in pg_ident.conf.")
            .source("PostgreSQL documentation, sections Certificate Authentication and User Name Maps")
            .bad(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=App1 | for clients"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=app1 | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        List<HbaRecord> records = cluster.meantRecords().stream()
                .filter(HbaRecord::demandsCertificate)
                .toList();
        if (records.isEmpty()) {
            return RuleOutcome.notApplicable("no record takes a name from a certificate");
        }
        if (cluster.hba().filter(hba -> !hba.isComplete()).isPresent()) {
            return RuleOutcome.inconclusive("pg_hba.conf includes files that are not in the linted directory");
        }
        Admission admission = new Admission(cluster, records);
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (PemFile file : cluster.credentials().clients()) {
            file.certificates().stream()
                    .findFirst()
                    .filter(leaf -> !CertificateIdentity.hasEmbeddedNul(leaf))
                    .ifPresent(leaf -> judge(context, admission, leaf, outcome));
        }
        return outcome.build();
    }

    private static void judge(
            ClusterContext context, Admission admission, Certificate leaf, RuleOutcome.Builder outcome) {
        switch (admission.of(leaf)) {
            case NO ->
                Templates.unfilled(context.cluster())
                        .ifPresentOrElse(
                                file -> outcome.inconclusive(
                                        "whether a record admits this certificate depends on what a program fills in in "
                                                + file,
                                        leaf.place().firstLine()),
                                () -> outcome.add(finding(context, admission, leaf)));
            case UNKNOWN ->
                outcome.inconclusive(
                        "whether a record admits this certificate depends on role membership or on a regular expression",
                        leaf.place().firstLine());
            case MAP_UNDEFINED -> {
                if (leaf.subject().commonName().flatMap(admission::nearMiss).isPresent()) {
                    outcome.add(finding(context, admission, leaf));
                }
            }
            case YES -> {}
        }
    }

    private static Finding finding(ClusterContext context, Admission admission, Certificate leaf) {
        Optional<String> name = leaf.subject().commonName().map(ByteText::decode);
        String message = name.isPresent()
                ? "no record admits a client with CN \"" + name.get() + "\""
                : "client certificate has no CN, so it carries no user name";
        FindingBuilder finding = context.finding(INFO, leaf.place().firstLine(), message)
                .related(admission.records().get(0).location(), "this record takes the name from the certificate");
        leaf.subject()
                .commonName()
                .flatMap(admission::mapInForce)
                .ifPresent(map -> finding.hint("With map=" + ByteText.decode(map)
                        + " the CN is looked up in the map and no longer compared with the user: add a row for it."));
        Optional<String> near = leaf.subject().commonName().flatMap(admission::nearMiss);
        near.ifPresent(n -> finding.hint("\"" + ByteText.decode(n)
                + "\" is admitted: names are compared exactly, case and " + "blanks included."));
        return finding.build();
    }
}
