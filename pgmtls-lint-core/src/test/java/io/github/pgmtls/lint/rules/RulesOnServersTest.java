package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules say a server does, real servers do: in the versions of which they say it, and in no others. */
class RulesOnServersTest {

    /** Rules that say that files are refused, by what refuses them; their own examples show it, and these. */
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
                "cipher-suites-refused",
                "ecdh-curve-refused",
                "tls-file-refused",
                "key-mismatch",
                "key-permissions",
                "passphrase-command-unset",
                "passphrase-not-for-reload",
                "file-missing");

        private final Predicate<Reload> accepted;
        private final List<String> rules;

        Refusal(Predicate<Reload> accepted, String... rules) {
            this.accepted = accepted;
            this.rules = List.of(rules);
        }
    }

    private static final Example ENCRYPTED = Example.conf("")
            .withCredential("server.crt", "CN=db1")
            .withCredential("server.key", "key of server.crt | encrypted | mode 0600");

    /** What the examples of a rule do not show, because its files are not all that the server needs. */
    private static final List<Example> MORE = List.of(
            suites("TLS_AES_256_GCM_SHA384:@SECLEVEL=2"),
            suites("TLS_AES_256_GCM_SHA384@SECLEVEL=0"),
            suites("TLS_AES_256_GCM_SHA384: TLS_AES_128_GCM_SHA256"),
            suites("TLS_AES_256_GCM_SHA384:"),
            suites("TLS_RSA_WITH_AES_128_CBC_SHA"),
            suites(""),
            named("ssl_cert_file = 'server.crt/'"),
            named("ssl_cert_file = 'server.crt/.'"),
            named("ssl_cert_file = 'nowhere/../server.crt'"),
            named("ssl_cert_file = './/server.crt'"),
            named("ssl_key_file = 'server.key/'"),
            named("ssl_ca_file = 'root.crt/'"),
            named("ssl_crl_file = 'root.crl/'"),
            named("ssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'"),
            ENCRYPTED.with("postgresql.conf", "ssl = on\nssl_passphrase_command = 'echo secret'\n"),
            ENCRYPTED.with("postgresql.conf", """
                    ssl = on
                    ssl_passphrase_command = 'echo secret'
                    ssl_passphrase_command_supports_reload = on
                    """));

    private static Example suites(String list) {
        return Example.conf("ssl = on\nssl_tls13_ciphers = '" + list + "'\n");
    }

    private static Example named(String settings) {
        return Example.conf("ssl = on\n" + settings + "\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("root.crl", "crl of root.crt");
    }

    /** Rules that see only a part of what a server has, or what writes it: what the server then has. */
    private static final Map<String, Example> WRITTEN = Map.of(
            "container-writes-host-cert", Example.hba("host all all all cert\n"),
            "deployed-key-mode",
                    Example.conf("ssl = on\n")
                            .withCredential("server.crt", "CN=db1")
                            .withCredential("server.key", "key of server.crt | mode 0644"),
            "tls-file-beside-settings", Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n"),
            "server-chain-order",
                    Example.conf("ssl = on\n")
                            .withCredential("root", "CN=Root | ca | elsewhere")
                            .withCredential("leaf", "CN=db1 | by server.crt | for servers | elsewhere")
                            .withCredential("server.crt", "CN=Issuing CA | by root | ca | with leaf")
                            .withCredential("server.key", "key of leaf | mode 0600"));

    /** Versions of which every claim with limits has one within them and one beyond. */
    private static final List<Integer> VERSIONS = List.of(10, 12, 13, 15, 18);

    private static final int NEWEST_SERVER = 18;

    @TempDir
    private Path directory;

    @Test
    void everyClaimIsTriedOnServers() {
        Set<String> refusals = new TreeSet<>(WRITTEN.keySet());
        for (Refusal refusal : Refusal.values()) {
            refusals.addAll(refusal.rules);
        }
        assertThat(refusals).isEqualTo(claiming(Claim.REFUSES_FILES));
        for (Claim claim : List.of(Claim.KEEPS_OUT, Claim.LETS_IN)) {
            Set<String> tried = ServerTrials.all().stream()
                    .filter(trial -> trial.claim() == claim)
                    .map(ServerTrial::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(tried).containsAll(claiming(claim)); // some rules claim something else of some versions
        }
    }

    /** Returns the rules that make a claim about a version of which there is a server. */
    private static Set<String> claiming(Claim claim) {
        return RuleCatalog.all().stream()
                .map(Rule::info)
                .filter(rule -> rule.claim() == claim && rule.since() <= NEWEST_SERVER)
                .map(RuleInfo::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyClaimWithLimitsIsTriedWithinAndBeyondThem() {
        for (Rule rule : RuleCatalog.all()) {
            RuleInfo info = rule.info();
            if (info.claim() != Claim.NOTHING && info.since() <= NEWEST_SERVER) {
                Predicate<Integer> within = version -> info.appliesTo(new PostgresVersion(version));
                assertThat(VERSIONS).as(info.id()).anyMatch(within);
                if (info.since() > PostgresVersion.OLDEST || info.until() < NEWEST_SERVER) {
                    assertThat(VERSIONS).as(info.id()).anyMatch(within.negate());
                }
            }
        }
    }

    @EachPostgres(standIns = {10, 12, 13, 15, 18})
    void aFileIsRefusedWhereARuleSaysSo(RealPostgres server) throws IOException {
        int refused = 0;
        for (Refusal refusal : Refusal.values()) {
            for (String id : refusal.rules) {
                RuleInfo rule = RuleCatalog.find(id).orElseThrow();
                refused += compare(server, refusal, rule.bad());
                refused += compare(server, refusal, rule.good());
            }
        }
        for (Example example : MORE) {
            refused += compare(server, Refusal.TLS, example);
        }
        assertThat(refused).isGreaterThan(18);
    }

    private int compare(RealPostgres server, Refusal refusal, Example example) throws IOException {
        ExampleOnServer here = ExampleOnServer.of(example, server, Files.createTempDirectory(directory, "load"));
        boolean told = here.findings().stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR && refusal.rules.contains(finding.rule()));
        told |= refusal == Refusal.TLS && here.finds("passphrase-not-for-reload");
        Reload reload = here.load();
        boolean settingsRefused = refusal == Refusal.TLS && !reload.settingsAccepted();
        if (!settingsRefused) { // then the server does not get to the files of TLS
            assertThat(refusal.accepted.test(reload))
                    .as("%s%n%s%n%s", here, reload, example)
                    .isEqualTo(!told);
        }
        return told ? 1 : 0;
    }

    @EachPostgres(standIns = {10, 12, 13, 15, 18})
    void whatARuleSaysIsWrittenForAServerIsRefused(RealPostgres server) throws IOException {
        for (Map.Entry<String, Example> written : WRITTEN.entrySet()) {
            RuleInfo rule = RuleCatalog.find(written.getKey()).orElseThrow();
            ExampleOnServer here =
                    ExampleOnServer.of(written.getValue(), server, Files.createTempDirectory(directory, "written"));

            assertThat(here.load().accepted()).as(rule.id()).isFalse();
            assertThat(server.tryStart().started()).as(rule.id()).isFalse();
        }
    }

    /** As authentication-file-unused says: what would keep the server from starting does not if another file is named. */
    @EachPostgres(standIns = {10, 18})
    void aFileBesideTheNamedOneIsNotRead(RealPostgres server) {
        server.reset();
        server.write("pg_hba.conf", "this is no record\n");
        assertThat(server.tryStart().started()).isFalse();

        server.write("other.conf", "local all all trust\nhost all all all trust\n");
        server.write("postgresql.conf", "hba_file = '" + server.dataDirectory() + "/other.conf'\n");
        assertThat(server.tryStart().started()).isTrue();
        server.reset();
    }

    @EachPostgres(standIns = {10, 12, 13, 15, 18})
    void aLoginEndsAsARuleSays(RealPostgres server) throws IOException, GeneralSecurityException {
        List<String> told = new ArrayList<>();
        for (ServerTrial trial : ServerTrials.all()) {
            if (trial.isFor(server.version()) && tell(trial, server)) {
                told.add(trial.rule());
            }
        }
        assertThat(told).hasSizeGreaterThan(65);
    }

    private boolean tell(ServerTrial trial, RealPostgres server) throws IOException, GeneralSecurityException {
        ExampleOnServer here =
                ExampleOnServer.of(trial.example(), server, Files.createTempDirectory(directory, "login"));
        Reload reload = here.load();
        if (!reload.accepted()) { // the version does not know the option
            assertThat(here.findings()).as(here::toString).anyMatch(f -> f.severity() == Severity.ERROR);
            return false;
        }
        RuleInfo rule = RuleCatalog.find(trial.rule()).orElseThrow();
        boolean told = here.finds(trial.rule());
        trial.roles().forEach(server::query);
        LoginAttempt login = trial.login();
        if (trial.bearer().isPresent()) {
            login = login.with(here.bearer(trial.bearer().get()));
        }
        LoginOutcome outcome = server.attempt(login);
        boolean isIn = outcome.accepted()
                && (trial.roles().isEmpty() || outcome.detail().isEmpty());
        assertThat(told)
                .as("%s%s: %s%n%s", rule.id(), trial.mended() ? ", mended" : "", here, trial.example())
                .isEqualTo(!trial.mended() && rule.appliesTo(server.version()));
        assertThat(isIn)
                .as("%s: %s, %s%n%s", rule.id(), outcome, here, trial.example())
                .isEqualTo((trial.claim() == Claim.LETS_IN) == told);
        return told;
    }
}
