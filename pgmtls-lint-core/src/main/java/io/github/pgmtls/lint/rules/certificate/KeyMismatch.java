package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.cluster.Credentials;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import java.util.List;
import java.util.Optional;

/** The server's private key does not belong to its certificate. */
final class KeyMismatch implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "key-mismatch", Severity.ERROR, "the server's private key does not belong to its certificate")
            .because("""
                    The first certificate in ssl_cert_file must be that of the key. If it is not, the server does not \
                    start, and at a reload keeps the old TLS configuration. An intermediate that stands before the \
                    server's own certificate has the same effect.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Put the certificate that belongs to the key first, or deploy certificate and key together.")
            .source("be_tls_init in be-secure-openssl.c")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of other.crt")
                    .withCredential("other.crt", "CN=db2"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Credentials credentials = context.cluster().credentials();
        Optional<Certificate> certificate = credentials
                .serverCertificate()
                .flatMap(file -> file.certificates().stream().findFirst());
        Optional<PrivateKeyInfo> key = credentials
                .serverKey()
                .flatMap(file -> file.privateKeys().stream().findFirst());
        if (certificate.isEmpty()) {
            return RuleOutcome.notApplicable("there is no server certificate to compare with");
        }
        if (key.isEmpty()) {
            return RuleOutcome.notApplicable("the private key is kept elsewhere");
        }
        Optional<Boolean> belongs = key.get().belongsTo(certificate.get().publicKey());
        if (belongs.isEmpty()) {
            return new RuleOutcome.Builder()
                    .inconclusive(
                            "the private key cannot be compared without its passphrase",
                            key.get().place().firstLine())
                    .build();
        }
        if (belongs.get()) {
            return RuleOutcome.of(List.of());
        }
        boolean laterOne = credentials.serverCertificate().map(PemFile::certificates).orElse(List.of()).stream()
                .anyMatch(later -> key.get().belongsTo(later.publicKey()).orElse(false));
        String message = laterOne
                ? "the private key belongs to a later certificate of this file, not to the first"
                : "the private key does not belong to this certificate";
        return RuleOutcome.of(
                List.of(context.finding(INFO, certificate.get().place().firstLine(), message)
                        .related(key.get().place().firstLine(), "this key")
                        .serverSays("key values mismatch")
                        .build()));
    }
}
