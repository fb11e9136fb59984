package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClientPath;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import io.github.pgmtls.lint.x509.PathResult;
import io.github.pgmtls.lint.x509.VerificationError;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The server refuses a client's certificate. */
final class ClientCertificateRefused implements ClusterRule {

    /** What other rules say, once for the file that is to blame. */
    private static final Set<VerificationError> FOUND_ELSEWHERE = EnumSet.of(
            VerificationError.CERT_HAS_EXPIRED,
            VerificationError.CERT_NOT_YET_VALID,
            VerificationError.CERT_REVOKED,
            VerificationError.UNABLE_TO_GET_CRL,
            VerificationError.UNABLE_TO_GET_CRL_ISSUER,
            VerificationError.CRL_SIGNATURE_FAILURE,
            VerificationError.CRL_NOT_YET_VALID,
            VerificationError.CRL_HAS_EXPIRED,
            VerificationError.KEYUSAGE_NO_CRL_SIGN);

    private static final RuleInfo INFO = RuleInfo.of(
                    "client-certificate-refused", Severity.ERROR, "the server does not accept a client's certificate")
            .because("""
                    The server verifies each certificate that a client presents with ssl_ca_file, as OpenSSL does, and \
                    refuses the connection if that fails, whatever record would match it. The path must end at a \
                    self-signed certificate in ssl_ca_file; every certificate in it must be good for clients, and \
                    strong enough.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue the certificate again under a CA in ssl_ca_file, or send the missing intermediates along.")
            .source("OpenSSL, openssl-verification-options(1); be_tls_init in be-secure-openssl.c")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for servers"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (context.cluster().credentials().clients().isEmpty()) {
            return RuleOutcome.notApplicable("there is no client certificate to verify");
        }
        Optional<String> unknown = context.loaded().whyNoTrust();
        if (unknown.isPresent()) {
            return RuleOutcome.inconclusive("no client certificate was verified: " + unknown.get());
        }
        Set<Certificate> trusted = new HashSet<>(context.loaded().authorities());
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (ClientPath path : context.clientPaths()) {
            path.refused()
                    .filter(refused -> !FOUND_ELSEWHERE.contains(refused.error()))
                    .filter(refused -> refused.depth() == 0 || !trusted.contains(refused.certificate()))
                    .filter(refused -> !SubjectEqualsIssuer.isMistakenForSelfSigned(path.leaf()))
                    .ifPresent(refused -> outcome.add(finding(context, path, refused)));
        }
        return outcome.build();
    }

    private static Finding finding(ClusterContext context, ClientPath path, PathResult.Refused refused) {
        OpenSslVersion version = context.cluster().definition().openSsl().version();
        String message = "server refuses client certificate \"" + path.leaf().subject() + "\": "
                + VerificationWords.of(refused, context);
        return context.finding(INFO, path.leaf().place().firstLine(), message)
                .about(refused.error().name())
                .serverSays(
                        VerificationWords.serverSays(refused, context.cluster().version(), version))
                .hint(VerificationWords.hint(refused).orElse(INFO.remedy()))
                .build();
    }
}
