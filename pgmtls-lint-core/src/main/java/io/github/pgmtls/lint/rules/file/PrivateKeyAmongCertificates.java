package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.List;
import java.util.Optional;

/** A private key where only certificates belong. */
final class PrivateKeyAmongCertificates implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "private-key-among-certificates",
                    Severity.WARNING,
                    "a file of certificates holds a private key too")
            .because("""
                    The server loads such a file without a word. But files of certificates are not guarded like keys: \
                    they are readable by everybody and copied to clients.""")
            .claim(Claim.LETS_IN)
            .remedy("Take the key out of the file; if others could read it, issue a new one.")
            .source("OpenSSL, X509_load_cert_crl_file(3)")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | with root.key")
                    .withCredential("root.key", "key of root.crt | elsewhere"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"))
            .neverExempt();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Optional<PemFile> certificates : List.of(
                cluster.credentials().serverCertificate(), cluster.credentials().clientCa())) {
            if (certificates.isPresent()
                    && !certificates.get().privateKeys().isEmpty()
                    && !isKeyFile(cluster, certificates.get())) {
                Location place = certificates.get().privateKeys().get(0).place().firstLine();
                outcome.add(context.finding(INFO, place, "private key in a file of certificates")
                        .build());
            }
        }
        return outcome.build();
    }

    private static boolean isKeyFile(Cluster cluster, PemFile file) {
        Optional<PemFile> key = cluster.credentials().serverKey();
        return key.isPresent() && key.get().file().path().equals(file.file().path());
    }
}
