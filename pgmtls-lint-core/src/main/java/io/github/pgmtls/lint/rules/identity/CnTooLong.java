package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.List;

/** A CN that is longer than a role's name can be. */
final class CnTooLong implements ClusterRule {

    private static final int LONGEST_ROLE = 63;

    private static final RuleInfo INFO = RuleInfo.of(
                    "cn-too-long", Severity.ERROR, "the CN of a client certificate is longer than a role's name can be")
            .because("""
                    Names of roles are cut off at 63 bytes, a CN is not: the two are never equal. Only a record with a \
                    map can let such a certificate in.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue it with a shorter CN, or map the CN to a role in pg_ident.conf.")
            .source("PostgreSQL documentation, section Identifiers and Key Words: NAMEDATALEN")
            .bad(Example.hba("hostssl  all  all  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=" + "a".repeat(64) + " | for clients"))
            .good(Example.hba("hostssl  all  all  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=" + "a".repeat(63) + " | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<HbaRecord> records = context.cluster().meantRecords().stream()
                .filter(HbaRecord::demandsCertificate)
                .toList();
        boolean byName = !records.isEmpty()
                && records.stream()
                        .allMatch(record -> record.map().isEmpty() && record.clientCert() != ClientCert.VERIFY_CA);
        if (!byName) {
            return RuleOutcome.notApplicable("no record compares the CN with a role, or some other record may do");
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (PemFile file : context.cluster().credentials().clients()) {
            file.certificates().stream()
                    .limit(1)
                    .forEach(leaf -> leaf.subject()
                            .commonName()
                            .filter(name -> name.length() > LONGEST_ROLE)
                            .ifPresent(name -> outcome.add(context.finding(
                                            INFO,
                                            leaf.place().firstLine(),
                                            "CN of " + name.length() + " bytes can be no role's name, which has "
                                                    + LONGEST_ROLE + " at most")
                                    .build())));
        }
        return outcome.build();
    }
}
