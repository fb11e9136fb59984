package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.ClusterOverview;
import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page shows beyond findings. */
class HtmlReportTest {

    /** A server that works, but for one record that is hidden; everything there is to draw is in it. */
    static LintReport drawn(Path directory) {
        Issued root = Pki.ca("O=Example,CN=Root");
        Issued issuing = root.ca("O=Example,CN=Issuing");
        Issued server = root.server("CN=db", how -> how.dns("db.example.org"));
        InspectionExample.write(directory.resolve("shop"), Map.of("PG_VERSION", "16\n"));
        InspectionExample.write(
                directory.resolve("shop"),
                Map.of(
                        "postgresql.conf",
                        "ssl = on\nssl_ca_file = 'root.crt'\n",
                        "pg_hba.conf",
                        """
                        local     all   postgres                peer
                        hostssl   shop  app       10.0.0.0/8    cert
                        hostssl   shop  job       all           cert map=jobs
                        host      all   +staff    10.0.0.0/8    ldap ldapserver=d ldapprefix=cn= ldapsuffix=pw="a b"
                        include   more.conf
                        hostnossl all   all       all           reject
                        hostnossl all   "<b>&"    10.9.0.0/16   trust
                        """,
                        "more.conf",
                        "host all monitor 10.1.2.3/32 scram-sha-256\n",
                        "pg_ident.conf",
                        "jobs  \"night job\"  job\n",
                        "server.crt",
                        server.pem(),
                        "server.key",
                        server.keyPem(),
                        "root.crt",
                        root.pem(),
                        "clients/app.crt",
                        issuing.client("CN=app").pem() + issuing.pem(),
                        "clients/job.crt",
                        issuing.client("CN=night job").pem() + issuing.pem(),
                        "clients/old.crt",
                        issuing.client("CN=old", how -> how.expired()).pem() + issuing.pem()));
        return Linter.lint(LintRequest.of(directory).now(Pki.NOW));
    }

    @Test
    void looksAsItDid(@TempDir Path directory) throws IOException {
        Golden.assertEqual(
                "html/drawn.html",
                Reports.write(ReportFormat.HTML, drawn(directory))
                        .replace("pgmtls-lint " + ToolVersion.VERSION, "pgmtls-lint @version@"));
    }

    @Test
    void showsWhoGetsInByWhichWay(@TempDir Path directory) {
        ClusterOverview overview = overview(directory);
        HtmlMatrix matrix = HtmlMatrix.of("c1", overview);

        assertThat(matrix.heads()).last().isEqualTo("TLS, with certificate");
        assertThat(cells(matrix, "app")).first().isEqualTo("");
        assertThat(cells(matrix, "app")).last().isEqualTo("own certificate: cert [line 2]");
        assertThat(cells(matrix, "app").get(1)).startsWith("password, sent in clear: ldap ");
        assertThat(matrix.rows().get(1).cells().get(1).entries().get(0).condition())
                .isEqualTo("if app is a member of staff");
        assertThat(cells(matrix, "members of staff").get(1)).startsWith("password, sent in clear: ldap ");
        assertThat(cells(matrix, "postgres (superuser)"))
                .startsWith("same user of the system: peer [line 1]")
                .endsWith("");
    }

    private static List<String> cells(HtmlMatrix matrix, String user) {
        return matrix.rows().stream()
                .filter(row -> row.users().contains(user))
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.entries().stream()
                        .findFirst()
                        .map(entry -> entry.words() + ": " + entry.phrase() + " ["
                                + entry.records().get(0).text() + "]")
                        .orElse(""))
                .toList();
    }

    @Test
    void strikesWhatIsHiddenAndLinksWhatHidesIt(@TempDir Path directory) {
        HtmlRecords records = HtmlRecords.of("c1", overview(directory), List.of(), new Places(""));
        HtmlRecords.Row hidden = records.rows().get(6);

        assertThat(hidden.kind()).isEqualTo("hidden");
        assertThat(hidden.isStruck()).isTrue();
        assertThat(hidden.by()).containsExactly(new HtmlRecords.Link("line 6", "#c1-r6", ""));
        assertThat(records.rows().stream().map(HtmlRecords.Row::file).filter(file -> !file.isEmpty()))
                .containsExactly("shop/pg_hba.conf", "shop/more.conf", "shop/pg_hba.conf");
    }

    @Test
    void leadsFromTheRootToTheUsers(@TempDir Path directory) {
        HtmlTrust.Node root = HtmlTrust.of("c1", overview(directory)).roots().get(0);
        List<HtmlTrust.Node> leaves =
                root.issued().stream().flatMap(node -> node.issued().stream()).toList();

        assertThat(leaves.stream().map(leaf -> leaf.entry().name()))
                .containsExactly("CN=app", "CN=night job", "CN=old");
        assertThat(leaves.get(0).logins()).extracting(HtmlTrust.LoginLink::user).containsExactly("app");
        assertThat(leaves.get(1).logins())
                .extracting(HtmlTrust.LoginLink::user, HtmlTrust.LoginLink::row)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("job", "pg_ident.conf:1"));
        assertThat(leaves.get(2).logins()).isEmpty();
        assertThat(leaves.get(2).isRefused()).isTrue();
    }

    @Test
    void putsWhatExpiresFirstOnTop(@TempDir Path directory) {
        HtmlTimeline timeline = HtmlTimeline.of(overview(directory));

        assertThat(timeline.bars().get(0).name()).isEqualTo("CN=old");
        assertThat(timeline.bars().get(0).mark()).isEqualTo("expired");
        assertThat(timeline.today()).isEqualTo(250);
    }

    private static ClusterOverview overview(Path directory) {
        try (Stream<ClusterOverview> all = drawn(directory).overviews().all()) {
            return all.findFirst().orElseThrow();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere(@TempDir Path directory) {
        String page = Reports.write(ReportFormat.HTML, drawn(directory));
        Matcher references = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        int count = 0;
        while (references.find()) {
            assertThat(page).contains("id=\"" + references.group(1) + "\"");
            count++;
        }
        assertThat(count).isGreaterThan(10);
    }

    @Test
    void needsNothingElse(@TempDir Path directory) {
        String page = Reports.write(ReportFormat.HTML, drawn(directory));

        assertThat(page).doesNotContain("<script", "http://", "https://", "src=", "@import", "url(");
    }

    @Test
    void otherFormatsMakeNoOverview() {
        AtomicInteger asked = new AtomicInteger();
        LintReport report = Reports.with(Reports.rich(), List.of(), () -> {
            asked.incrementAndGet();
            return Stream.empty();
        });
        for (ReportFormat format : ReportFormat.values()) {
            Reports.write(format, report);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void aFileThatIsRefusedIsShownAsItWasMeant(@TempDir Path directory) {
        InspectionExample.write(
                directory, Map.of("pg_hba.conf", "hostssl all all all cert clientcert=1\n", "PG_VERSION", "16\n"));
        ClusterOverview overview = Linter.lint(LintRequest.of(directory).now(Pki.NOW))
                .overviews()
                .all()
                .findFirst()
                .orElseThrow();

        assertThat(overview.obstacle()).contains("the server does not start: invalid value for clientcert: \"1\"");
        assertThat(overview.records().get(0).refused()).isTrue();
        assertThat(overview.records().get(0).reach()).isNotEqualTo(Optional.empty());
    }
}
