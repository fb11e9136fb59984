package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** A CA with the name of a host. */
final class AuthorityNamedLikeHost implements ClusterRule {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

    private static final RuleInfo INFO = RuleInfo.of(
                    "authority-named-like-host", Severity.INFO, "a CA has the name of a host")
            .because("""
                    In logs the CA cannot be told from the server of that name, and a request that keeps the CA's \
                    subject makes a certificate that OpenSSL takes for self-signed.""")
            .claim(Claim.NOTHING)
            .remedy("Name the next CA after what it is for.")
            .source("RFC 5280, section 4.1.2.6")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=pg.example.com | ca"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=PostgreSQL client CA | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Certificate authority : new LinkedHashSet<>(context.loaded().authorities())) {
            Optional<String> name = authority
                    .subject()
                    .commonName()
                    .filter(cn -> HOST.matcher(cn).matches());
            if (name.isPresent() && AuthorityPath.isMeantToIssue(authority)) {
                outcome.add(context.finding(
                                INFO,
                                authority.place().firstLine(),
                                "the CN of the CA is the name of a host: \"" + name.get() + "\"")
                        .build());
            }
        }
        return outcome.build();
    }
}
