package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client's key with a mode that libpq refuses. */
final class ClientKeyPermissions implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "client-key-permissions", Severity.WARNING, "the mode of a client's private key is too wide")
            .because("""
                    libpq refuses a key that group or others can access; if root owns it, the group may read, since \
                    the minor releases of May 2022. pgjdbc checks the same in its newest versions. The mode of a key \
                    that git tracks says nothing, as git stores none; such a key is a finding of its own.""")
            .claim(Claim.NOTHING)
            .remedy("Run chmod 0600 on the key.")
            .source("initialize_SSL in fe-secure-openssl.c")
            .bad(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=app1 | for clients")
                    .withCredential("clients/app1.key", "key of clients/app1.crt | mode 0644"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=app1 | for clients")
                    .withCredential("clients/app1.key", "key of clients/app1.crt | mode 0600"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (ClientKeys.Pair pair : ClientKeys.of(context)) {
            Optional<FileFacts> facts = context.tree().facts(pair.path()).filter(own -> !own.tracked());
            facts.flatMap(FileFacts::posix)
                    .filter(KeyPermissions::isRefused)
                    .ifPresent(posix -> findings.add(context.finding(
                                    INFO,
                                    pair.key().place().firstLine(),
                                    "private key of a client has mode " + posix.octalMode())
                            .serverSays("private key file \"" + pair.path() + "\" has group or world access")
                            .build()));
        }
        return RuleOutcome.of(findings);
    }
}
