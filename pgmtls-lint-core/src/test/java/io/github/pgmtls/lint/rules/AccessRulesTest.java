package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps of the rules that ask which record decides which connections. */
class AccessRulesTest {

    @TempDir
    private Path directory;

    @Test
    void trustForEveryAddressAboveCertificatesIsOneErrorOfEachKind() throws IOException {
        List<String> found = all("host all all 0.0.0.0/0 trust\nhostssl all all all cert\n");
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "error trust-remote pg_hba.conf:1", "error record-partly-shadowed pg_hba.conf:2");
        assertThat(all("host all all 0.0.0.0/0 trust\nhostssl all all 0.0.0.0/0 cert\n"))
                .containsExactlyInAnyOrder("error trust-remote pg_hba.conf:1", "error record-shadowed pg_hba.conf:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust", "peer"})
    void theFileOfInitdbIsFine(String localMethod) throws IOException {
        String hba = """
                # "local" is for Unix domain socket connections only
                local   all             all                                     %1$s
                # IPv4 local connections:
                host    all             all             127.0.0.1/32            scram-sha-256
                # IPv6 local connections:
                host    all             all             ::1/128                 scram-sha-256
                # Allow replication connections from localhost, by a user with the
                # replication privilege.
                local   replication     all                                     %1$s
                host    replication     all             127.0.0.1/32            scram-sha-256
                host    replication     all             ::1/128                 scram-sha-256
                """.formatted(localMethod);
        assertThat(findings(Example.hba(hba))).noneMatch(f -> f.severity() != Severity.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1, ::1", ""})
    void nobodyOnTheNetworkGetsInWhereTheServerListensToThisMachineOnly(String addresses) throws IOException {
        Example example = Example.hba("host all all 10.0.0.0/8 trust\nhost all all all scram-sha-256\n")
                .with("postgresql.conf", "ssl = on\nlisten_addresses = '" + addresses + "'\n")
                .on(16);
        assertThat(findings(example))
                .extracting(finding -> finding.severity().word() + " " + finding.rule())
                .contains("warning trust-remote")
                .doesNotContain("error trust-remote", "warning plaintext-record")
                .noneMatch(finding -> finding.contains("superuser"));
        Example open = example.with("postgresql.conf", "ssl = on\nlisten_addresses = 'localhost, 10.0.0.1'\n");
        assertThat(findings(open)).extracting(Finding::rule).contains("plaintext-record");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all all all cert       | hostssl all app1 all cert map=m | so that map m is not used
            hostssl all all all cert map=n | hostssl all app1 all cert map=m | in another map, so that map m is not used
            host all all all md5           | host all all all reject         | it refuses nobody
            host all a,b all md5           | host all b,a all scram-sha-256  | does not go on to this record
            host all all all md5           | hostssl all app1 all cert       | Move this record above the one that hides it
            """)
    void whoeverIsHiddenIsToldWhatToDo(String earlier, String later, String hint) throws IOException {
        List<Finding> found =
                findings(Example.hba(earlier + "\n" + later + "\n").on(16));
        assertThat(found)
                .filteredOn(finding -> finding.rule().equals("record-shadowed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.hint().orElse("")).contains(hint))
                .satisfies(finding -> assertThat(finding.message()).contains(", for example user "))
                .satisfies(finding -> assertThat(finding.related()).hasSize(1));
    }

    @Test
    void severalRecordsTogetherHideALaterOne() throws IOException {
        List<Finding> found = findings(Example.hba("""
                host all all 0.0.0.0/1 md5
                host all all 128.0.0.0/1 scram-sha-256
                host all all ::/0 md5
                hostssl all app1 all cert
                """).on(16));
        assertThat(found)
                .filteredOn(finding -> finding.rule().equals("record-shadowed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.related()).hasSize(3))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
        assertThat(found).noneMatch(finding -> finding.rule().equals("record-partly-shadowed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host all all 0.0.0.0/0 md5         | hostssl all all all cert           | error
            host all all ::/0 md5              | hostssl all app1 all cert          | error
            host all all 10.0.0.0/8 md5        | hostssl all app1 all cert          | warning
            host all all 10.0.0.0/8 trust      | hostssl all app1 all cert          | error
            host db1 all all md5               | hostssl all app1 all cert          | warning
            host all app1 all md5              | hostssl db1 all all cert           | warning
            host all all 0.0.0.0/0 md5         | hostssl all all all md5 clientcert=verify-full | error
            """)
    void anEarlierRecordForOtherConnectionsTooTakesPartOfALaterOne(String earlier, String later, String severity)
            throws IOException {
        assertThat(partly(earlier, later)).containsExactly(severity + " pg_hba.conf:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all monitor all md5        | hostssl all all all cert
            host db1 all 10.0.0.0/8 md5        | hostssl all all all cert
            host all +staff 10.0.0.0/8 md5     | hostssl all all all cert
            host all all 127.0.0.1/32 md5      | hostssl all app1 all cert
            host all all samehost md5          | hostssl all app1 all cert
            hostnossl all all all md5          | hostssl all app1 all cert
            hostssl all all 10.0.0.0/8 reject  | hostssl all app1 all cert
            hostssl all all 10.0.0.0/8 cert map=m | hostssl all app1 all cert
            host all app2 all md5              | hostssl all app1 all cert
            host all all 10.0.0.0/8 md5        | hostssl all all all md5
            """)
    void exceptionsForSomeConnectionsOfALaterRecordAreDeliberate(String earlier, String later) throws IOException {
        assertThat(partly(earlier, later)).isEmpty();
    }

    @Test
    void whatDependsOnMembersIsNotCheckedUntilTheyAreDeclared() throws IOException {
        String hba = "host all +staff all md5\nhostssl db1 app1 all cert\n";
        Example unknown = Example.hba(hba).on(16);
        assertThat(Findings.lint(unknown, directory).notChecked())
                .anyMatch(item -> item.subject().equals("record-partly-shadowed"));
        Example member = Example.hba(hba).with("pgmtls.yaml", """
                postgresql: 16
                clusters:
                  db:
                    roles:
                      staff: {members: [app1]}
                """);
        assertThat(Findings.of("record-shadowed", member, directory)).containsExactly("error pg_hba.conf:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl shop app1 10.0.0.0/8 cert | hostssl all all all md5                                       | warning pg_hba.conf:2
            hostssl all app1 10.0.0.0/8 cert  | hostssl all all 192.168.0.0/16 md5                            | warning pg_hba.conf:2
            hostssl all all 10.0.0.0/8 cert   | hostssl all all all md5                                       | ''
            hostssl all app1 all cert         | hostssl all all all md5                                       | ''
            hostssl shop app1 all cert        | hostssl all app1 all reject\\nhostssl all all all md5         | ''
            hostssl shop app1 all cert        | hostssl all app2 all md5                                      | ''
            hostssl shop app1 all cert        | host all all 127.0.0.1/32 md5                                 | ''
            hostssl shop app1 10.0.0.0/8 cert | host all all all md5                                          | ''
            hostssl shop app1 10.0.0.0/8 cert | hostssl all all all trust                                     | ''
            hostssl shop +app 10.0.0.0/8 cert | hostssl all all all md5                                       | ''
            """)
    void aNamedUserHasAnotherDoorIfNoOtherRuleSaysSo(String cert, String other, String expected) throws IOException {
        assertThat(rule("other-door-without-certificate", cert + "\n" + other.replace("\\n", "\n") + "\n"))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all app1 0.0.0.0/0 cert | hostssl all all all md5        | warning pg_hba.conf:1
            hostssl all all ::/0 cert       | hostssl all all 10.0.0.0/8 md5 | warning pg_hba.conf:1
            hostssl all app1 0.0.0.0/0 cert | hostssl all all 0.0.0.0/0 md5  | ''
            hostssl all app1 0.0.0.0/0 cert | hostssl all app1 ::/0 cert     | ''
            hostssl all app1 0.0.0.0/0 cert | hostssl all all ::1/128 md5    | ''
            hostssl all app1 all cert       | hostssl all all all md5        | ''
            """)
    void everyAddressOfOneFamilyIsNotEveryAddress(String cert, String other, String expected) throws IOException {
        assertThat(rule("address-family-hole", cert + "\n" + other + "\n"))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostssl all all all md5",
                "host all all 127.0.0.1/32 md5",
                "host all all samehost md5",
                "local all all md5",
                "host all all all reject",
                "hostnossl all all all reject\nhost all all all md5",
                "hostgssenc all all all gss",
                "host all all 10.0.0.0/8 trust",
                "host all all 10.0.0.0/8 password",
                "hostssl all app1 all cert\nhost all all all md5",
            })
    void whatHasTlsOrIsWorseIsNoPlaintextRecord(String hba) throws IOException {
        assertThat(rule("plaintext-record", hba + "\n")).isEmpty();
    }

    @Test
    void allPlaintextRecordsAreOneFinding() throws IOException {
        Example example = Example.hba("""
                host all a 10.0.0.0/8 md5
                host all b 10.0.0.0/8 md5
                hostnossl all c 10.0.0.0/8 scram-sha-256
                """).on(16);
        List<Finding> found = Findings.lint(example, directory).findings().stream()
                .filter(finding -> finding.rule().equals("plaintext-record"))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).related()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host all all all password                                    | error
            hostnossl all all all password                               | error
            host all all all ldap ldapserver=x ldapprefix=y              | error
            hostssl all all all password                                 | warning
            hostssl all all all ldap ldapserver=x ldapprefix=y           | ''
            host all all ::1/128 password                                | ''
            local all all password                                       | ''
            hostnossl all all all reject\\nhost all all all password      | warning
            """)
    void passwordsInClearAreWorseWithoutTls(String hba, String severity) throws IOException {
        assertThat(rule("cleartext-password", hba.replace("\\n", "\n") + "\n"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .isEqualTo(severity.isEmpty() ? List.of() : List.of(severity));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostssl all,replication replicator all cert",
                "hostssl all replicator all cert\nhostssl replication +standbys all cert",
                "hostssl all replicator all cert\nhostssl replication all all reject",
                "hostssl all replacement,repulsion all cert",
                "hostssl db1 replicator all cert",
            })
    void whoeverMayReplicateOrDoesNotMeanToIsFine(String hba) throws IOException {
        assertThat(rule("replication-not-covered", hba + "\n")).isEmpty();
    }

    private List<String> partly(String earlier, String later) throws IOException {
        return rule("record-partly-shadowed", earlier + "\n" + later + "\n");
    }

    private List<String> rule(String rule, String hba) throws IOException {
        return Findings.of(rule, Example.hba(hba).on(16), directory);
    }

    private List<String> all(String hba) throws IOException {
        return findings(Example.hba(hba).on(16)).stream()
                .map(f -> f.severity().word() + " " + f.rule() + " "
                        + f.primary().file().path() + ":" + f.primary().start().line())
                .toList();
    }

    private List<Finding> findings(Example example) throws IOException {
        return Findings.lint(example, directory).findings();
    }
}
