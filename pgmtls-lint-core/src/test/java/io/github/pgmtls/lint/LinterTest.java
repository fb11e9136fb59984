package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinterTest {

    @TempDir
    private Path directory;

    @Test
    void anAbsoluteServerPathIsLookedUpInThePathMappings() throws IOException {
        write("postgresql.conf", "hba_file = '/etc/db/hba.conf'\n");
        write("files/hba.conf", "host all all all trust\n");
        write("pgmtls.yaml", "path-mappings: {/etc/db: files}\n");

        LintReport report = lint();

        assertThat(report.findings()).extracting(Finding::rule).containsExactly("trust-remote");
        assertThat(report.notChecked()).isEmpty();
    }

    @Test
    void withoutAMappingTheFileBesidePostgresqlConfIsReadAndTheAssumptionIsTold() throws IOException {
        write("postgresql.conf", "hba_file = '/etc/db/pg_hba.conf'\n");
        write("pg_hba.conf", "host all all all trust\n");

        LintReport report = lint();

        assertThat(report.findings()).extracting(Finding::rule).containsExactly("trust-remote");
        assertThat(report.notChecked()).extracting(NotChecked::subject).containsExactly("/etc/db/pg_hba.conf");
    }

    @Test
    void aFileKeptElsewhereIsNotMissed() throws IOException {
        write("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\nssl_cert_file = '/etc/db/server.crt'\n");
        write("pg_hba.conf", "hostssl all app1 all cert\n");
        write("pgmtls.yaml", "kept-elsewhere: [root.crt, /etc/db/*]\n");

        LintReport report = lint();

        assertThat(report.findings()).isEmpty();
        assertThat(report.notChecked()).extracting(NotChecked::subject).containsExactly("file-missing");
    }

    @Test
    void aGitIndexThatCannotBeReadIsTold() throws IOException {
        write("pg_hba.conf", "local all all peer\n");
        write("server.key", Pki.ca("CN=Root").keyPem());
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/index", "garbage, and rather more than twelve bytes");

        assertThat(lint().notChecked())
                .filteredOn(item -> item.subject().equals("repository"))
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).startsWith("the git index of"));
    }

    @Test
    void aDirectoryWhoseRecordsAnotherClusterUsesIsPartOfThatCluster() throws IOException {
        write("main/postgresql.conf", "hba_file = '../auth/pg_hba.conf'\n");
        write("auth/pg_hba.conf", "local all all peer\n");

        assertThat(lint().clusters())
                .extracting(LintReport.ClusterSummary::name)
                .containsExactly("main");
    }

    @Test
    void noClusterIsAnErrorThatSaysWhereItLooked() {
        assertThatThrownBy(this::lint)
                .isInstanceOf(LintException.class)
                .hasMessageContaining("no cluster found")
                .hasMessageContaining(directory.toString());
    }

    @Test
    void anUnknownKeyIsAnErrorWithItsPlace() throws IOException {
        write("pg_hba.conf", "local all all peer\n");
        write("pgmtls.yaml", "postgresql: 16\npath-maping: {}\n");

        assertThatThrownBy(this::lint)
                .isInstanceOf(LintException.class)
                .hasMessage("pgmtls.yaml:2:1: unknown key \"path-maping\"; did you mean \"path-mappings\"?");
    }

    @Test
    void aDeclaredClusterThatIsNotThereIsAnError() throws IOException {
        write("pg_hba.conf", "local all all peer\n");
        write("pgmtls.yaml", "clusters:\n  prod:\n    directory: prod\n");

        assertThatThrownBy(this::lint)
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith("pgmtls.yaml:3:5: cluster \"prod\"");
    }

    private LintReport lint() {
        return Linter.lint(LintRequest.of(directory).postgresql(16));
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
