package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.LoginAttempt;
import io.github.pgmtls.lint.testing.postgres.LoginOutcome;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.Reload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;

/** What rules say a server does, real servers do: in the versions of which they say it, and in no others. */
class RulesOnServersTest {

    private static final String CONF = "ssl = on\nssl_ca_file = 'root.crt'\n";

    /** Rules that say that a file is refused, by what refuses it; their own examples show it. */
    private enum Refusal {
        RECORDS(
                Reload::hbaAccepted,
                "cert-requires-hostssl",
                "clientcert-requires-hostssl",
                "clientcert-value",
                "address-column-missing",
                "record-syntax",
                "connection-type-invalid",
                "address-invalid",
                "method-invalid",
                "option-invalid",
                "record-regex-invalid",
                "no-records"),
        MAPPINGS(Reload::identAccepted, "mapping-invalid"),
        SETTINGS(Reload::settingsAccepted, "setting-syntax", "parameter-unknown", "parameter-value"),
        TLS(
                Reload::tlsAccepted,
                "tls-version-range",
                "cipher-list-refused",
                "ecdh-curve-refused",
                "tls-file-refused",
                "key-mismatch",
                "key-permissions",
                "passphrase-command-unset",
                "file-missing");

        private final Predicate<Reload> accepted;
        private final List<String> rules;

        Refusal(Predicate<Reload> accepted, String... rules) {
            this.accepted = accepted;
            this.rules = List.of(rules);
        }
    }

    /** What becomes of a login where a rule has found something. */
    private enum Effect {
        KEEPS_OUT,
        LETS_IN
    }

    /**
     * A claim about the login of a client with its certificate.
     *
     * @param user whom the client wants to be
     * @param example the client's certificate is {@code clients/c.crt}
     */
    private record Claim(String rule, Effect effect, String user, Example example) {

        static Claim of(String rule, Effect effect, String user, String subject, String records, String mappings) {
            Example example = Example.hba(records + "\n")
                    .with("postgresql.conf", CONF)
                    .with("pg_ident.conf", mappings + "\n")
                    .withCredential("root.crt", "CN=Root | ca");
            return new Claim(rule, effect, user, withClient(example, subject + " | by root.crt | for clients"));
        }

        /** A claim about files of TLS; everybody with a certificate may be app1. */
        static Claim of(String rule, Effect effect, String settings, Example credentials, String client) {
            Example example = credentials
                    .with("pg_hba.conf", "hostssl all app1 all cert\n")
                    .with("postgresql.conf", "ssl = on\n" + settings);
            return new Claim(rule, effect, "app1", withClient(example, client));
        }

        private static Example withClient(Example example, String note) {
            return example.withCredential("clients/c.crt", note)
                    .withCredential("clients/c.key", "key of clients/c.crt | mode 0600");
        }
    }

    private static final Example ROOT = Example.conf("").withCredential("root.crt", "CN=Root | ca");
    private static final Example ISSUING = Example.conf("")
            .withCredential("root", "CN=Root | ca | elsewhere")
            .withCredential("root.crt", "CN=Issuing CA | by root | ca");
    private static final String GOOD = "CN=app1 | by root.crt | for clients";
    private static final String CA = "ssl_ca_file = 'root.crt'\n";
    private static final String LONG = "a".repeat(64);

    private static final List<Claim> CLAIMS = List.of(
            Claim.of("cn-not-admitted", Effect.KEEPS_OUT, "app1", "CN=app1", "hostssl all app1 all cert", ""),
            Claim.of("cn-not-admitted", Effect.KEEPS_OUT, "app1", "CN=App1", "hostssl all app1 all cert", ""),
            Claim.of("cn-too-long", Effect.KEEPS_OUT, LONG, "CN=" + LONG, "hostssl all all all cert", ""),
            Claim.of("name-regex-unsupported", Effect.KEEPS_OUT, "app1", "CN=app1", "hostssl all /^app all cert", ""),
            Claim.of("quoted-keyword", Effect.KEEPS_OUT, "app1", "CN=app1", "hostssl all \"all\" all cert", ""),
            Claim.of("comment-continuation", Effect.KEEPS_OUT, "app1", "CN=app1", """
                    local all all peer
                    # old \\
                    hostssl all app1 all cert""", ""),
            Claim.of("record-shadowed", Effect.KEEPS_OUT, "app1", "CN=app1", """
                    host all all all reject
                    hostssl all app1 all cert""", ""),
            Claim.of(
                    "clientname-dn-without-map",
                    Effect.KEEPS_OUT,
                    "app1",
                    "CN=app1",
                    "hostssl all all all cert clientname=DN",
                    ""),
            Claim.of(
                    "map-undefined",
                    Effect.KEEPS_OUT,
                    "app1",
                    "CN=app1",
                    "hostssl all all all cert map=m",
                    "n app1 app1"),
            Claim.of(
                    "mapping-extra-word",
                    Effect.KEEPS_OUT,
                    "app1",
                    "CN=Billing app",
                    "hostssl all all all cert map=m",
                    "m Billing app app1"),
            Claim.of(
                    "backref-without-group",
                    Effect.KEEPS_OUT,
                    "app1",
                    "CN=app1",
                    "hostssl all all all cert map=m",
                    "m /^app1$ \\1\nm app1 app1"),
            Claim.of(
                    "backref-not-replaced",
                    Effect.KEEPS_OUT,
                    "app1",
                    "CN=app1",
                    "hostssl all all all cert map=m",
                    "m app1 \\1"),
            Claim.of(
                    "role-keyword-drift",
                    Effect.KEEPS_OUT,
                    "app1",
                    "CN=app1",
                    "hostssl all all all cert map=m",
                    "m app1 all"),
            Claim.of(
                    "regex-unanchored",
                    Effect.LETS_IN,
                    "app1",
                    "CN=xapp1x",
                    "hostssl all all all cert map=m",
                    "m /app1 app1"),
            Claim.of(
                    "map-grants-superuser",
                    Effect.LETS_IN,
                    "postgres",
                    "CN=postgres@x",
                    "hostssl all all all cert map=m",
                    "m /^(.*)@x$ \\1"),
            Claim.of(
                    "superuser-by-cert",
                    Effect.LETS_IN,
                    "postgres",
                    "CN=postgres",
                    "hostssl all all 10.0.0.0/8,127.0.0.0/8 cert",
                    ""),
            Claim.of("superuser-by-cert", Effect.LETS_IN, "postgres", "CN=postgres", "hostssl all all all cert", ""),
            Claim.of("superuser-by-cert", Effect.LETS_IN, "postgres", "CN=postgres", """
                    hostssl all postgres all reject
                    hostssl all all all cert""", ""),
            Claim.of(
                    "trust-remote",
                    Effect.LETS_IN,
                    "postgres",
                    "CN=app1",
                    "hostssl all all all trust clientcert=verify-ca",
                    ""),
            Claim.of("ssl-ca-file-unset", Effect.KEEPS_OUT, "", ROOT, GOOD),
            Claim.of("ssl-ca-file-unset", Effect.KEEPS_OUT, CA, ROOT, GOOD),
            Claim.of("root-missing", Effect.KEEPS_OUT, CA, ISSUING, GOOD),
            Claim.of(
                    "root-missing",
                    Effect.KEEPS_OUT,
                    CA,
                    ISSUING.withCredential("root.crt", "CN=Issuing CA | by root | ca | with root"),
                    GOOD),
            Claim.of("client-certificate-refused", Effect.KEEPS_OUT, CA, ROOT, "CN=app1 | by root.crt | for servers"),
            Claim.of("client-certificate-refused", Effect.KEEPS_OUT, CA, ROOT, "CN=app1 | by root.crt | for anything"),
            Claim.of("certificate-expired", Effect.KEEPS_OUT, CA, ROOT, GOOD + " | from 2020-01-01 | until 2021-01-01"),
            Claim.of(
                    "crl-missing-for-ca",
                    Effect.KEEPS_OUT,
                    CA + "ssl_crl_file = 'a.crl'\n",
                    ISSUING.withCredential("root.crt", "CN=Issuing CA | by root | ca | with root")
                            .withCredential("a.crl", "crl of root.crt"),
                    GOOD),
            Claim.of(
                    "crl-expired",
                    Effect.KEEPS_OUT,
                    CA + "ssl_crl_file = 'a.crl'\n",
                    ROOT.withCredential("a.crl", "crl of root.crt | from 2020-01-01 | until 2020-02-01"),
                    GOOD),
            Claim.of(
                    "crl-expired",
                    Effect.KEEPS_OUT,
                    CA + "ssl_crl_file = 'a.crl'\n",
                    ROOT.withCredential("a.crl", "crl of root.crt"),
                    GOOD),
            Claim.of(
                    "crl-in-ca-file",
                    Effect.LETS_IN,
                    CA,
                    Example.conf("")
                            .withCredential("root.crt", "CN=Root | ca | with a.crl")
                            .withCredential("a.crl", "crl of root.crt | revokes clients/c.crt | elsewhere"),
                    GOOD));

    @TempDir
    private Path directory;

    @EachPostgres(standIns = {11, 13, 15, 18})
    void aFileIsRefusedWhereARuleSaysSo(RealPostgres server) throws IOException {
        int refused = 0;
        for (Refusal refusal : Refusal.values()) {
            for (String id : refusal.rules) {
                RuleInfo rule = RuleCatalog.find(id).orElseThrow();
                refused += compare(server, refusal, rule.bad());
                refused += compare(server, refusal, rule.good());
            }
        }
        assertThat(refused).isGreaterThan(16);
    }

    private int compare(RealPostgres server, Refusal refusal, Example example) throws IOException {
        ExampleOnServer here = ExampleOnServer.of(example, server, Files.createTempDirectory(directory, "load"));
        boolean told = here.findings().stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR && refusal.rules.contains(finding.rule()));
        told |= refusal == Refusal.TLS && here.finds("passphrase-not-for-reload");
        Reload reload = here.load();
        boolean settingsRefused = refusal == Refusal.TLS && !reload.settingsAccepted();
        if (!settingsRefused) { // then the server does not get to the files of TLS
            assertThat(refusal.accepted.test(reload)).as("%s%n%s", here, reload).isEqualTo(!told);
        }
        return told ? 1 : 0;
    }

    @EachPostgres(standIns = {11, 13, 15, 18})
    void aLoginEndsAsARuleSays(RealPostgres server) throws IOException, GeneralSecurityException {
        int found = 0;
        for (Claim claim : CLAIMS) {
            ExampleOnServer here =
                    ExampleOnServer.of(claim.example(), server, Files.createTempDirectory(directory, "login"));
            Reload reload = here.load();
            if (!reload.accepted()) { // the version does not know the option
                assertThat(here.findings()).as(here::toString).anyMatch(f -> f.severity() == Severity.ERROR);
                continue;
            }
            boolean told = here.finds(claim.rule());
            LoginOutcome outcome = server.attempt(LoginAttempt.tls(claim.user()).with(here.client()));
            assertThat(outcome.accepted())
                    .as("%s: %s, %s%n%s", claim.rule(), outcome, here, claim.example())
                    .isEqualTo((claim.effect() == Effect.LETS_IN) == told);
            found += told ? 1 : 0;
        }
        assertThat(found).isGreaterThan(18);
    }
}
