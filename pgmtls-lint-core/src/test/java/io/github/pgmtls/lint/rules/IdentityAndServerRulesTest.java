package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.NotChecked;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps of the rules about names: of clients, of maps, and of servers. */
class IdentityAndServerRulesTest {

    private static final String CN = "cn-not-admitted";
    private static final String SAN = "san-lacks-server-name";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            hostssl all all all cert                          | CN=anybody
            hostssl all "app one" all cert                    | CN=app one
            hostssl all App1 all cert                         | CN=App1
            hostssl all b,a all cert                          | CN=a
            hostssl all all all cert map=m                    | CN=client 1
            hostssl all app1 all cert map=m                   | CN=client 1
            hostssl all all all cert clientname=DN map=dn     | O=Acme,CN=alice
            hostssl all app1 all md5 clientcert=verify-ca     | CN=whoever
            hostssl all app1 all md5 clientcert=verify-full   | CN=app1
            hostssl all a all cert                            | CN=a,CN=b
            hostssl all /^app all cert                        | CN=app1
            hostssl all app1 all cert map=regex               | CN=app1@example.com
            hostssl all +staff all cert                       | CN=staff
            """)
    void whoeverARecordAdmitsIsFine(String record, String subject) throws IOException {
        assertThat(Findings.of(CN, client(record, subject), directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            hostssl all app1 all cert                         | CN=App1
            hostssl all app1 all cert                         | CN=app1\\ ,O=Acme
            hostssl all app1 all cert                         | O=app1
            hostssl all all all cert map=m                    | CN=Client 1
            hostssl all app2 all cert map=m                   | CN=client 1
            hostssl all all all cert map=m                    | CN=app1
            hostssl all all all cert clientname=DN map=dn     | CN=alice,O=Acme
            hostssl all app1 all scram-sha-256 clientcert=verify-full | CN=app2
            hostssl all /^app all cert                        | CN=web1
            hostssl all all all cert map=regex                | CN=app1
            hostssl all app2 all cert map=regex               | CN=app1@example.com
            """)
    void whoeverNoRecordAdmitsIsFound(String record, String subject) throws IOException {
        assertThat(Findings.of(CN, client(record, subject), directory)).containsExactly("error clients/a.crt:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all +staff all cert
            hostssl all +staff all cert map=m
            hostssl all all all cert map=slow
            """)
    void whatDependsOnMembersOrTakesTooLongIsNotCheckedInsteadOfFound(String record) throws IOException {
        LintReport report = Findings.lint(client(record, "CN=client 1"), directory);
        assertThat(report.findings()).noneMatch(finding -> finding.rule().equals(CN));
        assertThat(report.notChecked()).extracting(NotChecked::subject).contains(CN);
    }

    @Test
    void withoutRecordsForCertificatesNoNameIsWrong() throws IOException {
        assertThat(Findings.of(CN, client("hostssl all all all scram-sha-256", "CN=x"), directory))
                .isEmpty();
    }

    @Test
    void aCertificateOfTheServerIsNoClient() throws IOException {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .with("postgresql.conf", "ssl = on\nssl_cert_file = 'client.crt'\n")
                .withCredential("client.crt", "CN=db1 | dns db1.example.com");
        assertThat(Findings.of(CN, example, directory)).isEmpty();
    }

    @Test
    void aCertificateOfAClusterFurtherDownIsNotOneOfTheClusterAbove() throws IOException {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .with("other/pg_hba.conf", "hostssl all app2 all cert\n")
                .with("other/postgresql.conf", "ssl = on\n")
                .withCredential("other/clients/app2.crt", "CN=app2 | for clients");
        assertThat(Findings.of(CN, example, directory)).isEmpty();
    }

    @Test
    void aMapMayBeDefinedInAnIncludedFile() throws IOException {
        Example example = Example.hba("hostssl all app1 all cert map=m\n")
                .with("pg_ident.conf", "include maps.conf\n")
                .with("maps.conf", "m \"client 1\" app1\n")
                .on(16);
        assertThat(Findings.of("map-undefined", example, directory)).isEmpty();
    }

    @Test
    void theNameOfAMapIsComparedExactly() throws IOException {
        Example example = Example.hba("hostssl all app1 all cert map=M\n")
                .with("pg_ident.conf", "m \"client 1\" app1\n")
                .on(16);
        assertThat(Findings.of("map-undefined", example, directory)).containsExactly("error pg_hba.conf:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            db.example.com       ; CN=x | dns db.example.com
            DB.example.com       ; CN=x | dns db.Example.COM
            db.example.com       ; CN=x | dns *.example.com
            10.0.0.1             ; CN=x | dns db.example.com | ip 10.0.0.1
            """)
    void aNameThatAllClientsFindIsFine(String name, String note) throws IOException {
        assertThat(Findings.of(SAN, server(name, note), directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            db.example.com       ; CN=db.example.com
            db.example.com       ; CN=db.example.com | ip 10.0.0.1
            10.0.0.1             ; CN=10.0.0.1 | dns db.example.com
            2001:db8::1          ; CN=x | ip 2001:db8::1
            2001:DB8:0:0::1      ; CN=x | ip 2001:db8::1
            """)
    void aNameThatOnlyLibpqFindsIsAWarning(String name, String note) throws IOException {
        assertThat(Findings.of(SAN, server(name, note), directory)).containsExactly("warning server.crt:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            db                   ; CN=x | dns db.example.com
            db.example.com       ; CN=db.example.com | dns other.example.com
            a.db.example.com     ; CN=x | dns *.example.com
            example.com          ; CN=x | dns *.example.com
            db1.example.com      ; CN=x | dns db*.example.com
            10.0.0.1             ; CN=10.0.0.1 | ip 10.0.0.2
            10.0.0.1             ; CN=x | dns db.example.com
            """)
    void aNameThatLibpqDoesNotFindIsMissing(String name, String note) throws IOException {
        assertThat(Findings.of(SAN, server(name, note), directory)).containsExactly("error server.crt:1");
    }

    private static Example client(String record, String subject) {
        return Example.hba(record + "\n")
                .with("pg_ident.conf", """
                        m      "client 1"                app1
                        dn     "CN=alice,O=Acme"         alice
                        regex  /^(.*)@example\\.com$      \\1
                        slow   /%s  app1
                        """.formatted("x".repeat(20_000)))
                .withCredential("clients/a.crt", subject + " | for clients")
                .on(16);
    }

    private static Example server(String name, String note) {
        return Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                .with("pgmtls.yaml", "clusters: {db: {server-names: ['" + name + "']}}\n")
                .withCredential("server.crt", note);
    }
}
