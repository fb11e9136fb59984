package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.Optional;

/** An option and a method that say the same, or that are better said by another method. */
final class ClientcertRedundant implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "clientcert-redundant", Severity.INFO, "clientcert=verify-full says what the method says better")
            .because("""
                    The method cert means clientcert=verify-full by itself. And trust with clientcert=verify-full is \
                    cert, except that it reads like trust and takes no map.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Write cert without the option.")
            .source("PostgreSQL documentation, section Certificate Authentication; parse_hba_line in hba.c")
            .since(12)
            .bad(Example.hba("hostssl  all  app1  all  cert  clientcert=verify-full\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (HbaRecord record : context.cluster().records()) {
            boolean other = record.method() != AuthMethod.CERT && record.method() != AuthMethod.TRUST;
            Optional<HbaOption> option = record.options().stream()
                    .filter(own -> own.option() == AuthOption.CLIENTCERT)
                    .filter(own -> own.value().equals("verify-full") && isWritten(record, own))
                    .findFirst();
            if (other || option.isEmpty()) {
                continue;
            }
            outcome.add(context.finding(
                            INFO,
                            HbaRecord.locationOf(option.get().token()),
                            record.method() == AuthMethod.CERT
                                    ? "cert means clientcert=verify-full already"
                                    : "trust with clientcert=verify-full is the method cert")
                    .build());
        }
        return outcome.build();
    }

    /** The method cert implies the option, which then stands where the method does. */
    private static boolean isWritten(HbaRecord record, HbaOption option) {
        return option.token() != record.methodToken();
    }
}
