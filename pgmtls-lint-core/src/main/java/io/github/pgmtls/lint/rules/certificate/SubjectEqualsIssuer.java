package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.BasicConstraints;
import io.github.pgmtls.lint.x509.Certificate;

/** A certificate that OpenSSL takes for self-signed because somebody forgot to replace the name. */
final class SubjectEqualsIssuer implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "subject-equals-issuer", Severity.ERROR, "a certificate has the name of the CA that issued it")
            .because("""
                    OpenSSL takes a certificate whose subject is its issuer for self-signed, unless its authority key \
                    identifier says otherwise, and refuses it with error 18. It carries the name of the CA instead of \
                    that of a client in any case: the template's CN was not replaced.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue it again with a subject of its own.")
            .source("RFC 5280, section 6.1; OpenSSL, X509_check_issued(3)")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=Root | own key | by root.crt | v1"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            if (!used.isLeaf()
                    || !certificate.isSelfIssued()
                    || context.signatures().isSignedBy(certificate, certificate)) {
                continue;
            }
            boolean mistaken = isMistakenForSelfSigned(certificate);
            String message = used.words() + " has the name of its issuer"
                    + (mistaken ? ", so that OpenSSL takes it for self-signed" : "");
            FindingBuilder finding = context.finding(INFO, certificate.place().firstLine(), message)
                    .severity(mistaken ? Severity.ERROR : Severity.WARNING);
            if (mistaken) {
                finding.serverSays("self-signed certificate");
            }
            outcome.add(finding.build());
        }
        return outcome.build();
    }

    /** Tells whether nothing but the signature tells that it is not self-signed. */
    static boolean isMistakenForSelfSigned(Certificate certificate) {
        return certificate.isSelfIssued()
                && certificate.authorityKeyIdentifier().isEmpty()
                && certificate
                        .basicConstraints()
                        .filter(BasicConstraints::authority)
                        .isEmpty();
    }
}
