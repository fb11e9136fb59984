package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PathResult;
import io.github.pgmtls.lint.x509.VerificationError;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** No self-signed certificate ends the path. */
final class RootMissing implements ClusterRule {

    private static final Set<VerificationError> INCOMPLETE = EnumSet.of(
            VerificationError.UNABLE_TO_GET_ISSUER_CERT,
            VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            VerificationError.UNABLE_TO_VERIFY_LEAF_SIGNATURE);

    private static final RuleInfo INFO = RuleInfo.of(
                    "root-missing", Severity.ERROR, "the root of a CA is not in ssl_ca_file")
            .because("""
                    For the server a path ends only at a self-signed certificate in ssl_ca_file: with an intermediate \
                    alone every client is refused, even one that sends the root along. Java clients accept the same \
                    file, which misleads.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Append the certificate of the root to ssl_ca_file.")
            .source("OpenSSL, openssl-verification-options(1), on trust anchors and -partial_chain")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'ca.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("ca.crt", "CN=Issuing CA | by root | ca"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'ca.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("ca.crt", "CN=Issuing CA | by root | ca | with root"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Set<Certificate> incomplete = new LinkedHashSet<>();
        for (AuthorityPath path : context.authorityPaths()) {
            path.refused()
                    .filter(refused -> path.isMeantToIssue() && INCOMPLETE.contains(refused.error()))
                    .map(PathResult.Refused::path)
                    .ifPresent(built -> incomplete.add(built.get(built.size() - 1)));
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        incomplete.forEach(top -> outcome.add(finding(context, top)));
        return outcome.build();
    }

    private static Finding finding(ClusterContext context, Certificate top) {
        String message = "clients below \"" + top.subject() + "\" are refused: its issuer \"" + top.issuer()
                + "\" is not in ssl_ca_file";
        return context.finding(INFO, top.place().firstLine(), message)
                .severity(Need.severity(context, top))
                .serverSays(VerificationError.UNABLE_TO_GET_ISSUER_CERT.text(
                        context.cluster().definition().openSsl().version()))
                .build();
    }
}
