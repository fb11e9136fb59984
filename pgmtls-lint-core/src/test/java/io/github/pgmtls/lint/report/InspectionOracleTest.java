package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.Inspector;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds what is written as JSON against the views of real servers that have the same files. */
class InspectionOracleTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String HBA = """
            local all all peer
            local sameuser,"all",x +role,"+x",@users ident map=m
            host all all all trust
            host all all samehost reject
            host all all samenet md5
            host all all .example.org scram-sha-256
            host all all db.example.org password
            host all all 10/8 trust
            host all all 010.1.2.3/32 trust
            host all all 10.1.2.3 255.0.255.0 trust
            host all all ::1/128 trust
            host all all ::ffff:1.2.3.4/96 trust
            host all all 2001:db8::/32 ident map=
            host all /^a 10.0.0.0/8 trust
            host /^a /(b 10.0.0.0/8 trust
            host "d \u00e9" "u ""q""\u65e5" 10.0.0.0/8 trust
            hostssl all all 0.0.0.0/0 cert
            hostssl all all 0.0.0.0/0 cert map=a,clientcert=verify-full
            hostssl all all 0.0.0.0/0 cert clientcert=verify-ca
            hostssl all all 0.0.0.0/0 cert clientcert=1
            hostssl all all 0.0.0.0/0 cert clientcert=0
            hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=verify-ca
            hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=verify-full clientname=DN
            hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=1
            hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=0
            hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=no-verify
            hostssl all all 0.0.0.0/0 scram-sha-256 clientcert=nonsense
            hostssl all all 0.0.0.0/0 cert clientname=nonsense
            host all all 0.0.0.0/0 cert
            host all all 0.0.0.0/0 trust clientcert=verify-full
            host all all 0.0.0.0/0 trust clientname=CN
            hostnossl all all 0.0.0.0/0 trust
            hostgssenc all all 0.0.0.0/0 trust
            hostnogssenc all all 0.0.0.0/0 trust
            host all all 0.0.0.0/0 ldap
            host all all 0.0.0.0/0 ldap ldapserver=s ldapprefix=a ldapsuffix=b ldapport=1 ldaptls=1
            host all all 0.0.0.0/0 ldap ldapserver=s ldapprefix=a ldapbasedn=b
            host all all 0.0.0.0/0 ldap ldapserver=s ldapbasedn=b ldapbinddn=c ldapbindpasswd=hunter2
            host all all 0.0.0.0/0 ldap ldapserver=s ldapbasedn=b ldapsearchattribute=c ldapsearchfilter=d
            host all all 0.0.0.0/0 ldap ldapserver=s ldapbasedn=b ldapport=x
            host all all 0.0.0.0/0 ldap ldapserver=s ldapbasedn=b ldaptls=x ldapscheme=ldaps
            host all all 0.0.0.0/0 ldap ldapserver=s ldapbasedn=b ldapscheme=nonsense
            host all all 0.0.0.0/0 ldap ldapurl=ldap://h:1/b?a?sub
            host all all 0.0.0.0/0 ldap ldapurl=ldapi://h/b
            host all all 0.0.0.0/0 radius
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1 radiussecrets=hunter2 radiusports=1 radiusidentifiers=i
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1,127.0.0.2 radiussecrets=\"""a"",b"
            host all all 0.0.0.0/0 radius "radiusservers=127.0.0.1,127.0.0.2,127.0.0.3" "radiussecrets=a,b"
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1 radiussecrets=hunter2 radiusports=x
            host all all 0.0.0.0/0 radius "radiusservers=127.0.0.1,," radiussecrets=s
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1 "radiussecrets=s,,"
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1 radiussecrets=hunter2 "radiusports=,"
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1 radiussecrets=hunter2 "radiusidentifiers=,"
            host all all 0.0.0.0/0 radius radiusservers= radiussecrets=s
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1 radiussecrets=
            host all all 0.0.0.0/0 radius radiusservers=127.0.0.1
            host all all 0.0.0.0/0 trust nonsense
            host all all 0.0.0.0/0 trust nonsense=1
            host all all 0.0.0.0/0 trust map=m
            host all all 0.0.0.0/0 trust pamservice=m
            host all all 0.0.0.0/0 ident include_realm=1
            host all all 0.0.0.0/0 oauth issuer=i
            host all all 0.0.0.0/0 oauth issuer=i scope=s
            host all all 0.0.0.0/0 nonsense
            host all all 0.0.0.0/0 peer
            host all all 0.0.0.0/0 trust,md5
            host all all 0.0.0.0/0
            host all all 0.0.0.0
            host all all
            host all
            host
            nonsense all all trust
            host,local all all trust
            host all all 0.0.0.0/33 trust
            host all all 0.0.0.0/x trust
            host all all 0.0.0.0/ trust
            host all all db.example.org/8 trust
            host all all 10.0.0.0 nonsense trust
            host all all 10.0.0.0 ffff:: trust
            host all all 10.0.0.0,11.0.0.0 trust
            host all all 10.0.0.0 255.0.0.0,255.0.0.0 trust
            local all all pam
            local @missing all trust
            host all all 1.2.3.4/32 trust \\
            # behind a continuation
            local all all trust
            include more.conf
            include missing.conf
            include_if_exists missing.conf
            include_dir hba.d
            include_dir missing.d
            include
            local "unclosed all trust
            local all all trust
            """;

    private static final String IDENT = """
            m a b
            m /^(.*)@x$ \\1
            m /^(.*)@x$ "\\1x"
            m "/a b" /c
            m a +role
            m a "all"
            m a all
            m "d \u00e9" "u ""q""\u65e5"
            m /(a b
            m a /(b
            m a
            m
            m a,b c
            m,n a b
            m a b c
            m a \\
            b
            include more_ident.conf
            include missing.conf
            "unclosed a b
            m z z
            """;

    private static final String SETTINGS = """
            ssl_ciphers = 'HIGH:!日'
            SSL_CIPHERS = HIGH
            work_mem = '1MB'
            work_mem = lots
            log_line_prefix = 'password=hunter2 '
            include 'conf.d/more.conf'
            include_if_exists missing.conf
            include_dir 'conf.d'
            """;

    private static final Map<String, String> FILES = Map.of(
            "pg_hba.conf", HBA,
            "pg_ident.conf", IDENT,
            "users", "a, b\n\"all\"\n",
            "more.conf", "\nlocal more all trust\nlocal more all nonsense\n",
            "hba.d/a.conf", "local a all trust\n",
            "hba.d/b.conf", "local b all trust\nlocal b\n",
            "hba.d/c.other", "local c all trust\n",
            "more_ident.conf", "\nmore a b\nmore\n",
            "conf.d/more.conf", "\nssl_prefer_server_ciphers = yes\nwork_mem = 2MB\n");

    @TempDir
    private Path directory;

    @EachPostgres
    void withoutTlsTheRowsAreThoseOfTheViews(RealPostgres server) {
        write(server, Map.of("postgresql.conf", "ssl = off\n" + SETTINGS));

        assertSame(server);
    }

    @EachPostgres
    void withTlsTheRowsAreThoseOfTheViews(RealPostgres server) {
        Issued own = Pki.selfSigned("CN=localhost", how -> {});
        Map<String, String> tls = Map.of("server.crt", own.pem(), "server.key", own.keyPem());
        write(server, tls);
        write(server, Map.of("postgresql.conf", "ssl = on\n"));
        assertThat(server.reload().accepted()).as(server::dump).isTrue();
        // the session takes it over at its next query, so not from what is written then
        assertThat(server.query("show ssl")).containsExactly(Map.of("ssl", "on"));
        write(server, Map.of("postgresql.conf", "ssl = on\n" + SETTINGS));

        JsonNode hba = assertSame(server).path("hba");
        assertThat(hba.path("loads").booleanValue()).isFalse();
        assertThat(hba.path("records"))
                .filteredOn(
                        row -> row.path("type").isNull() && row.path("error").isNull())
                .as("lines that the server refuses in its log only")
                .isNotEmpty();
    }

    private JsonNode assertSame(RealPostgres server) {
        String without = missingMethods(server);
        write(server, FILES);
        InspectionExample.write(directory, Map.of("pgmtls.yaml", "server-build: {without: [" + without + "]}\n"));
        JsonNode cluster = JSON.readTree(InspectionExample.write(
                        InspectionFormat.JSON,
                        Inspector.inspect(LintRequest.of(directory)
                                .postgresql(server.version().major()))))
                .path("clusters")
                .path(0);
        boolean numbered = server.version().isAtLeast(16);
        List<String> unnumbered = numbered ? List.of() : List.of("rule_number", "map_number", "file_name");

        assertThat(differences(
                        without(unnumbered, cluster.path("hba").path("records")),
                        rows(
                                server,
                                numbered ? "rule_number, file_name" : "",
                                "line_number, type, database, user_name, address, netmask, auth_method, options, error",
                                "pg_hba_file_rules")))
                .isEmpty();
        if (server.version().isAtLeast(15)) {
            assertThat(differences(
                            without(unnumbered, cluster.path("ident").path("mappings")),
                            rows(
                                    server,
                                    numbered ? "map_number, file_name" : "",
                                    "line_number, map_name, sys_name, pg_username, error",
                                    "pg_ident_file_mappings")))
                    .isEmpty();
        }
        assertThat(differences(
                        without(List.of(), cluster.path("settings")),
                        rows(server, "", "name, setting, sourcefile, sourceline, applied, error", "pg_file_settings")))
                .isEmpty();
        return cluster;
    }

    private void write(RealPostgres server, Map<String, String> files) {
        files.forEach((path, text) -> server.write(path, ByteText.encode(text)));
        InspectionExample.write(directory, files);
    }

    private static String missingMethods(RealPostgres server) {
        List<String> methods = List.of("gss", "sspi", "pam", "bsd", "ldap");
        server.write(
                "pg_hba.conf",
                methods.stream()
                        .map(method -> "host all all all " + method + "\n")
                        .collect(Collectors.joining()));
        return server.query("select line_number from pg_hba_file_rules where error like '%by this build'").stream()
                .map(row -> methods.get(Integer.parseInt(row.getOrDefault("line_number", "")) - 1))
                .collect(Collectors.joining(", "));
    }

    /** Returns the rows of a view as the server itself writes them as JSON, with paths and secrets as we show them. */
    private static List<JsonNode> rows(RealPostgres server, String numbers, String columns, String view) {
        String all = Stream.of(numbers, columns).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return server.query("select row_to_json(r) as row from (select " + all + " from " + view + ") r").stream()
                .map(row -> ByteText.decode(row.getOrDefault("row", "")))
                .map(row -> row.replace(server.dataDirectory() + "/", "").replace("hunter2", Secrets.MASK))
                .map(JSON::readTree)
                .toList();
    }

    private static List<JsonNode> without(List<String> columns, JsonNode rows) {
        rows.forEach(row -> ((ObjectNode) row).remove(columns));
        return rows.valueStream().toList();
    }

    private static List<String> differences(List<JsonNode> shown, List<JsonNode> real) {
        assertThat(real).isNotEmpty();
        return IntStream.range(0, Math.max(shown.size(), real.size()))
                .filter(i ->
                        i >= shown.size() || i >= real.size() || !shown.get(i).equals(real.get(i)))
                .mapToObj(i -> "\nserver " + (i < real.size() ? real.get(i) : "nothing") + "\nshown  "
                        + (i < shown.size() ? shown.get(i) : "nothing"))
                .toList();
    }
}
