package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.AddressPattern.HostName;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RecordWords;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;

/** Records that ask the name service who a client is. */
final class AddressByHostName implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "address-by-host-name", Severity.INFO, "records name their clients by host name")
            .because("""
                    For each connection the server looks up the name of the client's address and then the address of \
                    that name; a suffix such as .example.com needs only the first. Where the name service is slow, so \
                    is every login; where it is down or lies, the record does not match, or matches the wrong client. \
                    One finding is for all such records of a server.""")
            .claim(Claim.NOTHING)
            .remedy("Write addresses, or rely on certificates and write all.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_hostname in hba.c")
            .bad(Example.hba("hostssl  all  app1  app1.example.com  cert\n"))
            .good(Example.hba("hostssl  all  app1  10.0.6.188/32  cert\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<HbaRecord> records = context.cluster().records().stream()
                .filter(record -> record.address() instanceof HostName host
                        && host.name().contains(".")
                        && record.method() != AuthMethod.REJECT)
                .toList();
        if (records.isEmpty()) {
            return RuleOutcome.of(List.of());
        }
        int more = records.size() - 1;
        AuthToken first = records.get(0).line().fields().get(3).first();
        String message = "the name service decides who \"" + ByteText.decode(first.value()) + "\" is"
                + (more == 0 ? "" : ", here and in " + more + (more == 1 ? " more record" : " more records"));
        return RuleOutcome.of(List.of(context.finding(INFO, HbaRecord.locationOf(first), message)
                .about(RecordWords.of(records))
                .build()));
    }
}
