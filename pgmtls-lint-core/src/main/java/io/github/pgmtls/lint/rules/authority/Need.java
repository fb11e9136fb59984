package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.ClientPath;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PathResult;
import java.util.List;

/** Whether clients need an authority that does not work. */
final class Need {

    private Need() {}

    /** Returns error if a known client is below it or, where no client is known to get in, if no other one works. */
    static Severity severity(ClusterContext context, Certificate authority) {
        List<PathResult> clients =
                context.clientPaths().stream().map(ClientPath::result).toList();
        if (clients.stream().anyMatch(result -> result.path().contains(authority))) {
            return Severity.ERROR;
        }
        List<AuthorityPath> all = context.authorityPaths();
        boolean othersWork = clients.stream().anyMatch(PathResult::isVerified)
                || all.stream()
                        .filter(path -> path.isMeantToIssue() && path.isLowest(all))
                        .anyMatch(path -> path.result().isVerified());
        return othersWork ? Severity.WARNING : Severity.ERROR;
    }
}
