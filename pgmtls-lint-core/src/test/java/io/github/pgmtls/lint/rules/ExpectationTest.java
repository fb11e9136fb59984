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

/** What is expected of who gets in: when it holds, when it does not, and when nobody can tell. */
class ExpectationTest {

    private static final String RULE = "expectation-violated";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl a u 10.0.0.0/8 cert                                       | {user: u, database: a, from: 10.1.0.0/16, using: cert}
            hostssl a u 10.0.0.0/8 trust clientcert=verify-full               | {user: u, database: a, from: 10.1.0.0/16, using: cert}
            hostssl a u 10.0.0.0/9 cert;hostssl a u 10.128.0.0/9 cert map=m   | {user: u, database: a, from: 10.0.0.0/8, using: cert}
            hostssl all all all scram-sha-256                                 | {using: scram-sha-256}
            host a u 10.0.0.0/8 reject;host all all all md5                   | {user: u, database: a, from: 10.0.0.0/8, using: reject}
            hostssl replication r all cert                                    | {user: r, database: replication, using: cert}
            hostssl a u all cert;local all all peer                           | {nobody: without-client-certificate}
            hostssl a u all cert;host all m 127.0.0.1/32 md5                  | {nobody: without-client-certificate, except: [{user: m, from: 127.0.0.1}]}
            host a,b m 127.0.0.0/30 md5                                       | {nobody: without-client-certificate, except: [{database: a, user: m, from: 127.0.0.0/30}, {database: b, from: 127.0.0.0/8}]}
            host replication m ::1/128 md5                                    | {nobody: without-client-certificate, except: [{user: m}]}
            """)
    void itHolds(String records, String expectation) throws IOException {
        assertThat(findings(records, expectation)).isEmpty();
        assertThat(doubts(records, expectation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl a u 10.0.0.0/9 cert         | {user: u, database: a, from: 10.0.0.0/8, using: cert}    | pgmtls.yaml:5 user "u" to database "a" over tls from 10.128.0.1 is refused, because no record matches; expected "cert"
            host all all 10.0.0.9/32 md5;hostssl a u 10.0.0.0/8 cert | {user: u, database: a, from: 10.0.0.0/8, using: cert} | pg_hba.conf:1 user "u" to database "a" over tls from 10.0.0.9 is decided by "md5"; expected "cert"
            host a u all reject                 | {user: u, database: a, from: 10.0.0.1, using: cert}      | pg_hba.conf:1 user "u" to database "a" over tls from 10.0.0.1 is refused; expected "cert"
            hostssl a u 10.0.0.0/8 cert         | {user: u, from: 10.0.0.0/8, database: a, using: reject}  | pg_hba.conf:1 user "u" to database "a" over tls from 10.0.0.1 is decided by "cert"; expected "reject"
            host a m 127.0.0.0/30 md5           | {nobody: without-client-certificate, except: [{user: m, from: 127.0.0.0/31}]} | pg_hba.conf:1 user "m" to database "a" over plain from 127.0.0.2 is decided by "md5"; expected nobody without a client certificate
            host replication m all md5          | {nobody: without-client-certificate, except: [{user: m, database: x}]} | pg_hba.conf:1 user "m" for physical replication over plain from 192.0.2.1 is decided by "md5"; expected nobody without a client certificate
            """)
    void itDoesNotHold(String records, String expectation, String finding) throws IOException {
        assertThat(findings(records, expectation)).containsExactly(finding);
    }

    @Test
    void membershipThatNobodyDeclaresIsNotChecked() throws IOException {
        String records = "hostssl a +g 10.0.0.0/8 md5;hostssl a u 10.0.0.0/8 cert";
        String expectation = "{user: u, database: a, from: 10.0.0.0/8, using: cert}";

        assertThat(findings(records, expectation)).isEmpty();
        assertThat(doubts(records, expectation))
                .containsExactly("what is expected does not hold if u is a member of g");
        assertThat(findings(records, expectation + "\n    roles: {g: {members: [u]}}"))
                .hasSize(1);
        assertThat(doubts(records, expectation + "\n    roles: {g: {members: [w]}}"))
                .isEmpty();
    }

    @Test
    void aFileThatDoesNotLoadIsNotChecked() throws IOException {
        assertThat(doubts("host a u 10.0.0.0/8 cert", "{nobody: without-client-certificate}"))
                .containsExactly(
                        "what is expected is not checked, because the server does not load pg_hba.conf as it is");
    }

    @Test
    void withoutTlsNobodyGetsInOverIt() throws IOException {
        LintReport report = lint(Example.hba("hostssl a u all cert\n").with("postgresql.conf", "ssl = off\n"), """
                {user: u, database: a, using: cert}""");

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals(RULE))
                .extracting(Finding::message)
                .containsExactly("TLS is off, so nobody gets in over it");
    }

    private List<String> findings(String records, String expectation) throws IOException {
        return lint(records, expectation).findings().stream()
                .filter(finding -> finding.rule().equals(RULE))
                .map(finding -> finding.primary().file() + ":"
                        + finding.primary().start().line() + " " + finding.message())
                .toList();
    }

    private List<String> doubts(String records, String expectation) throws IOException {
        return lint(records, expectation).notChecked().stream()
                .filter(item -> item.subject().equals(RULE))
                .map(NotChecked::reason)
                .toList();
    }

    private LintReport lint(String records, String expectation) throws IOException {
        return lint(Example.hba(records.replace(";", "\n") + "\n"), expectation);
    }

    private LintReport lint(Example example, String expectation) throws IOException {
        String policy = "clusters:\n  db:\n    expect:\n      - " + expectation + "\n";
        return Findings.lint(example.with("pgmtls.yaml", policy).on(16), directory);
    }
}
