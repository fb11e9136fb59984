package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.identity.CertificateIdentity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.PemFile;

/** A CN with a byte that ends it too early. */
final class CnContainsNul implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "cn-contains-nul", Severity.ERROR, "the CN of a client certificate contains a zero byte")
            .because("""
                    The server drops the connection, as a zero byte is an old trick to make one name look like \
                    another. Names encoded as BMPString or UniversalString, two or four bytes for each character, \
                    contain zero bytes too.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue it with the CN as UTF8String or PrintableString.")
            .source("be_tls_open_server in be-secure-openssl.c")
            .bad(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN[bmp]=app1 | for clients"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=app1 | for clients"));

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
                    .filter(CertificateIdentity::hasEmbeddedNul)
                    .forEach(leaf -> outcome.add(context.finding(
                                    INFO,
                                    leaf.place().firstLine(),
                                    "CN of the client certificate contains a zero byte ("
                                            + leaf.subject()
                                                    .commonNames()
                                                    .get(0)
                                                    .stringType() + ")")
                            .serverSays("SSL certificate's common name contains embedded null")
                            .build()));
        }
        return outcome.build();
    }
}
