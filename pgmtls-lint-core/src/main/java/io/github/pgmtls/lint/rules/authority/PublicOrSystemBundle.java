package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.List;
import java.util.Optional;

/** Every CA of the world may issue client certificates. */
final class PublicOrSystemBundle implements ClusterRule {

    private static final int MOST_AUTHORITIES = 20;

    private static final List<String> SYSTEM = List.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/ssl/cert.pem",
            "/etc/ssl/ca-bundle.pem",
            "/etc/pki/tls/cert.pem",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/pki/tls/certs/ca-bundle.trust.crt",
            "/etc/pki/ca-trust/extracted/",
            "/usr/share/pki/ca-trust-source/",
            "/var/lib/ca-certificates/");

    private static final RuleInfo INFO = RuleInfo.of(
                    "public-or-system-bundle", Severity.ERROR, "ssl_ca_file is a bundle of many CAs")
            .because("""
                    Any certificate that any of these CAs has issued for clients passes verification; only the name in \
                    it stands between its owner and a database. Such a bundle is right for clients with \
                    sslmode=verify-full, but not for the server. Public CAs are those whose roots the running JDK trusts.""")
            .claim(Claim.NOTHING)
            .remedy("Name a file with the one CA that issues your client certificates.")
            .source("PostgreSQL documentation, section Using Client Certificates")
            .bad(Example.conf("ssl = on\nssl_ca_file = '/etc/ssl/certs/ca-certificates.crt'\n"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerFile> file = context.cluster().file(Role.CLIENT_CA);
        Optional<Location> place = file.flatMap(ServerFile::setBy);
        if (place.isEmpty()) {
            return RuleOutcome.of(List.of());
        }
        Optional<Certificate> known = PublicRoots.firstAmong(context.loaded().authorities());
        if (!isBundle(context) && known.isEmpty()) {
            return RuleOutcome.of(List.of());
        }
        FindingBuilder finding = context.finding(INFO, place.get(), message(context, file.get(), known));
        known.ifPresent(root -> finding.related(root.place().firstLine(), "the root of a public CA"));
        return RuleOutcome.of(List.of(finding.build()));
    }

    private static String message(ClusterContext context, ServerFile file, Optional<Certificate> known) {
        String name = ByteText.decode(file.name());
        if (isOfSystem(file)) {
            return "ssl_ca_file is the system's bundle of public CAs, \"" + name + "\"";
        }
        int count = context.loaded().authorities().size();
        return count > MOST_AUTHORITIES
                ? "ssl_ca_file \"" + name + "\" holds " + count + " CAs, each of which can issue any name"
                : "ssl_ca_file \"" + name + "\" trusts public CA \""
                        + known.map(root -> root.subject().toString()).orElse("") + "\"";
    }

    /** Tells whether ssl_ca_file is such a bundle. */
    static boolean isBundle(ClusterContext context) {
        return context.cluster()
                        .file(Role.CLIENT_CA)
                        .filter(PublicOrSystemBundle::isOfSystem)
                        .isPresent()
                || context.loaded().authorities().size() > MOST_AUTHORITIES;
    }

    private static boolean isOfSystem(ServerFile file) {
        return SYSTEM.stream()
                .anyMatch(path -> path.endsWith("/")
                        ? file.name().startsWith(path)
                        : file.name().equals(path));
    }
}
