package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.NotChecked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps of the rules about rows of maps, about superusers, and about what stands in single records. */
class MapAndRecordTrapsTest {

    private static final char NO_QUOTES = '\u0001';
    private static final String CERT = "hostssl all all all cert map=m\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = NO_QUOTES, textBlock = """
            /app1            app1      ; warning
            /^app1           app1      ; warning
            /app1$           app1      ; warning
            /^a$|b           app1      ; warning
            /^a|b$           app1      ; warning
            /(^a$)?          app1      ; warning
            /^a\\$           app1      ; warning
            /***=^app1$      app1      ; warning
            /app1            postgres  ; error
            /^(.*)@corp      \\1       ; error
            /@corp$          all       ; error
            /@corp$          +staff    ; error
            /@corp$          "all"     ; warning
            """)
    void anExpressionThatIsNotBoundAtBothEndsIsFound(String row, String severity) throws IOException {
        assertThat(ident("regex-unanchored", row)).containsExactly(severity + " pg_ident.conf:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/^app1$ app1",
                "/^(a|b)$ app1",
                "/^a$|^b$ app1",
                "/(^a$)|(^b$) app1",
                "/(?i)^app1$ app1",
                "/\\Aapp1\\Z app1",
                "/^(?:(app1))$ app1",
                "app1 app1",
            })
    void anExpressionThatIsBoundAtBothEndsIsFine(String row) throws IOException {
        assertThat(ident("regex-unanchored", row)).isEmpty();
    }

    @Test
    void aPartOfASubjectIsAlwaysAnError() throws IOException {
        Example example = Example.hba("hostssl all all all cert clientname=DN map=m\n")
                .with("pg_ident.conf", "m /CN=app1 app1\n")
                .on(16);
        assertThat(Findings.of("regex-unanchored", example, directory)).containsExactly("error pg_ident.conf:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = NO_QUOTES, textBlock = """
            /^a@corp.com$                  app1      | warning
            /^a@corp.com$                  postgres  | error
            /^.*@corp\\.com$               app1      | ''
            /^[a.b]c@corp\\.com$           app1      | ''
            /^[a-z0-9._-]+@corp\\.com$     app1      | ''
            /^[]a.com]$                    app1      | ''
            /^[[:alpha:].com]$             app1      | ''
            /^app.$                        app1      | ''
            /^app.*$                       app1      | ''
            corp.com                       app1      | ''
            """)
    void aBareDotInADomainIsTooBroad(String row, String severity) throws IOException {
        assertThat(ident("regex-too-broad", row)).isEqualTo(expected(severity));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = NO_QUOTES, textBlock = """
            backref-without-group | /^(?:a)@corp$   \\1     | error
            backref-without-group | /^(a)@corp$     \\1     | ''
            backref-without-group | /^a@corp$       +\\1    | ''
            backref-without-group | a@corp          \\1     | ''
            backref-not-replaced  | a@corp          \\1     | warning
            backref-not-replaced  | /^(a)(b)$       \\2     | warning
            backref-not-replaced  | /^(a)(b)$       \\1\\1  | warning
            backref-not-replaced  | /^(a)$          +\\1    | warning
            backref-not-replaced  | /^(a)$          x\\1    | ''
            """)
    void backReferencesAreFilledInOnceAndOnlyFromGroups(String rule, String row, String severity) throws IOException {
        assertThat(ident(rule, row)).isEqualTo(expected(severity));
    }

    @Test
    void from19OnEveryBackReferenceToTheFirstGroupIsFilledIn() throws IOException {
        Example example =
                Example.hba(CERT).with("pg_ident.conf", "m /^(a)$ \\1\\1\n").on(19);
        assertThat(Findings.of("backref-not-replaced", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = NO_QUOTES, textBlock = """
            /^(.*)@corp$             \\1          ; error
            /^(?:x)?([a-z]+)@corp$   \\1          ; error
            /^[(](post|mail)gres$    \\1          ; ''
            /^(app[0-9]+)@corp$      \\1          ; ''
            /^(.*)@corp$             app_\\1      ; ''
            alice                    all          ; error
            alice                    "all"        ; ''
            alice                    /^post       ; error
            alice                    /^app        ; ''
            alice                    postgres     ; warning
            postgres                 postgres     ; ''
            /^(alice|bob)$           postgres     ; warning
            alice                    app1         ; ''
            """)
    void aRowThatCanYieldASuperuserIsFound(String row, String severity) throws IOException {
        assertThat(ident("map-grants-superuser", row)).isEqualTo(expected(severity));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostssl all postgres all reject\nhostssl all all all cert map=m\n",
                "hostssl all app1 all cert map=m\n",
                "hostssl all all all cert\n",
                "local all all peer map=m\n",
                "hostssl all all 127.0.0.1/32 cert map=m\n",
            })
    void aRowThatNoRecordAppliesToASuperuserIsFine(String hba) throws IOException {
        Example example =
                Example.hba(hba).with("pg_ident.conf", "m alice all\n").on(16);
        assertThat(Findings.of("map-grants-superuser", example, directory)).isEmpty();
    }

    @Test
    void whetherASuperuserIsInARoleIsNotCheckedUntilItIsDeclared() throws IOException {
        Example example = Example.hba(CERT).with("pg_ident.conf", "m alice +ops\n");
        assertThat(Findings.lint(example.on(16), directory).notChecked())
                .extracting(NotChecked::subject)
                .contains("map-grants-superuser");
        String members =
                "postgresql: 16\nclusters:\n  db:\n    superusers: [root]\n    roles:\n      ops: {members: [%s]}\n";
        assertThat(Findings.of(
                        "map-grants-superuser", example.with("pgmtls.yaml", members.formatted("root")), directory))
                .containsExactly("error pg_ident.conf:1");
        assertThat(Findings.of("map-grants-superuser", example.with("pgmtls.yaml", members.formatted("x")), directory))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            superuser-by-cert            | hostssl all postgres all cert                                          | false
            superuser-by-cert            | hostssl all postgres all reject\\nhostssl all all all cert              | false
            superuser-by-cert            | hostssl all app1 all cert                                              | false
            superuser-by-cert            | hostssl all all all cert map=m                                         | false
            superuser-by-cert            | hostssl all all 127.0.0.1/32 cert                                      | false
            superuser-by-cert            | hostssl all postgres all md5\\nhostssl all all all cert                 | false
            superuser-by-cert            | hostssl all /^post all cert                                            | true
            superuser-by-cert            | hostssl all all all md5 clientcert=verify-full                         | true
            superuser-by-password-remote | host all all 127.0.0.1/32 md5                                          | false
            superuser-by-password-remote | hostssl all all all md5 clientcert=verify-full                         | false
            superuser-by-password-remote | hostssl all postgres all reject\\nhostssl all all all md5               | false
            superuser-by-password-remote | host all app1 all md5                                                  | false
            superuser-by-password-remote | local all all md5                                                      | false
            superuser-by-password-remote | hostssl all postgres 10.0.0.0/8 reject\\nhostssl all all all md5        | true
            """)
    void superusersAreThoseWhomARecordReallyLetsIn(String rule, String hba, boolean found) throws IOException {
        Example example = Example.hba(hba.replace("\\n", "\n") + "\n").on(16);
        assertThat(Findings.of(rule, example, directory)).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = NO_QUOTES, textBlock = """
            "CN=app1,OU=x,O=Acme"     | ''
            "CN=app1"                 | ''
            "CN=a\\, b,O=Acme"        | ''
            "CN=app 1,O=Acme Inc"     | ''
            "CN=\\C3\\89,O=Acme"      | ''
            /^CN=app1,.*$             | ''
            "CN=app1, O=Acme"         | error
            "CN = app1"               | error
            "cn=app1,o=Acme"          | error
            /O=Acme/CN=app1           | error
            "CN=É"                    | error
            "E=a@b.c,CN=app1"         | error
            app1                      | error
            "O=Acme,CN=app1"          | warning
            """)
    void aSubjectIsWrittenAsTheServerPrintsIt(String systemName, String severity) throws IOException {
        Example example = Example.hba("hostssl all all all cert clientname=DN map=m\n")
                .with("pg_ident.conf", "m " + systemName + " app1\n")
                .on(16);
        assertThat(Findings.of("dn-row-format", example, directory)).isEqualTo(expected(severity));
    }

    @Test
    void aSubjectThatACertificateHasIsRightHoweverItLooks() throws IOException {
        Example example = Example.hba("hostssl all all all cert clientname=DN map=m\n")
                .with("pg_ident.conf", "m \"O=Acme,CN=app1\" app1\n")
                .withCredential("clients/app1.crt", "CN=app1,O=Acme | for clients")
                .on(16);
        assertThat(Findings.of("dn-row-format", example, directory)).isEmpty();
    }

    @Test
    void whoeverReliesOnTheCnBesideAMapIsTold() throws IOException {
        Example example = Example.hba("hostssl all app1 all cert map=m\n")
                .with("pg_ident.conf", "m client app1\n")
                .withCredential("clients/app1.crt", "CN=app1 | for clients")
                .on(16);
        assertThat(Findings.lint(example, directory).findings())
                .filteredOn(finding -> finding.rule().equals("cn-not-admitted"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.hint().orElse("")).startsWith("With map=m the CN is looked up"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            local all all peer map=m          | 0
            host all all all gss map=m        | 0
            hostssl all all all cert map=n    | 1
            hostssl all all all cert          | 1
            """)
    void aMapIsUsedByWhateverRecordNamesIt(String hba, int found) throws IOException {
        Example example =
                Example.hba(hba + "\n").with("pg_ident.conf", "m a b\nm c d\n").on(16);
        assertThat(Findings.of("map-unused", example, directory)).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = NO_QUOTES, textBlock = """
            quoted-keyword        | hostssl "replication" all all cert                | 1
            quoted-keyword        | hostssl all "+ops" all cert                       | 1
            quoted-keyword        | hostssl all all "samenet" cert                    | 1
            quoted-keyword        | hostssl "shop" "app1" "db.example.com" cert       | 0
            quoted-keyword        | hostssl all "replication" all cert                | 0
            address-typo-keyword  | hostssl all all ALL cert                          | 1
            address-typo-keyword  | hostssl all all any cert                          | 1
            address-typo-keyword  | hostssl all all samnet cert                       | 1
            address-typo-keyword  | hostssl all all mail cert                         | 0
            address-typo-keyword  | hostssl all all db1 cert                          | 0
            address-typo-keyword  | hostssl all all sanet.example cert                | 0
            address-typo-keyword  | hostssl all all localhost cert                    | 0
            duplicate-option      | hostssl all all all cert map=m map=m              | 1
            duplicate-option      | host all all all ldap ldapurl=ldap://h/b          | 0
            ident-remote          | host all all 127.0.0.1/32 ident                   | 0
            ident-remote          | local all all ident                               | 0
            verify-ca-is-not-identity | hostssl all all all trust clientcert=verify-ca | 0
            verify-ca-is-not-identity | hostssl all all all cert                      | 0
            clientname-without-effect | hostssl all all all cert clientname=CN        | 0
            clientname-without-effect | hostssl all all all md5 clientcert=verify-ca clientname=CN | 1
            option-in-comment     | hostssl all all all md5 #clientcert=verify-full   | 1
            option-in-comment     | hostssl all all all md5 # was clientcert=1 before | 0
            option-in-comment     | hostssl all all all cert # clientcert=verify-full | 0
            option-in-comment     | hostssl all all all cert # map=m                  | 1
            option-in-comment     | hostssl all "a#b" all md5                         | 0
            """)
    void whatARecordSaysIsTakenAsTheServerTakesIt(String rule, String hba, int found) throws IOException {
        assertThat(Findings.of(rule, Example.hba(hba + "\n").on(16), directory)).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.6.188/24           | info
            10.0.0.1 255.255.255.0  | info
            127.0.0.1/8             | info
            127.0.0.1/0             | warning
            ::1/0                   | warning
            10.0.6.0/24             | ''
            127.0.0.1/32            | ''
            """)
    void bitsThatTheMaskCutsOffAreTold(String address, String severity) throws IOException {
        Example example = Example.hba("hostssl all all " + address + " cert\n").on(16);
        assertThat(Findings.of("address-host-bits", example, directory))
                .isEqualTo(severity.isEmpty() ? List.of() : List.of(severity + " pg_hba.conf:1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # off \\%nhostssl all all all reject%n                       | 1
            # off \\%n\\%nhostssl all all all reject%n                   | 1
            local all all peer # off \\%nhostssl all all all reject%n    | 1
            # off \\%r%nhostssl all all all reject%n                     | 1
            # off%nhostssl all all all reject%n                          | 0
            # off \\ %nhostssl all all all reject%n                      | 0
            # off \\%n# hostssl all all all reject%n                     | 0
            # a long \\%ntext about host names%n                         | 0
            local all all \\%npeer%n                                     | 0
            local all "a#b" \\%npeer%n                                   | 0
            """)
    void aCommentThatGoesOnSwallowsARecord(String hba, int found) throws IOException {
        String text = hba.replace("\\\\", "\\").replace("%n", "\n").replace("%r", "\r");
        Example example = Example.hba(text + "local all all peer\n").on(16);
        assertThat(Findings.of("comment-continuation", example, directory)).hasSize(found);
    }

    @Test
    void beforeVersion14ABackslashJoinsNothing() throws IOException {
        Example example = Example.hba("# off \\\nhostssl all all all reject\n").on(13);
        assertThat(Findings.of("comment-continuation", example, directory)).isEmpty();
    }

    private List<String> ident(String rule, String row) throws IOException {
        return Findings.of(
                rule, Example.hba(CERT).with("pg_ident.conf", "m " + row + "\n").on(16), directory);
    }

    private static List<String> expected(String severity) {
        return severity.length() < 4 ? List.of() : List.of(severity + " pg_ident.conf:1");
    }
}
