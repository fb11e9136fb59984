package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.Setting;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.WeakCertificate;
import java.util.Optional;

/** The server starts, but its OpenSSL refuses every handshake for what the server itself brings to it. */
final class NoHandshake implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "no-handshake", Severity.ERROR, "the server starts, but no client can make a TLS connection")
            .because("""
                    At every handshake OpenSSL looks again at what the server sends: at the level that @SECLEVEL in \
                    ssl_ciphers sets, and together with the CA certificates that it takes from ssl_ca_file if there \
                    is nothing behind the server's own. One weak key or signature among them, the root's key \
                    included, ends every TLS connection. At level 4 the usual curve is too weak as well.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue the weak certificate again, or take @SECLEVEL out of ssl_ciphers.")
            .source("OpenSSL, ssl_add_cert_chain and SSL_CTX_set_security_level(3)")
            .bad(Example.conf("ssl = on\nssl_ciphers = 'HIGH:@SECLEVEL=3'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | key RSA2048"))
            .good(Example.conf("ssl = on\nssl_ciphers = 'HIGH:@SECLEVEL=3'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | key RSA3072"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Optional<EffectiveSetting> ciphers = cluster.settings().flatMap(own -> own.effective("ssl_ciphers"));
        if (ciphers.isEmpty() || cluster.tls().filter(on -> !on).isPresent()) {
            return RuleOutcome.notApplicable("TLS is off, or there is no postgresql.conf");
        }
        OpenSslProfile openSsl = cluster.openSslAtHandshake();
        Location setting = ciphers.get()
                .setting()
                .map(Setting::valuePlace)
                .orElseGet(() -> Location.of(cluster.settingsFile().orElseThrow()));
        Optional<FindingBuilder> finding = context.loaded()
                .weaknessWhenSent(openSsl, context.signatures(), context.now())
                .map(weak -> weakness(context, weak, setting))
                .or(() -> groups(context, openSsl, setting));
        if (finding.isPresent() && !ciphers.get().isCertain()) {
            return RuleOutcome.inconclusive("ssl_ciphers depends on included files that could not be read");
        }
        return RuleOutcome.of(finding.map(FindingBuilder::build).stream().toList());
    }

    private static FindingBuilder weakness(ClusterContext context, WeakCertificate weak, Location setting) {
        Location place = weak.certificate().place().firstLine();
        int level = context.cluster().openSslAtHandshake().securityLevel();
        FindingBuilder finding = context.finding(
                        INFO,
                        place,
                        "no TLS connection comes about: " + weak.message() + " for security level " + level
                                + " in what the server sends, \""
                                + weak.certificate().subject() + "\"")
                .serverSays("could not accept SSL connection: " + weak.reason());
        return level == context.cluster().definition().openSsl().securityLevel()
                ? finding
                : finding.related(setting, "this sets the level");
    }

    private static Optional<FindingBuilder> groups(ClusterContext context, OpenSslProfile openSsl, Location setting) {
        return context.cluster().canExchangeKeys(openSsl)
                ? Optional.empty()
                : Optional.of(context.finding(
                        INFO,
                        setting,
                        "no TLS connection comes about: security level " + openSsl.securityLevel()
                                + " leaves no way to exchange keys"));
    }
}
