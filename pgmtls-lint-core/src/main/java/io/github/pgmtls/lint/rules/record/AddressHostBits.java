package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.List;

/** An address has bits that its mask cuts off. */
final class AddressHostBits implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "address-host-bits", Severity.INFO, "the address has bits that its mask cuts off")
            .because("""
                    The server compares only the bits of the mask: 10.0.6.188/24 is all of 10.0.6.0/24. Who writes the \
                    address of one machine often means that machine alone. It is a warning if the address is that of \
                    this machine and the mask lets others in.""")
            .claim(Claim.LETS_IN)
            .remedy("Write the network as it is, or /32 (IPv6: /128) for one machine.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_ip in hba.c")
            .bad(Example.hba("hostssl  all  all  10.0.6.188/24  cert\n"))
            .good(Example.hba("hostssl  all  all  10.0.6.188/32  cert\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (HbaRecord record : context.cluster().records()) {
            if (record.address() instanceof Network network && hasHostBits(network)) {
                findings.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(
                                        record.line().fields().get(3).first()),
                                message(network))
                        .severity(oneMachine(network) && !network.isLoopback() ? Severity.WARNING : Severity.INFO)
                        .build());
            }
        }
        return RuleOutcome.of(findings);
    }

    private static boolean hasHostBits(Network network) {
        return !network.address().and(network.mask()).equals(network.address());
    }

    private static boolean oneMachine(Network network) {
        boolean v6 = network.address().v6();
        return new Network(network.address(), IpAddress.mask(v6, v6 ? 128 : 32)).isLoopback();
    }

    private static String message(Network network) {
        IpAddress first = network.address().and(network.mask());
        int length = network.mask().prefixLength();
        return "the record is for all of " + first + (length < 0 ? " with mask " + network.mask() : "/" + length)
                + ", not only for " + network.address();
    }
}
