package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.Trace.Outcome;
import io.github.pgmtls.lint.report.ReportOptions;
import io.github.pgmtls.lint.report.TraceFormat;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no server can be asked: what is not known, files that are missing or broken, and how it is told. */
class TracerTest {

    private static final String TLS_ON = "ssl = on\nssl_ca_file = 'root.crt'\n";

    @TempDir
    private Path directory;

    private Trace trace(Example example, String query) throws IOException {
        ExampleDirectory.write(example, directory);
        Tracer tracer = Tracer.open(LintRequest.of(directory).now(ExampleDirectory.now()));
        return tracer.trace(tracer.queries("connections.jsonl", query).get(0));
    }

    private static Example withTls(String records) {
        return Example.hba(records)
                .with("postgresql.conf", TLS_ON)
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("clients/app.crt", "CN=app | by root.crt | for clients")
                .on(16);
    }

    private static String told(Trace trace, TraceFormat format) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(trace, out, ReportOptions.PLAIN);
        return out.toString();
    }

    @Test
    void aTraceReadsLikeAStory() throws IOException {
        Example example = withTls("""
                        local    all   all                   peer
                        host     all   all    10.2.0.0/16    reject
                        hostssl  shop  app,web  all          cert map=m
                        """).with("pg_ident.conf", "m  \"the app\"  app\nm  /^(.*)$  \\1\n");
        Trace trace = trace(example, """
                {"transport": "tls", "database": "shop", "user": "web", "address": "10.1.2.3",
                """.strip() + " \"certificate\": \"clients/app.crt\"}");
        assertThat(told(trace, TraceFormat.TEXT)).isEqualTo("""
                user "web" to database "shop" over tls from 10.1.2.3
                cluster ., PostgreSQL 16
                  pg_hba.conf:1 skipped: is for local sockets
                      local    all   all                   peer
                  pg_hba.conf:2 skipped: address 10.1.2.3 is not in 10.2.0.0/16
                      host     all   all    10.2.0.0/16    reject
                  pg_hba.conf:3 matches
                      hostssl  shop  app,web  all          cert map=m
                  the certificate says "app"
                refused: no row of the map makes the name in the certificate the user
                  server: no match in usermap "m" for user "web" authenticated as "app"
                """);
        assertThat(told(trace, TraceFormat.JSON)).isEqualTo("""
                {"outcome":"refused","record":{"file":"pg_hba.conf","line":3},"method":"cert","identity":"app",\
                "reason":"no-map-match","serverMessage":"no match in usermap \\"m\\" for user \\"web\\" authenticated as \
                \\"app\\"","skipped":[{"line":1,"because":"is for local sockets"},{"line":2,"because":"address 10.1.2.3 \
                is not in 10.2.0.0/16"}],"assumptions":[]}
                """);
    }

    @Test
    void whatDependsOnMembershipIsUnknownWithBothEndings() throws IOException {
        Trace trace = trace(withTls("host all +ops all trust\n"), """
                {"transport": "plain", "user": "dave", "address": "10.1.2.3"}""");
        assertThat(trace.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(trace.ending().assumptions()).containsExactly("dave is a member of ops");
        assertThat(told(trace, TraceFormat.TEXT)).contains("perhaps accepted: ", "or refused: no record matches");
    }

    @Test
    void whatIsAssumedForTheRecordHoldsForItsMap() throws IOException {
        Example example = withTls("hostssl all +ops all cert map=m\n").with("pg_ident.conf", "m app +ops\n");
        Trace trace = trace(example, """
                {"transport":"tls","user":"dave","address":"10.1.2.3","certificate":"clients/app.crt"}""");
        assertThat(trace.endings())
                .extracting(ending -> ending.outcome().word() + " if " + String.join(",", ending.assumptions()))
                .containsExactly("accepted if dave is a member of ops", "refused if dave is not a member of ops");
        assertThat(trace.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void declaredRolesDecideIt() throws IOException {
        Example example = withTls("host all +ops all trust\n").with("pgmtls.yaml", """
                clusters:
                  db: {postgresql: 16, roles: {ops: {members: [carol]}, all_ops: {members: [ops]}}}
                """);
        String carol = "{\"transport\": \"plain\", \"user\": \"carol\", \"address\": \"10.1.2.3\"}";
        assertThat(trace(example, carol).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(trace(example, carol.replace("carol", "dave")).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void whereEveryEndingIsTheSameNothingIsUnknown() throws IOException {
        Trace trace = trace(withTls("host all +ops all trust\nhost all all all trust\n"), """
                {"transport": "plain", "user": "dave", "address": "10.1.2.3"}""");
        assertThat(trace.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(trace.ending().record().orElseThrow().lineNumber()).isEqualTo(2);
        assertThat(trace.ending().assumptions()).containsExactly("dave is not a member of ops");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all all all cert        |                 | refused
            hostssl all all all cert        | clients/app.crt | unknown
            hostssl all all all trust       |                 | accepted
            hostssl all all all reject      | clients/app.crt | refused
            """)
    void withoutPostgresqlConfNobodyKnowsWhatTheServerTrusts(String record, String certificate, String outcome)
            throws IOException {
        Example example = Example.hba(record + "\n")
                .withCredential("clients/app.crt", "CN=app | for clients")
                .on(16);
        String shown = certificate == null ? "" : ", \"certificate\": \"" + certificate + "\"";
        Trace trace =
                trace(example, "{\"transport\": \"tls\", \"user\": \"app\", \"address\": \"10.1.2.3\"" + shown + "}");
        assertThat(trace.outcome().word()).as(trace.toString()).isEqualTo(outcome);
        assertThat(trace.ending().assumptions()).contains("ssl is on");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ssl = off                                 | hostssl all all all trust     | SSL_OFF
            ssl = on                                  | hostssl all all all cert      | NO_ROOT_STORE
            ssl = maybe                               | hostssl all all all cert      | SETTINGS_DO_NOT_LOAD
            ssl = on                                  | hostssl all all all cert x=1  | HBA_DOES_NOT_LOAD
            ssl = on                                  | host all all all              | HBA_DOES_NOT_LOAD
            ssl = on;ssl_ca_file = 'postgresql.conf'  | hostssl all all all trust     | TLS_FILES_DO_NOT_LOAD
            ssl = on;ssl_ca_file = 'root.crt'         | hostssl all all all cert map=m | IDENT_DOES_NOT_LOAD
            """)
    void filesThatDoNotLoadRefuseEverybody(String settings, String record, TraceReason reason) throws IOException {
        Example example = withTls(record + "\n")
                .with("postgresql.conf", settings.replace(';', '\n') + "\n")
                .with("pg_ident.conf", "m app app\nbroken\n");
        Trace trace = trace(example, """
                {"transport":"tls","user":"app","address":"10.1.2.3","certificate":"clients/app.crt"}""");
        assertThat(trace.ending().reason()).as(trace.toString()).isEqualTo(reason);
        assertThat(trace.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(trace.ending().serverMessage()).isPresent();
    }

    @Test
    void anAnswerBeforeAFileThatIsNotInTheDirectoryIsCertain() throws IOException {
        Example example = withTls("host all app all trust\ninclude /etc/more.conf\nhost all all all trust\n");
        assertThat(trace(example, "{\"transport\":\"plain\",\"user\":\"app\",\"address\":\"10.1.2.3\"}")
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        Trace behind = trace(example, "{\"transport\":\"plain\",\"user\":\"web\",\"address\":\"10.1.2.3\"}");
        assertThat(behind.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(behind.ending().assumptions()).containsExactly("/etc/more.conf holds nothing that decides it");
    }

    @Test
    void aPasswordThatWouldBeInVainIsStillAskedFor() throws IOException {
        Trace trace = trace(withTls("hostssl all all all scram-sha-256 clientcert=verify-full\n"), """
                {"transport":"tls","user":"web","address":"10.1.2.3","certificate":"clients/app.crt"}""");
        assertThat(trace.outcome()).isEqualTo(Outcome.CHALLENGED);
        assertThat(trace.ending().reason()).isEqualTo(TraceReason.NAME_MISMATCH);
        assertThat(told(trace, TraceFormat.TEXT)).contains("even the right one is in vain");
    }

    @Test
    void aServerWithDbUserNamespaceGivesEverybodyTheNameOfHisDatabase() throws IOException {
        Example example = Example.hba("host all app@shop all trust\nhost all admin all trust\n")
                .with("postgresql.conf", "db_user_namespace = on\n")
                .on(16);
        String app = "{\"transport\":\"plain\",\"user\":\"app\",\"database\":\"shop\",\"address\":\"10.1.2.3\"}";
        assertThat(trace(example, app).ending().record().orElseThrow().lineNumber())
                .isEqualTo(1);
        assertThat(trace(example, app.replace("app", "admin@"))
                        .ending()
                        .record()
                        .orElseThrow()
                        .lineNumber())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {"transport":"tls","user":"a","adress":"10.1.2.3"}  | c:1:31: unknown key "adress"; did you mean "address"?
            {"transport":"tcp","user":"a"}                      | c:1:14: transport is "tcp"; it can be local, plain, tls, gss
            {"transport":"local","user":5}                      | c:1:29: expected a text for "user"
            {"transport":"plain","user":"a","address":"10.1"}   | c:1:43: address is "10.1"; write an IPv4 or IPv6 address, such as 10.1.2.3
            {"transport":"local"}                               | c:1:1: "user" is missing
            {"transport":"plain","user":"a"}                    | c:1:1: a connection over plain comes from an address; name it
            {"transport":"local","user":"a","user":"b"}         | c:1:33: "user" is there twice; leave one out
            {"transport":"local","user":"a"} 1                  | c:1:34: expected the end of the line behind the object
            ["tls"]                                             | c:1:1: expected an object, such as {"user": "app"}
            {"transport":"local","user":"a","cluster":"x"}      | c:1:1: there is no cluster "x"; there is "."
            """)
    void aLineThatIsNotUnderstoodIsToldWithItsPlace(String line, String message) throws IOException {
        ExampleDirectory.write(withTls("host all all all trust\n"), directory);
        Tracer tracer = Tracer.open(LintRequest.of(directory));
        assertThatThrownBy(() -> tracer.queries("c", line))
                .isInstanceOf(LintException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # nothing is declared                           | UNKNOWN
            openssl: {version: "3.0", security-level: 2}    | REFUSED
            openssl: {version: 1.1.1, security-level: 1}    | ACCEPTED
            """, commentCharacter = '%')
    void howAWeakKeyFaresDependsOnTheOpenSslOfTheServer(String policy, Outcome outcome) throws IOException {
        Example example = Example.hba("hostssl all app all cert\n")
                .with("postgresql.conf", TLS_ON)
                .with("pgmtls.yaml", policy + "\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("clients/app.crt", "CN=app | by root.crt | for clients | key RSA1024")
                .on(16);
        Trace trace = trace(
                example,
                "{\"transport\": \"tls\", \"database\": \"shop\", \"user\": \"app\", \"address\": \"10.1.2.3\","
                        + " \"certificate\": \"clients/app.crt\"}");
        assertThat(trace.outcome()).isEqualTo(outcome);
    }

    @Test
    void answersAreInTheOrderOfTheLines() throws IOException {
        ExampleDirectory.write(withTls("local all a,c trust\n"), directory);
        Tracer tracer = Tracer.open(LintRequest.of(directory));
        List<TraceQuery> queries = tracer.queries("c", """
                {"transport":"local","user":"a"}

                {"transport":"local","user":"b","database":null,"replication":false}
                {"transport":"local","user":"c"}
                """);
        assertThat(queries.stream().map(query -> tracer.trace(query).outcome()))
                .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.ACCEPTED);
    }

    @Test
    void ofSeveralClustersOneMustBeNamed() throws IOException {
        ExampleDirectory.write(
                Example.hba("local all all trust\n").with("other/pg_hba.conf", "local all all reject\n"), directory);
        Tracer tracer = Tracer.open(LintRequest.of(directory).postgresql(16));
        TraceQuery query = TraceQuery.of(
                Optional.empty(), "local", "a", Optional.empty(), Optional.empty(), false, Optional.empty());
        assertThatThrownBy(() -> tracer.trace(query))
                .hasMessage("there are several clusters; name one of them: \".\", \"other\"");
        TraceQuery named = TraceQuery.of(
                Optional.of("other"), "local", "a", Optional.empty(), Optional.empty(), false, Optional.empty());
        assertThat(tracer.trace(named).outcome()).isEqualTo(Outcome.REFUSED);
    }
}
