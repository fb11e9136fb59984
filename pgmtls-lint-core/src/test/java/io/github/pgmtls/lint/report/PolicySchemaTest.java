package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.pgmtls.lint.LintException;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.PolicyStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the reader of pgmtls.yaml agree; {@code -Dpgmtls.golden=write} rewrites the one in the jar. */
class PolicySchemaTest {

    private static final Path SHIPPED = Path.of("src/main/resources/io/github/pgmtls/lint/policy/pgmtls.schema.json");

    @TempDir
    private Path directory;

    @Test
    void theSchemaInTheJarIsUpToDate() throws IOException {
        if ("write".equals(System.getProperty("pgmtls.golden"))) {
            Files.createDirectories(SHIPPED.getParent());
            Files.writeString(SHIPPED, schema());
        }
        assertThat(SHIPPED).content().isEqualTo(schema());
    }

    @Test
    void everythingThatCanBeSaidFollowsTheSchemaAndIsUnderstood() throws IOException {
        assertAgreed(true, """
                postgresql: 16
                path-mappings: {/etc/ssl/certs: files/certs}
                kept-elsewhere: [server.crt, /etc/ssl/crl/*]
                server-build: {without: [gss, ldap, pam]}
                openssl: {version: "3.0", security-level: 2}
                clusters:
                  prod-eu:
                    directory: ""
                    postgresql: 15
                    openssl: {version: 1.1.1}
                    server-names: [pg1.example.com, 10.0.6.10]
                    client-certificates: "clients/*.crt"
                    client-certificates-complete: true
                    client-ca: {dedicated: true}
                    superusers: [postgres]
                    roles: {app_rw: {members: [app1, app2]}}
                    expect:
                      - {user: cmdb, database: cmdbvm, from: 10.0.6.188/32, using: cert}
                      - {using: scram-sha-256}
                      - {nobody: without-client-certificate, except: [{user: monitor, from: 127.0.0.1/32}]}
                rules:
                  certificate-expires-soon: {severity: warning, days: 30, ca-days: 60}
                  crl-expires-soon: {days: 3}
                  md5-method: off
                  record-syntax: {severity: error}
                suppress:
                  - {rule: trust-remote, cluster: prod-eu, match: "host legacy *", reason: "ticket 123", until: 2027-03-31}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresq: 16",
                "postgresql: 9",
                "path-mappings: {etc: files}",
                "server-build: {without: [md5]}",
                "openssl: {security-level: 6}",
                "openssl: {level: 2}",
                "clusters: {a: {dir: \"\"}}",
                "clusters: {a: {directory: \"\", client-ca: {dedicated: maybe}}}",
                "clusters: {a: {directory: \"\", roles: {r: {member: [a]}}}}",
                "clusters: {a: {directory: \"\", expect: [{user: u}]}}",
                "clusters: {a: {directory: \"\", expect: [{user: +u, using: cert}]}}",
                "clusters: {a: {directory: \"\", expect: [{using: crt}]}}",
                "clusters: {a: {directory: \"\", expect: [{nobody: else}]}}",
                "clusters: {a: {directory: \"\", expect: [{nobody: without-client-certificate, using: cert}]}}",
                "rules: {md5: off}",
                "rules: {md5-method: on}",
                "rules: {md5-method: {days: 3}}",
                "rules: {crl-expires-soon: {days: -3}}",
                "rules: {record-syntax: off}",
                "rules: {record-syntax: {severity: warning}}",
                "suppress: [{rule: md5-method}]",
                "suppress: [{rule: md5-method, reason: \" \"}]",
                "suppress: [{rule: record-syntax, reason: x}]",
                "suppress: [{rule: md5-method, reason: x, until: tomorrow}]",
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String yaml) throws IOException {
        assertAgreed(false, yaml);
    }

    @Test
    void theStarterIsUnderstoodAndSoIsAllOfItsComments() throws IOException {
        Files.createDirectories(directory.resolve("a b"));
        Files.writeString(directory.resolve("a b/pg_hba.conf"), "local all all peer\n");
        Files.writeString(directory.resolve("pg_hba.conf"), "local all all peer\n");
        String starter = PolicyStarter.text(LintRequest.of(directory));

        assertThat(starter).contains("\n  \"a b\":\n    directory: \"a b\"\n", "\n  main:\n    directory: \"\"\n");
        assertAgreed(true, starter);
        assertAgreed(true, starter.replaceAll("(?m)^#(?! )", "").replaceAll("(?m)^#( +\\S+: |      - |  - )", "$1"));
    }

    /** What follows the schema is understood, and what does not is not. */
    private void assertAgreed(boolean expected, String yaml) throws IOException {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        String json = new JsonMapper().writeValueAsString(loaded);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema());
        List<String> errors = schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
        if (expected) {
            assertThat(errors).as(yaml).isEmpty();
        } else {
            assertThat(errors).as(yaml).isNotEmpty();
        }
        if (!Files.exists(directory.resolve("pg_hba.conf"))) {
            Files.writeString(directory.resolve("pg_hba.conf"), "local all all peer\n");
        }
        Files.writeString(directory.resolve("pgmtls.yaml"), yaml);
        assertThat(problem())
                .as(yaml)
                .satisfies(text -> assertThat(text.isEmpty()).isEqualTo(expected));
    }

    private String problem() {
        try {
            Linter.lint(LintRequest.of(directory));
            return "";
        } catch (LintException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String schema() throws IOException {
        StringBuilder out = new StringBuilder();
        PolicySchema.write(out);
        return out.toString();
    }
}
