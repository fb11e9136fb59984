package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.Optional;

/** A superuser's certificate lies about. */
final class SuperuserCertificateInRepository implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "superuser-certificate-in-repository",
                    Severity.WARNING,
                    "there is a client certificate with a superuser's name")
            .because("""
                    Somewhere its key is in use: one stolen file makes a superuser, on every server that trusts the \
                    CA. Where the CA is declared to be for this server alone that is taken as meant.""")
            .claim(Claim.LETS_IN)
            .remedy("""
                    Let superusers log in by peer on the server itself, or declare client-ca: {dedicated: true} \
                    in pgmtls.yaml.""")
            .source("PostgreSQL documentation, section Certificate Authentication")
            .bad(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/postgres.crt", "CN=postgres | for clients"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .withCredential("clients/app1.crt", "CN=app1 | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (context.cluster().definition().dedicatedClientCa().orElse(false)) {
            return RuleOutcome.notApplicable("the CA of the clients is for this server alone");
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (PemFile file : context.cluster().credentials().clients()) {
            Optional<Certificate> leaf = file.certificates().stream().findFirst();
            Optional<String> name = leaf.flatMap(own -> own.subject().commonName());
            if (name.filter(context.superusers()::contains).isPresent()) {
                outcome.add(context.finding(
                                INFO,
                                leaf.orElseThrow().place().firstLine(),
                                "client certificate has the name of superuser \"" + ByteText.decode(name.get()) + "\"")
                        .build());
            }
        }
        return outcome.build();
    }
}
