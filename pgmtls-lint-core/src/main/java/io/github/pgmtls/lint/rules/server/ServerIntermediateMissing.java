package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.cluster.Credentials;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server certificate behind an intermediate that clients do not get. */
final class ServerIntermediateMissing implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-intermediate-missing",
                    Severity.ERROR,
                    "the server does not send an intermediate that clients need")
            .because("""
                    Clients know the root; what is between must be in ssl_cert_file behind the server's own \
                    certificate. If there is nothing behind it, the server completes the path from ssl_ca_file, \
                    which ends on the day when clients get a CA of their own.""")
            .claim(Claim.NOTHING)
            .remedy("Append the intermediates to ssl_cert_file, the server's own certificate first.")
            .source("PostgreSQL documentation, section SSL Server File Usage; OpenSSL, SSL_CTX_set_mode(3)")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'ca.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("ca.crt", "CN=Issuing CA | by root | ca | with root")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by ca.crt | for servers"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'ca.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("ca.crt", "CN=Issuing CA | by root | ca | with root")
                    .withCredential(
                            "server.crt", "CN=db1 | dns db1.example.com | by ca.crt | for servers | with ca.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerChain> chain = ServerChain.of(context);
        if (chain.isEmpty() || chain.get().isSelfSigned(context.signatures())) {
            return RuleOutcome.notApplicable("there is no server certificate that a CA has issued");
        }
        List<Certificate> path = chain.get().path(context.signatures());
        Certificate top = path.get(path.size() - 1);
        if (top.isSelfIssued()) {
            return RuleOutcome.of(List.of());
        }
        Optional<Certificate> issuer = ServerChain.issuer(top, elsewhere(context), context.signatures());
        if (issuer.isEmpty()) {
            return path.size() > 1
                    ? RuleOutcome.of(List.of())
                    : RuleOutcome.inconclusive(
                            "the certificate of \"" + top.issuer() + "\", which issued the server's, "
                                    + "is not in the directory: if it is an intermediate, it belongs into ssl_cert_file");
        }
        return issuer.get().isSelfIssued()
                ? RuleOutcome.of(List.of())
                : RuleOutcome.of(List.of(finding(context, chain.get(), top, issuer.get())));
    }

    private static List<Certificate> elsewhere(ClusterContext context) {
        Credentials credentials = context.cluster().credentials();
        Stream<Certificate> used = UsedCertificate.of(credentials).stream().map(UsedCertificate::certificate);
        Stream<Certificate> spare = credentials.spareRoot().stream().flatMap(file -> file.certificates().stream());
        return Stream.concat(used, spare).toList();
    }

    private static Finding finding(ClusterContext context, ServerChain chain, Certificate top, Certificate issuer) {
        boolean completed =
                chain.rest().isEmpty() && context.loaded().authorities().contains(issuer);
        String message = completed
                ? "the server sends intermediate \"" + issuer.subject() + "\" only because ssl_ca_file holds it"
                : "the server does not send intermediate \"" + issuer.subject() + "\"";
        return context.finding(INFO, top.place().firstLine(), message)
                .severity(completed ? Severity.INFO : Severity.ERROR)
                .related(issuer.place().firstLine(), "the intermediate")
                .build();
    }
}
