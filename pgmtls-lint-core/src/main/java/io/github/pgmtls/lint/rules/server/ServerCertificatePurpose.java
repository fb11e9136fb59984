package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.KeyUsage;
import io.github.pgmtls.lint.x509.Purpose;
import java.util.List;
import java.util.Optional;

/** Clients refuse the server's certificate because it is not for servers. */
final class ServerCertificatePurpose implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-certificate-purpose", Severity.ERROR, "the server certificate is not for servers")
            .because("""
                    Clients with sslmode=verify-ca or verify-full refuse a certificate whose extendedKeyUsage lacks \
                    serverAuth (anyExtendedKeyUsage does not count), whose nsCertType lacks server, whatever the \
                    former says, or whose keyUsage lets it neither sign nor agree on keys. Clients with \
                    sslmode=require notice nothing. Without digitalSignature Java clients refuse it under TLS 1.3.""")
            .claim(Claim.NOTHING)
            .remedy("Issue it with extendedKeyUsage serverAuth, keyUsage digitalSignature and no nsCertType.")
            .source("RFC 5280, sections 4.2.1.3 and 4.2.1.12; OpenSSL, X509_check_purpose(3)")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root | for clients"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root | for servers"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerChain> chain = ServerChain.of(context);
        if (chain.isEmpty()) {
            return RuleOutcome.notApplicable("there is no server certificate to look at");
        }
        Certificate own = chain.get().own();
        Optional<String> refused = refused(own);
        if (refused.isPresent()) {
            return RuleOutcome.of(List.of(context.finding(
                            INFO,
                            own.place().firstLine(),
                            "clients that verify the server certificate refuse it: " + refused.get())
                    .about(refused.get())
                    .serverSays("certificate verify failed")
                    .build()));
        }
        boolean signs = own.keyUsage()
                .map(usage -> usage.contains(KeyUsage.DIGITAL_SIGNATURE))
                .orElse(true);
        return RuleOutcome.of(
                signs
                        ? List.of()
                        : List.of(context.finding(
                                        INFO,
                                        own.place().firstLine(),
                                        "keyUsage of the server certificate lacks digitalSignature: Java clients "
                                                + "refuse it under TLS 1.3")
                                .severity(Severity.WARNING)
                                .build()));
    }

    private static Optional<String> refused(Certificate own) {
        if (!Purpose.SSL_SERVER.isAllowedByExtendedKeyUsage(own)) {
            return Optional.of("its extendedKeyUsage lacks serverAuth");
        }
        if (!Purpose.SSL_SERVER.isAllowedByNetscapeType(own)) {
            return Optional.of("its nsCertType lacks server");
        }
        return Purpose.SSL_SERVER.isAllowedByKeyUsage(own)
                ? Optional.empty()
                : Optional.of("its keyUsage has none of digitalSignature, keyEncipherment and keyAgreement");
    }
}
