package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.order.CertificateDoors.Takeover;
import java.util.Optional;

/** A record that demands a certificate loses some of its connections to an earlier one that demands none. */
final class RecordPartlyShadowed extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "record-partly-shadowed",
                    Severity.WARNING,
                    "an earlier record takes connections of one that demands a certificate, and demands none")
            .because("""
                    The first record that matches decides. Where an earlier record covers part of what a record with cert \
                    or clientcert is for, those clients get in without a certificate, and one that shows its \
                    certificate is asked for something else. It is an error if the earlier record trusts everybody, or \
                    takes every IPv4 or every IPv6 address. An earlier record that is wholly within the later one is \
                    taken for a deliberate exception.""")
            .claim(Claim.LETS_IN)
            .remedy("Move this record above the other, or limit the other to those who have no certificate.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_hba in hba.c")
            .bad(Example.hba("hostssl  all  all   10.0.0.0/8  scram-sha-256\nhostssl  all  app1  all         cert\n"))
            .good(Example.hba("hostssl  all  app1  all         cert\nhostssl  all  all   10.0.0.0/8  scram-sha-256\n"));

    RecordPartlyShadowed() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Unclear unclear = new Unclear();
        CertificateDoors.of(context).byRecord().forEach((record, doors) -> {
            if (!doors.takeovers().isEmpty()) {
                Optional<Takeover> certain = doors.takeovers().stream()
                        .filter(takeover -> takeover.by().witness().certain())
                        .findFirst();
                certain.ifPresentOrElse(
                        takeover -> outcome.add(finding(context, record, takeover)), () -> unclear.add(record));
            }
        });
        unclear.tell(outcome, "loses connections to earlier ones");
    }

    private static Finding finding(ClusterContext context, HbaRecord record, Takeover takeover) {
        HbaRecord earlier = takeover.record();
        boolean bad = takeover.wholeFamily() || earlier.method() == AuthMethod.TRUST;
        String lost = takeover.wholeFamily() ? family(takeover) : "some of its";
        String message = "record loses " + lost + " connections to line " + earlier.lineNumber() + ": "
                + takeover.by().witness().connection().phrase() + " gets \""
                + takeover.by().decision().phrase() + "\" there, without a certificate";
        return context.finding(INFO, record.location(), message)
                .severity(bad ? Severity.ERROR : Severity.WARNING)
                .related(earlier.location(), "this record matches first")
                .build();
    }

    private static String family(Takeover takeover) {
        boolean v6 = takeover.by()
                .witness()
                .connection()
                .address()
                .filter(address -> address.v6())
                .isPresent();
        return v6 ? "all IPv6" : "all IPv4";
    }
}
