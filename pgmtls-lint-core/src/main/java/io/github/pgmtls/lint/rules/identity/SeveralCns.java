package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.PemFile;

/** A client's certificate with more than one CN. */
final class SeveralCns implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "several-cns", Severity.WARNING, "a client certificate has several CNs, of which the first counts")
            .because("""
                    The server takes the first CN in the order of the encoding. Tools that print names the other way \
                    round, as Java and clientname=DN do, show it last.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue it with one CN, the name of the user.")
            .source("be_tls_open_server in be-secure-openssl.c: X509_NAME_get_text_by_NID")
            .bad(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=app1,CN=Application 1 | for clients"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "O=Application 1,CN=app1 | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (PemFile file : context.cluster().credentials().clients()) {
            file.certificates().stream()
                    .limit(1)
                    .filter(leaf -> leaf.subject().commonNames().size() > 1)
                    .forEach(leaf -> outcome.add(context.finding(
                                    INFO,
                                    leaf.place().firstLine(),
                                    "client certificate has "
                                            + leaf.subject().commonNames().size()
                                            + " CNs; the server takes \""
                                            + leaf.subject()
                                                    .commonNames()
                                                    .get(0)
                                                    .text() + "\" for the name")
                            .build()));
        }
        return outcome.build();
    }
}
