package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.LoadFailure;
import java.util.List;
import java.util.Optional;

/** The server refuses one of the files of TLS. */
final class TlsFileRefused implements ClusterRule {

    private static final List<Role> ROLES =
            List.of(Role.SERVER_CERTIFICATE, Role.SERVER_KEY, Role.CLIENT_CA, Role.REVOCATION_LIST);

    private static final RuleInfo INFO = RuleInfo.of(
                    "tls-file-refused", Severity.ERROR, "the server cannot load a certificate, key or revocation list")
            .because("""
                    The server does not start with a file that OpenSSL cannot load: no PEM in it, or a block that is \
                    cut off, glued to the next or not what its label says, or a key or signature too weak for the \
                    security level. At a reload it keeps the old TLS configuration. Text around the blocks, CRLF and \
                    a byte order mark do no harm to OpenSSL 3.0.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("""
                    Write the file again as PEM. If the server's OpenSSL is not 3.0 at security level 2, declare it as \
                    openssl in pgmtls.yaml.""")
            .source("be_tls_init in be-secure-openssl.c; OpenSSL, PEM_read_bio(3) and SSL_CTX_set_security_level(3)")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | binary"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"))
            .neverExempt();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        if (cluster.tls().filter(on -> !on).isPresent()) {
            return RuleOutcome.notApplicable("TLS is off, so these files are not loaded");
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Role role : ROLES) {
            Optional<LoadFailure> failure = context.loaded().failure(role);
            if (failure.isPresent()) {
                String name = cluster.file(role).map(ServerFile::name).orElse("");
                String message = "server cannot load " + role.words() + " \"" + ByteText.decode(name) + "\": "
                        + failure.get().message();
                outcome.add(context.finding(INFO, failure.get().place().firstLine(), message)
                        .serverSays(failure.get().serverMessage(name))
                        .build());
            }
        }
        return outcome.build();
    }
}
