package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.report.InspectionFormat;
import io.github.pgmtls.lint.report.ReportOptions;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With records in pg_hosts.conf they, and not postgresql.conf, say which certificates the server has. */
class HostFilesTest {

    private static final String HBA = "hostssl  all  all  all  cert\n";

    @TempDir
    Path directory;

    private static Example hosts(String lines) {
        return Example.hba(HBA)
                .with("postgresql.conf", "ssl = on\nssl_sni = on\nssl_ca_file = 'ignored.crt'\n")
                .with("pg_hosts.conf", lines)
                .withCredential("a.crt", "CN=a | dns a.example.com | by a-ca.crt | for servers")
                .withCredential("b.crt", "CN=b | dns other.example.com | by b-ca.crt | for servers")
                .withCredential("a-ca.crt", "CN=Authority A | ca")
                .withCredential("b-ca.crt", "CN=Authority B | ca")
                .withCredential("a.key", "key of a.crt")
                .withCredential("b.key", "key of b.crt")
                .withCredential("clients/alice.crt", "CN=alice | by b-ca.crt | for clients")
                .on(19);
    }

    private static TraceQuery query() {
        return TraceQuery.of(
                Optional.empty(),
                "tls",
                "alice",
                Optional.of("postgres"),
                Optional.of("127.0.0.1"),
                false,
                Optional.of("clients/alice.crt"));
    }

    private List<String> findings(Example example) throws IOException {
        ExampleDirectory.write(example, directory);
        return Linter.lint(LintRequest.of(directory).now(ExampleDirectory.now())).findings().stream()
                .map(HostFilesTest::line)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.rule() + " " + finding.primary().file().path() + ":"
                + finding.primary().start().line();
    }

    @Test
    void theFilesOfPostgresqlConfAreNotMissedIfRecordsNameOthers() throws IOException {
        assertThat(findings(hosts("a.example.com a.crt a.key a-ca.crt\nb.example.com b.crt b.key b-ca.crt\n")))
                .noneMatch(finding -> finding.startsWith("file-missing postgresql.conf"))
                .noneMatch(finding -> finding.startsWith("ssl-ca-file-unset"));
    }

    @Test
    void everyHostsCertificateMustCarryTheHostsName() throws IOException {
        assertThat(findings(hosts("a.example.com a.crt a.key a-ca.crt\nb.example.com b.crt b.key b-ca.crt\n")))
                .contains("san-lacks-server-name b.crt:1")
                .doesNotContain("san-lacks-server-name a.crt:1");
    }

    @Test
    void aClientThatOneHostAcceptsIsNotReported() throws IOException {
        assertThat(findings(hosts("a.example.com a.crt a.key a-ca.crt\nb.example.com b.crt b.key b-ca.crt\n")))
                .noneMatch(finding -> finding.startsWith("client-certificate-refused"));
    }

    @Test
    void aClientThatEveryHostRefusesIsReported() throws IOException {
        assertThat(findings(hosts("a.example.com a.crt a.key a-ca.crt\nb.example.com b.crt b.key a-ca.crt\n")))
                .contains("client-certificate-refused clients/alice.crt:1");
    }

    @Test
    void aRecordWithoutCaDoesNotAskForCertificates() throws IOException {
        assertThat(findings(hosts("a.example.com a.crt a.key a-ca.crt\n* b.crt b.key\n")))
                .contains("ssl-ca-file-unset pg_hosts.conf:2")
                .doesNotContain("ssl-ca-file-unset pg_hosts.conf:1");
    }

    @Test
    void aMissingFileOfARecordIsFoundAtTheRecord() throws IOException {
        assertThat(findings(hosts("a.example.com a.crt a.key a-ca.crt\nb.example.com b.crt b.key gone.crt\n")))
                .contains("file-missing pg_hosts.conf:2");
    }

    @Test
    void aConnectionDependsOnTheHostThatTheClientAsksFor() throws IOException {
        ExampleDirectory.write(
                hosts("a.example.com a.crt a.key a-ca.crt\nb.example.com b.crt b.key b-ca.crt\n"), directory);
        Trace trace = Tracer.open(LintRequest.of(directory).now(ExampleDirectory.now()))
                .trace(query());

        assertThat(trace.outcome()).isEqualTo(Trace.Outcome.UNKNOWN);
        assertThat(trace.endings())
                .extracting(Trace.Ending::reason, ending -> ending.assumptions().get(0))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                TraceReason.UNTRUSTED_CERTIFICATE, "the client asks for a.example.com"),
                        org.assertj.core.groups.Tuple.tuple(
                                TraceReason.NAME_MATCHES, "the client asks for b.example.com"));
    }

    @Test
    void theServerDoesNotStartWithABadRecord() throws IOException {
        ExampleDirectory.write(hosts("a.example.com a.crt\n"), directory);
        Trace trace = Tracer.open(LintRequest.of(directory).now(ExampleDirectory.now()))
                .trace(query());

        assertThat(trace.endings()).extracting(Trace.Ending::reason).containsExactly(TraceReason.TLS_FILES_DO_NOT_LOAD);
    }

    @Test
    void theRecordsAndTheirCertificatesAreShown() throws IOException {
        ExampleDirectory.write(hosts("""
                a.example.com,www.example.com a.crt a.key a-ca.crt
                "*" b.crt b.key "" "echo sesame" on
                """), directory);
        Inspection inspection = Inspector.inspect(LintRequest.of(directory).now(ExampleDirectory.now()));
        StringBuilder json = new StringBuilder();
        InspectionFormat.JSON.write(inspection, json, ReportOptions.PLAIN);
        StringBuilder text = new StringBuilder();
        InspectionFormat.TEXT.write(inspection, text, ReportOptions.PLAIN);

        assertThat(json.toString())
                .contains("\"hosts\"")
                .contains("\"www.example.com\"")
                .contains("\"ssl_passphrase_cmd_reload\" : true")
                .doesNotContain("sesame");
        assertThat(text.toString()).contains("pg_hosts.conf: loads").contains("a.example.com,www.example.com");
        assertThat(inspection.clusters().get(0).certificates())
                .filteredOn(view -> view.role() == Inspection.CertificateRole.SERVER)
                .extracting(view -> view.certificate().subject().toString())
                .containsExactlyInAnyOrder("CN=a", "CN=b");
    }
}
