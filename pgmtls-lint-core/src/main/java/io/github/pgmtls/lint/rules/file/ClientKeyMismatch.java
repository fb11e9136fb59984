package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;

/** A client's key that does not belong to its certificate. */
final class ClientKeyMismatch implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "client-key-mismatch",
                    Severity.ERROR,
                    "the private key beside a client's certificate does not belong to it")
            .because("""
                    libpq refuses to connect with such a pair, and pgjdbc gets no further than the handshake. The key \
                    is looked for beside the certificate, under the same name with .key.""")
            .claim(Claim.NOTHING)
            .remedy("Put the key there with which the certificate was requested, or issue a new certificate.")
            .source("initialize_SSL in fe-secure-openssl.c")
            .bad(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("other", "CN=app1 | own key | elsewhere")
                    .withCredential("clients/app1.crt", "CN=app1 | for clients")
                    .withCredential("clients/app1.key", "key of other | mode 0600"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=app1 | for clients")
                    .withCredential("clients/app1.key", "key of clients/app1.crt | mode 0600"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(ClientKeys.of(context).stream()
                .filter(pair ->
                        !pair.key().belongsTo(pair.certificate().publicKey()).orElse(true))
                .map(pair -> context.finding(
                                INFO,
                                pair.key().place().firstLine(),
                                "private key does not belong to the certificate beside it")
                        .related(pair.certificate().place().firstLine(), "the certificate")
                        .serverSays("certificate does not match private key file \"" + pair.path()
                                + "\": key values mismatch")
                        .build())
                .toList());
    }
}
