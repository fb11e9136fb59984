package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClientPath;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.HostNameRules;
import io.github.pgmtls.lint.x509.Purpose;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A client that can pass for the server. */
final class ClientCertificateForServers implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "client-certificate-for-servers",
                    Severity.WARNING,
                    "a client certificate is good for a server, under a name of this server")
            .because("""
                    Whoever has its key can pass for this server to every client that trusts the CA, even with \
                    sslmode=verify-full. step-ca issues certificates for both sides unless told otherwise. A \
                    certificate with the server's own key, as members of a cluster use it, is taken as meant.""")
            .claim(Claim.NOTHING)
            .remedy("Issue it with extendedKeyUsage clientAuth only, and without the name of the server.")
            .source("RFC 5280, section 4.2.1.12; RFC 9525, section 6")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {server-names: [db1.example.com]}}\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential(
                            "clients/app1.crt",
                            "CN=app1 | dns db1.example.com | by root.crt | for servers and clients"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {server-names: [db1.example.com]}}\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<Certificate> server = context.loaded().chain().stream().findFirst();
        Set<String> names = new LinkedHashSet<>(context.cluster().definition().serverNames());
        server.ifPresent(own -> own.dnsNames().forEach(name -> names.add(ByteText.decode(name))));
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (ClientPath path : context.clientPaths()) {
            if (!isForServers(path) || hasKeyOf(server, path.leaf())) {
                continue;
            }
            names.stream()
                    .filter(name ->
                            HostNameRules.LIBPQ_15.match(path.leaf(), name).matches())
                    .findFirst()
                    .ifPresent(name -> outcome.add(context.finding(
                                    INFO,
                                    path.leaf().place().firstLine(),
                                    "whoever has the key of client certificate \""
                                            + path.leaf().subject() + "\" can pass for server \"" + name + "\"")
                            .about(name)
                            .build()));
        }
        return outcome.build();
    }

    /** That a certificate does not say what it is for is a finding of its own. */
    private static boolean isForServers(ClientPath path) {
        Certificate leaf = path.leaf();
        return path.result().isVerified()
                && leaf.extendedKeyUsage().isPresent()
                && Purpose.SSL_SERVER.isAllowedByExtendedKeyUsage(leaf)
                && Purpose.SSL_SERVER.isAllowedByKeyUsage(leaf);
    }

    private static boolean hasKeyOf(Optional<Certificate> server, Certificate leaf) {
        return server.filter(own -> own.publicKey().equals(leaf.publicKey())).isPresent();
    }
}
