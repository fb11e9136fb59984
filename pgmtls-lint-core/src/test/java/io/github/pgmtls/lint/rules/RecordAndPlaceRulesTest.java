package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps of the rules about single records, and about files that stand where the server does not look. */
class RecordAndPlaceRulesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            name-regex-unsupported | 15 | hostssl all /^app all cert                  | error
            name-regex-unsupported | 15 | hostssl /^a,/^b app1 all scram-sha-256      | warning
            name-regex-unsupported | 15 | host all /^guest all reject                 | error
            name-regex-unsupported | 15 | hostssl all /^app,app1 all cert             |
            name-regex-unsupported | 16 | hostssl all /^app all cert                  |
            clientcert-redundant   | 16 | hostssl all app1 all cert clientcert=verify-full     | info
            clientcert-redundant   | 16 | hostssl all app1 all trust clientcert=verify-full    | info
            clientcert-redundant   | 16 | hostssl all app1 all cert                            |
            clientcert-redundant   | 16 | hostssl all app1 all scram-sha-256 clientcert=verify-full |
            address-by-host-name   | 16 | hostssl all app1 .example.com cert          | info
            address-by-host-name   | 16 | host all all .example.com reject            |
            address-by-host-name   | 16 | hostssl all app1 localhost cert             |
            address-by-host-name   | 16 | hostssl all app1 10.0.0.1/32 cert           |
            """)
    void aRecordIsJudgedByWhatItDoes(String rule, int version, String record, String severity) throws IOException {
        Example example = Example.hba(record + "\n").on(version);
        assertThat(Findings.of(rule, example, directory))
                .isEqualTo(severity == null ? List.of() : List.of(severity + " pg_hba.conf:1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            hostssl all app1 {{ app_network }} cert        | template-not-rendered
            {% for user in users %}                        | template-not-rendered
            hostssl all app1 ${APP_NETWORK} cert           | template-not-rendered
            # {{ ansible_managed }}                        |
            hostssl all app1 10.0.0.0/8 cert # {{ why }}   |
            hostssl all /^a{2}$ 10.0.0.0/8 cert            |
            """)
    void aTemplateIsOneFinding(String record, String expected) throws IOException {
        Example example = Example.hba("local all all peer\n" + record + "\n").on(16);
        assertThat(Findings.lint(example, directory).findings())
                .extracting(finding -> finding.rule())
                .filteredOn(rule -> !rule.equals("address-by-host-name"))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            dest: /pg/server.key;mode: "0640"              | error main.yml:3
            dest: /pg/server.key;mode: "0640";owner: root  |
            mode: 0644;dest: "{{ dir }}/server.key"        | error main.yml:2
            dest: /pg/server.crt;mode: "0644"              |
            dest: /usr/share/keyrings/pg.key;mode: "0644"  |
            dest: /pg/server.key;mode: "{{ mode }}"        |
            dest: /pg/server.key;mode: preserve            |
            dest: /pg/server.key                           |
            """)
    void aKeyIsDeployedWithTheModeOfItsTask(String task, String expected) throws IOException {
        String lines = "- copy:\n    " + task.replace(";", "\n    ") + "\n- file:\n    path: x\n    mode: '0644'\n";
        Example example = Example.conf("ssl = on\n").with("main.yml", lines);
        assertThat(Findings.of("deployed-key-mode", example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void threeWordsAndACommentAreAWholeMapping() throws IOException {
        Example example =
                Example.hba("hostssl all app1 all cert map=m\n").with("pg_ident.conf", "m a app1 # the app\n");
        assertThat(Findings.of("mapping-extra-word", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            compose.yaml       | - POSTGRES_HOST_AUTH_METHOD=cert              | error compose.yaml:1
            values.yml         | POSTGRES_HOST_AUTH_METHOD: "cert"             | error values.yml:1
            db.env             | POSTGRES_HOST_AUTH_METHOD=scram-sha-256       |
            Dockerfile         | ENV POSTGRES_INITDB_ARGS --auth-host=cert     | error Dockerfile:1
            init.sh            | initdb -D data -A cert                        | error init.sh:1
            init.sh            | initdb -D data --auth-local=peer              |
            init.sh            | # initdb -D data -A cert does not work        |
            notes.md           | POSTGRES_HOST_AUTH_METHOD=cert                |
            compose.yaml       | POSTGRES_HOST_AUTH_METHOD: certificate        |
            """)
    void onlyWhatWritesRecordsIsLookedAt(String path, String line, String expected) throws IOException {
        Example example = Example.hba("hostssl all all all cert\n").with(path, line + "\n");
        assertThat(Findings.of("container-writes-host-cert", example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            hba_file = 'pg_hba.conf'          |
            hba_file = '/etc/pg/pg_hba.conf'  |
            hba_file = 'other.conf'           | warning postgresql.conf:1
            port = 5432                       |
            """)
    void aFileThatIsTakenForTheNamedOneIsRead(String setting, String expected) throws IOException {
        Example example = Example.conf(setting + "\n")
                .with("pg_hba.conf", "local all all peer\n")
                .with("other.conf", "local all all peer\n");
        assertThat(Findings.of("authentication-file-unused", example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    /** As a cookbook of Chef writes it. */
    @Test
    void rowsThatAProgramWritesAreNotJudgedAsRows() throws IOException {
        Example example = Example.hba("hostssl all all all cert map=users\n")
                .with("pg_ident.conf", """
                        <% @maps.each do |name| -%>
                        <%= name %>  <%= user[:system] %>  <%= user[:postgres] %>
                        <% end -%>
                        <% end -%>
                        """)
                .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients");
        LintReport report = Findings.lint(example, directory);
        assertThat(report.findings()).extracting(Finding::rule).containsOnly("template-not-rendered");
        assertThat(report.notChecked()).extracting(NotChecked::subject).contains("map-undefined");
    }

    @ParameterizedTest
    @CsvSource({"root.crt, 1", "./root.crt, 1", "../root.crt, 0", "x/../../root.crt, 0"})
    void aPathThatLeadsAboveTheTopIsNotOneBelowIt(String path, int findings) throws IOException {
        Example example = Example.conf("data_directory = '/var/lib/pg'\nssl = on\nssl_ca_file = '" + path + "'\n")
                .withCredential("root.crt", "CN=Root | ca");
        assertThat(Findings.of("tls-file-beside-settings", example, directory)).hasSize(findings);
    }

    @Test
    void whereTheDataDirectoryIsTheirsRelativePathsStartAtTheFile() throws IOException {
        Example example =
                Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca");
        assertThat(Findings.of("tls-file-beside-settings", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all all all scram-sha-256          | CN=app1     | 1
            hostssl all all 10.0.0.0/8 scram-sha-256   | CN=app1     | 1
            hostssl all app1 all scram-sha-256         | CN=app1     | 0
            hostssl all app2,app3 all scram-sha-256    | CN=app1     | 0
            host all all 127.0.0.1/32 scram-sha-256    | CN=app1     | 0
            hostssl all all all reject                 | CN=app1     | 0
            """)
    void whoHasACertificateForARecordForAllNeedsItEverywhere(String later, String subject, int findings)
            throws IOException {
        Example example = Example.hba("hostssl all all 192.168.0.0/16 cert\n" + later + "\n")
                .withCredential("clients/app1.crt", subject + " | for clients");
        assertThat(Findings.of("other-door-without-certificate", example, directory))
                .hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            app1 to shop from 10.1.2.3           |
            app1 to shop from 10.1.2.0/24        |
            app1 to shop from 10.0.0.0/8         | error pg_hba.conf:1
            app1 to other from 10.1.2.3          | error pg_hba.conf:3
            app2 to shop from 10.1.2.3           | error pg_hba.conf:3
            app1 to shop from 2001:db8::1        | error pg_hba.conf:1
            repl to replication from 10.1.2.3    |
            repl to replica from 10.1.2.3        | error pg_hba.conf:3
            old to shop from 10.1.2.3            | error pg_hba.conf:4
            staff1 to shop from 10.9.2.3         |
            """)
    void aDeclaredClientIsLookedUpAsTheServerDoesIt(String client, String expected) throws IOException {
        Example example =
                Example.hba("""
                hostssl  shop         app1       10.1.0.0/16  cert
                hostssl  replication  repl       10.1.0.0/16  cert
                hostssl  all          app1,app2,repl  10.1.0.0/16  scram-sha-256
                host     all          old        all          reject
                hostssl  all          +staff     10.9.0.0/16  cert
                """).with("pgmtls.yaml", "clusters: {db: {certificate-clients: ['" + client + "']}}\n");
        assertThat(Findings.of("expected-client-refused", example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}
