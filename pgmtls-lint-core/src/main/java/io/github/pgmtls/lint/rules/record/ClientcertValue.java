package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A value of clientcert that the version refuses. */
final class ClientcertValue extends LoadRule.Hba {

    /** The version that replaced the numbers by words. */
    private static final int RENAMED = 12;

    /** The version that refuses the numbers. */
    private static final int REMOVED = 14;

    private static final Set<String> REMOVED_VALUES = Set.of("0", "1", "no-verify");

    private static final RuleInfo INFO = RuleInfo.of(
                    "clientcert-value", Severity.ERROR, "the server refuses this value of the option clientcert")
            .because("""
                    From version 14 on only verify-ca and verify-full are accepted, and with the method cert only \
                    verify-full; 1, 0 and no-verify were removed. The server refuses the whole file: a start fails, a \
                    reload keeps the old records. The view pg_hba_file_rules shows no error for such a line. Before 14, \
                    1 means verify-ca, which checks no name.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("""
                    Use clientcert=verify-full if the certificate's CN is the user, or the method cert without the \
                    option if the certificate alone is to authenticate.""")
            .source("PostgreSQL 14 release notes; parse_hba_auth_opt in hba.c")
            .bad(Example.hba("hostssl  all  all  all  scram-sha-256  clientcert=1\n"))
            .good(Example.hba("hostssl  all  all  all  scram-sha-256  clientcert=verify-full\n")
                    .since(12));

    ClientcertValue() {
        super(INFO, LoadProblem.Kind.CLIENTCERT_VALUE);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "value \"" + problem.detail() + "\" of clientcert is refused";
    }

    @Override
    protected Optional<String> hint(LoadProblem problem) {
        boolean withCert = problem.message().contains("when using \"cert\"");
        return withCert
                ? Optional.of("Delete the option: the method cert checks the certificate and its name by itself.")
                : Optional.empty();
    }

    /** What the server loads today it refuses after an upgrade. */
    @Override
    protected List<Finding> furtherFindings(ClusterContext context) {
        Cluster cluster = context.cluster();
        if (!cluster.isVersionDeclared() || cluster.version().isAtLeast(REMOVED)) {
            return List.of();
        }
        Severity severity = cluster.version().isAtLeast(RENAMED) ? Severity.WARNING : Severity.INFO;
        return cluster.records().stream()
                .flatMap(record -> record.lastOption(AuthOption.CLIENTCERT).stream())
                .filter(option -> REMOVED_VALUES.contains(option.value()))
                .map(option -> context.finding(INFO, HbaRecord.locationOf(option.token()), outdated(option))
                        .severity(severity)
                        .build())
                .toList();
    }

    private static String outdated(HbaOption option) {
        String meaning = option.value().equals("1") ? "verify-ca, which checks no name" : "no certificate";
        return "value \"" + option.value() + "\" of clientcert means " + meaning + ", and is refused from PostgreSQL "
                + REMOVED + " on";
    }
}
