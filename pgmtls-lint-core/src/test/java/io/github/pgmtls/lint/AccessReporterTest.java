package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.AccessReport.ClusterAccess;
import io.github.pgmtls.lint.AccessReport.Door;
import io.github.pgmtls.lint.AccessReport.Doors;
import io.github.pgmtls.lint.report.AccessFormat;
import io.github.pgmtls.lint.report.ReportOptions;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessReporterTest {

    @TempDir
    private Path directory;

    private AccessReport report(Example example) throws IOException {
        ExampleDirectory.write(example, directory);
        return AccessReporter.report(LintRequest.of(directory));
    }

    private ClusterAccess only(Example example) throws IOException {
        return report(example).clusters().get(0);
    }

    private static List<Integer> lines(Doors doors) {
        return doors.all().stream().map(door -> door.record().lineNumber()).toList();
    }

    private static Example example() {
        return Example.hba("""
                        local    all          postgres              peer
                        hostssl  all          postgres  all         cert map=admin
                        host     all          app       10.0.0.0/8  scram-sha-256
                        hostssl  replication  standby   all         cert
                        host     all          postgres  all         reject
                        hostssl  all          +ops      all         md5
                        host     all          app       10.1.0.0/16 trust
                        """)
                .with("pg_ident.conf", "admin  dba       postgres\nadmin  /^(.*)@x$  \\1\nadmin  app  app\n")
                .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .on(16);
    }

    @Test
    void eachQuestionIsAnsweredByTheRecordsThatDecide() throws IOException {
        ClusterAccess access = only(example());
        assertThat(lines(access.withoutCertificate())).containsExactly(1, 3, 6);
        assertThat(lines(access.superusers().get(0).doors())).containsExactly(1, 2);
        assertThat(lines(access.replication())).containsExactly(4);
        Door map = access.superusers().get(0).doors().all().get(1);
        assertThat(map.rows()).extracting(row -> row.line().number()).containsExactly(1, 2);
    }

    @Test
    void aMapThatNobodyPassesAsTheUserIsNoDoor() throws IOException {
        ClusterAccess access = only(example().with("pg_ident.conf", "admin  app  app\n"));
        assertThat(lines(access.superusers().get(0).doors())).containsExactly(1);
    }

    @Test
    void withoutARootStoreNoRecordThatDemandsACertificateIsADoor() throws IOException {
        ClusterAccess access = only(example().with("postgresql.conf", "ssl = on\n"));
        assertThat(lines(access.superusers().get(0).doors())).containsExactly(1);
        assertThat(access.replication().all()).isEmpty();
    }

    @Test
    void declaredSuperusersAndRolesAreTaken() throws IOException {
        ClusterAccess access = only(example().with("pgmtls.yaml", """
                clusters:
                  db: {postgresql: 16, superusers: [dba, root], roles: {ops: {members: [root]}}}
                """));
        assertThat(access.superusers()).extracting(user -> user.user()).containsExactly("dba", "root");
        assertThat(lines(access.superusers().get(0).doors())).isEmpty();
        assertThat(lines(access.superusers().get(1).doors())).containsExactly(6);
        assertThat(access.superusers().get(1).doors().all().get(0).assumptions())
                .isEmpty();
    }

    @Test
    void aRoleThatIsNotUnderstoodIsToldWithItsPlace() {
        Example example = example().with("pgmtls.yaml", """
                clusters:
                  db:
                    superusers: ['']
                    roles:
                      ops: {member: [root]}
                """);
        assertThatThrownBy(() -> report(example)).hasMessage("""
                        pgmtls.yaml:3:18: a role has a name; write it here
                        pgmtls.yaml:5:13: unknown key "member"; did you mean "members"?""");
    }

    @Test
    void aServerThatDoesNotStartLetsNobodyIn() throws IOException {
        ClusterAccess access = only(Example.hba("host all all all\n").on(16));
        assertThat(access.obstacle().orElseThrow()).startsWith("the server does not start: ");
    }

    @Test
    void theTextNamesRecordsAndExamples() throws IOException {
        StringBuilder text = new StringBuilder();
        AccessFormat.TEXT.write(report(example()), text, ReportOptions.PLAIN);
        assertThat(text.toString()).startsWith("""
                cluster ., PostgreSQL 16

                  who gets in without a client certificate
                    pg_hba.conf:1: by "peer"
                        local    all          postgres              peer
                      such as user "postgres" to database "some_db" over a local socket
                    pg_hba.conf:3: by "scram-sha-256"
                        host     all          app       10.0.0.0/8  scram-sha-256
                """);
        assertThat(text.toString()).contains("""
                      with a certificate that the map makes this user: pg_ident.conf:1, pg_ident.conf:2
                """);
        StringBuilder json = new StringBuilder();
        AccessFormat.JSON.write(report(example()), json, ReportOptions.PLAIN);
        assertThat(json.toString()).contains("\"schema\" : \"pgmtls-access/1\"", "\"demands\" : \"cert map=admin\"");
    }
}
