package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.AccessReporter;
import io.github.pgmtls.lint.Inspector;
import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.TraceQuery;
import io.github.pgmtls.lint.Tracer;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files that try to reach whoever reads about them: the whole way from the directory through every form of output. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

    private static final String EVIL = "\u001b[31m\u001b]0;x\u0007::error::x##[group]##vso[x]\u202eabc\u2066\u200b"
            + "<script>alert(1)</script><img/src=x>&\u0085\u2028\ufeff";

    /** No output may hold any of these. */
    private static final List<String> SECRETS =
            List.of("hunter2", "two words", "r4d1us", "s3cond", "open-sesame", "c0nninfo", "urlpass", "l00se");

    private final Map<String, String> outputs = new TreeMap<>();
    private String keyLine = "";

    @BeforeAll
    void writeEverything(@TempDir Path directory) throws IOException {
        Path cluster = directory.resolve("::error::\u001b[2J\u202e<b>&'##[x]");
        Issued root = Pki.ca("CN=<script>alert(1)</script>");
        Issued client = root.client("CN=::error::x<img/src=x>", how -> how.expired());
        keyLine = client.keyPem().lines().skip(1).findFirst().orElseThrow();
        InspectionExample.write(
                cluster,
                Map.of(
                        "pg_hba.conf",
                        hba(),
                        "pg_ident.conf",
                        "m \"" + EVIL + "\" \"" + EVIL + "\"\nm x\n\u001b[1m y\n",
                        "postgresql.conf",
                        """
                        ssl = on
                        ssl_ca_file = 'root.crt'
                        ssl_key_file = 'client.key'
                        ssl_passphrase_command = 'echo open-sesame'
                        primary_conninfo = 'host=db password=c0nninfo user=x'
                        dynamic_library_path = 'postgres://u:urlpass@host/db'
                        """ + "work_mem = '" + EVIL.replace("'", "") + "'\n" + EVIL + " = 1\n",
                        "root.crt",
                        root.pem(),
                        "server.crt",
                        client.pem(),
                        "client.key",
                        client.keyPem(),
                        "clients/\u001b]0;evil\u0007.crt",
                        client.pem()));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        InspectionExample.write(directory.resolve("huge"), Map.of("pg_hba.conf", huge()));
        LintRequest request = LintRequest.of(directory).now(Pki.NOW);
        LintReport report = Linter.lint(request);
        assertThat(report.findings()).hasSizeGreaterThan(8);
        for (ReportFormat format : ReportFormat.values()) {
            outputs.put(format.formatName(), Reports.write(format, report));
        }
        for (InspectionFormat format : InspectionFormat.values()) {
            outputs.put("show " + format.formatName(), InspectionExample.write(format, Inspector.inspect(request)));
        }
        for (AccessFormat format : AccessFormat.values()) {
            StringBuilder out = new StringBuilder();
            format.write(AccessReporter.report(request), out, ReportOptions.PLAIN);
            outputs.put("access " + format.formatName(), out.toString());
        }
        trace(request, cluster.getFileName().toString());
    }

    private void trace(LintRequest request, String cluster) throws IOException {
        TraceQuery query = TraceQuery.of(
                Optional.of(cluster), "tls", EVIL, Optional.of(EVIL), Optional.of("10.1.2.3"), false, Optional.empty());
        for (TraceFormat format : TraceFormat.values()) {
            StringBuilder out = new StringBuilder();
            format.write(Tracer.open(request).trace(query), out, ReportOptions.PLAIN);
            outputs.put("trace " + format.formatName(), out.toString());
        }
    }

    private static String hba() {
        String evil = "\"" + EVIL + "\"";
        return "host all all 10.0.0.0/8 ldap ldapserver=d ldapbasedn=b ldapbinddn=n ldapbindpasswd=hunter2\n"
                + "host all all 10.0.0.0/8 ldap ldapserver=d ldapbinddn=n ldapbindpasswd=\"two words\" nonsense=1\n"
                + "host all all 10.0.0.0/8 ldap ldapserver=d ldapbindpasswd= l00se\n"
                + "host all all 10.0.0.0/8 radius radiusservers=127.0.0.1 radiussecrets=\"r4d1us,s3cond\"\n"
                + "hostssl " + evil + " " + evil + " 10.0.0.0/8 cert map=" + evil + "\n"
                + "hostssl " + evil + " " + evil + " 10.0.0.0/8 " + evil + "\n"
                + "host all " + evil + " samenet trust\n"
                + EVIL + "\n";
    }

    private static String huge() {
        return "host " + "a,".repeat(500_000) + "b \"" + "<b>\u202e".repeat(250_000) + "\" all trust\n"
                + "host all all all trust " + "x".repeat(1_000_000) + "=1\n";
    }

    private Stream<Map.Entry<String, String>> outputs() {
        return outputs.entrySet().stream();
    }

    @Test
    void noSecretIsInAnyOutput() {
        outputs().forEach(output -> {
            SECRETS.forEach(secret -> assertThat(output.getValue().contains(secret))
                    .as(output.getKey() + ": " + secret)
                    .isFalse());
            assertThat(output.getValue().contains(keyLine))
                    .as(output.getKey() + ": key")
                    .isFalse();
        });
    }

    @Test
    void secretsAreMaskedNotMissing() {
        assertThat(outputs.get("show json")).contains("ldapbindpasswd=***", "password=***");
        assertThat(outputs.get("html")).contains("ldapbindpasswd=***");
    }

    @Test
    void nothingSteersATerminal() {
        outputs()
                .forEach(output -> assertThat(output.getValue()
                                .codePoints()
                                .filter(c -> c != '\n' && isDangerous(c))
                                .mapToObj(Integer::toHexString)
                                .distinct()
                                .toList())
                        .as(output.getKey())
                        .isEmpty());
    }

    private static boolean isDangerous(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    @Test
    void nothingIsACommandToARunner() {
        outputs()
                .forEach(output -> output.getValue().lines().forEach(line -> {
                    boolean ours = output.getKey().equals("github")
                            && line.matches("::(error|warning|notice) (file|title)=.*");
                    boolean starts = line.stripLeading().startsWith("::");
                    boolean holds = line.contains("##[") || line.contains("##vso[");
                    assertThat((starts && !ours) || holds)
                            .as(output.getKey() + ": " + line)
                            .isFalse();
                }));
    }

    @Test
    void nothingIsMarkupWhereMarkupIsRead() {
        for (String format : List.of("html", "junit", "checkstyle", "json", "sarif", "gitlab", "show json")) {
            assertThat(outputs.get(format)).as(format).doesNotContain("<script", "<img", "<b>");
        }
        assertThat(outputs.get("markdown").replace("\\<", "")).doesNotContain("<script", "<img", "<b>");
    }

    @Test
    void wordsOfAMegabyteStayShort() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(outputs.get(format.formatName()).length())
                    .as(format.formatName())
                    .isLessThan(400_000);
        }
    }
}
