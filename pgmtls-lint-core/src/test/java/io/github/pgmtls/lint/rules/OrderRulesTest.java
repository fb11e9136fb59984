package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps of the rules about the order of records. */
class OrderRulesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostnossl all all all md5              | hostssl all app1 all cert
            hostgssenc all all all md5             | hostssl all app1 all cert
            local all all md5                      | hostssl all app1 all cert
            host all app2 all md5                  | hostssl all app1 all cert
            host all App1 all md5                  | hostssl all app1 all cert
            host db2 all all md5                   | hostssl db1 app1 all cert
            host all all all md5                   | hostssl replication app1 all cert
            host "all" all all md5                 | hostssl db1 app1 all cert
            host all "all" all md5                 | hostssl all app1 all cert
            host all +staff all md5                | hostssl all app1 all cert
            host all app1 all md5                  | hostssl all +app1 all cert
            host all /^app2 all md5                | hostssl all app1 all cert
            host all all 0.0.0.0/0 md5             | hostssl all app1 all cert
            host all all 0.0.0.0/0 md5             | hostssl all app1 ::/0 cert
            host all all 10.0.0.0/8 md5            | hostssl all app1 0.0.0.0/0 cert
            host all all 10.0.0.0/9 md5            | hostssl all app1 10.0.0.0/8 cert
            host all all samehost md5              | hostssl all app1 samenet cert
            host all all samenet md5               | hostssl all app1 10.0.0.0/8 cert
            host all all 10.0.0.0 255.0.0.255 md5  | hostssl all app1 10.1.0.0/16 cert
            """)
    void whatIsNotSurelyCoveredIsNotShadowed(String earlier, String later) throws IOException {
        assertThat(shadowed(earlier, later)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host all all all md5                 | hostssl all app1 10.0.0.0/8 cert       | error
            hostssl all all all trust            | hostssl all app1 all cert              | error
            hostnogssenc all all all md5         | hostssl all app1 all cert              | error
            host all all 10.9.9.9/8 md5          | hostssl all app1 10.1.2.0/24 cert      | error
            host all all 10.0.0.0 255.0.0.0 md5  | hostssl all app1 10.1.2.0/24 cert      | error
            host all all ::/0 md5                | hostssl all app1 fd00::/8 cert         | error
            host a,b,c all all md5               | hostssl b,a app1 all cert              | error
            host all app1,app2 all md5           | hostssl all app2 all cert              | error
            host all all all md5                 | hostssl all +staff db.example.com cert | error
            host replication all all md5         | hostssl replication app1 all cert      | error
            host all +staff all md5              | hostssl all staff all cert             | error
            host all /^app all md5               | hostssl all app1 all cert              | error
            host sameuser all all md5            | hostssl app1 app1 all cert             | error
            host all all .example.com md5        | hostssl all app1 db.example.com cert   | error
            hostssl all all all cert             | hostssl all app1 all cert map=m        | error
            hostssl all app1 all reject          | hostssl all app1 all cert              | error
            host all all all md5                 | host all app1 all reject               | error
            host all all all md5                 | host all app1 all scram-sha-256        | warning
            hostssl all all all cert             | hostssl all app1 all cert              | info
            host all all all md5                 | hostssl all app1 all md5               | info
            local all all peer                   | local all postgres peer                | info
            """)
    void whatOneEarlierRecordCoversIsShadowed(String earlier, String later, String severity) throws IOException {
        assertThat(shadowed(earlier, later)).containsExactly(severity + " pg_hba.conf:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all all all scram-sha-256
            local all all trust
            hostgssenc all all all gss
            host all app2 all scram-sha-256
            host replication all all scram-sha-256
            host db2 all all scram-sha-256
            host all all 192.168.0.0/16 scram-sha-256
            host all all all reject
            """)
    void aRecordForOthersIsNoWayAroundACertificate(String later) throws IOException {
        assertThat(bypass("hostssl db1 app1 10.0.0.0/8 cert\n" + later)).isEmpty();
    }

    @Test
    void aRejectionOfEverythingWithoutTlsClosesTheWayAround() throws IOException {
        assertThat(bypass("""
                hostnossl all all all reject
                hostssl all app1 10.0.0.0/8 cert
                host all all all scram-sha-256
                """)).isEmpty();
    }

    @Test
    void aRejectionOfSomeOfThemDoesNot() throws IOException {
        assertThat(bypass("""
                hostnossl all app1 10.1.0.0/16 reject
                hostssl all app1 10.0.0.0/8 cert
                host all all all trust
                """)).containsExactly("error pg_hba.conf:3");
    }

    @Test
    void theRecordWithoutTlsMayStandAboveTheOther() throws IOException {
        assertThat(bypass("""
                hostnossl all all all md5
                hostssl all app1 all cert
                """)).containsExactly("error pg_hba.conf:1");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            127.0.0.1/32,  warning
            127.0.0.0/8,   warning
            ::1/128,       warning
            samehost,      warning
            127.0.0.1/0,   error
            127.0.0.1/7,   error
            ::1/64,        error
            samenet,       error
            """)
    void onlyThisVeryMachineIsLessBad(String address, String severity) throws IOException {
        assertThat(bypass("hostssl all app1 all cert\nhost all all " + address + " scram-sha-256\n"))
                .containsExactly(severity + " pg_hba.conf:2");
    }

    private List<String> shadowed(String earlier, String later) throws IOException {
        Example example = Example.hba(earlier + "\n" + later + "\n").on(16);
        return Findings.of("record-shadowed", example, directory);
    }

    private List<String> bypass(String hba) throws IOException {
        return Findings.of("plaintext-bypass", Example.hba(hba).on(16), directory);
    }
}
