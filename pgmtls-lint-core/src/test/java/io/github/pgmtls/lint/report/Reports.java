package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintReport.ClusterSummary;
import io.github.pgmtls.lint.LintReport.Coverage;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reports made by hand, to be written in every format. */
final class Reports {

    private static final SourceFile HBA = SourceFile.ofText("prod-eu/pg_hba.conf", """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            local   all       all                 peer
            host    all       all   10.0.0.0/8    scram-sha-256

            # applications
            hostssl app       app   10.1.0.0/16   cert clientcert=verify-full map=apps
            hostssl app\t\t日本  10.2.0.0/16   ldap ldapserver=d ldapbindpasswd="hunter 2" x=1
            """);

    private static final SourceFile IDENT = SourceFile.ofText("prod-eu/pg_ident.conf", """
            # MAPNAME  SYSTEM-USERNAME  PG-USERNAME
            app        app.example.org  app
            """);

    private static final SourceFile KEY = SourceFile.ofText("prod-eu/server.key", """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIHdvdWxkIHlvdSByZWFsbHkgaGF2ZSByZWFkIGl0Pw==
            -----END PRIVATE KEY-----
            """);

    private Reports() {}

    /** One of everything that a report can hold. */
    static LintReport rich() {
        return new LintReport(
                List.of(
                        new ClusterSummary("prod-eu", "prod-eu", Optional.of(new PostgresVersion(16))),
                        new ClusterSummary("test", "clusters/test", Optional.empty())),
                List.of(shadowed(), undefinedMap(), unknownOption(), mode(), keyInGit()),
                List.of(
                        notChecked("prod-eu", "/etc/ssl/ca.crt", "the file is not in the repository", HBA),
                        notChecked("test", "/etc/ssl/ca.crt", "the file is not in the repository", HBA),
                        new NotChecked("test", "ssl-off", "the setting ssl is a template", Optional.empty())),
                new Coverage(11, 4, 38));
    }

    private static Finding shadowed() {
        return new Finding(
                "record-shadowed",
                Severity.ERROR,
                "prod-eu",
                "the record is never reached",
                at(HBA, "hostssl app       app   10.1.0.0/16", "never reached"),
                List.of(at(HBA, "host    all       all   10.0.0.0/8", "this record matches first")),
                Optional.empty(),
                Optional.of("Move the record above line 3."));
    }

    private static Finding undefinedMap() {
        return new Finding(
                "map-undefined",
                Severity.ERROR,
                "prod-eu",
                "the map \"apps\" is not defined",
                at(HBA, "map=apps", "no line of pg_ident.conf defines it"),
                List.of(at(HBA, "cert clientcert", "needs it"), at(IDENT, "app     ", "the only map")),
                Optional.of("no match in usermap \"apps\" for user \"app\""),
                Optional.of("Write \"map=app\", or define \"apps\" in pg_ident.conf."));
    }

    private static Finding unknownOption() {
        return new Finding(
                "unknown-option",
                Severity.WARNING,
                "prod-eu",
                "unknown option \"x\" behind ldapbindpasswd=\"hunter 2\"",
                at(HBA, "x=1", "here"),
                List.of(at(HBA, "日本", "wide"), at(HBA, "\"hunter 2\"", "hidden")),
                Optional.empty(),
                Optional.empty());
    }

    private static Finding mode() {
        return new Finding(
                "key-permissions",
                Severity.INFO,
                "prod-eu",
                "the key file has mode 0644",
                Location.of(KEY).labelled("mode 0644"),
                List.of(),
                Optional.empty(),
                Optional.of("Run \"chmod 0600\" on it."));
    }

    private static Finding keyInGit() {
        return new Finding(
                "private-key-in-git",
                Severity.ERROR,
                "prod-eu",
                "git tracks a private key",
                Location.of(KEY, new Span(0, KEY.content().length())).labelled("anybody who can clone has it"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static NotChecked notChecked(String cluster, String subject, String reason, SourceFile file) {
        return new NotChecked(cluster, subject, reason, Optional.of(Location.of(file, new Span(10, 12))));
    }

    /** Nothing found. */
    static LintReport clean() {
        return new LintReport(
                List.of(new ClusterSummary("main", "", Optional.of(new PostgresVersion(18)))),
                List.of(),
                List.of(),
                new Coverage(3, 1, 38));
    }

    /** What somebody might write who wants the report to lie, or the program that shows it to obey. */
    static LintReport hostile() {
        String evil = "\u001b[31m\u001b]8;;http://x\u0007::error::x ##[group] ##vso[x] \u202eabc\u2066 a\u200bb \u0085"
                + "<script>alert(1)</script> & ]]> \" ' %0A \r\n::stop-commands::\u2028\u00a0\ufeff\ud800";
        String secret = evil + " password=letmein";
        byte[] invalid = {'a', (byte) 0xff, (byte) 0xc3, 'b', (byte) 0xe2, (byte) 0x82, '\t', (byte) 0x9b, 'c'};
        SourceFile file = SourceFile.of(
                "::error::\u001b[2J\u202e/<b>&\"'##[x]\n.conf",
                (ByteText.encode(secret) + "\n" + new String(invalid, java.nio.charset.StandardCharsets.ISO_8859_1)
                                + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Finding finding = new Finding(
                "hostile",
                Severity.ERROR,
                "::error::" + evil,
                secret,
                new Location(file, file.lineSpan(1), secret),
                List.of(
                        new Location(file, file.lineSpan(3), secret),
                        Location.of(file).labelled(secret)),
                Optional.of(secret),
                Optional.of(secret));
        return new LintReport(
                List.of(
                        new ClusterSummary("::error::" + evil, evil, Optional.empty()),
                        new ClusterSummary("b", "b", Optional.empty())),
                List.of(finding),
                List.of(new NotChecked("::error::" + evil, "::error::" + evil, secret, Optional.of(Location.of(file)))),
                new Coverage(1, 0, 1));
    }

    /** A record with tokens of a megabyte, and a message that quotes one. */
    static LintReport gigantic() {
        SourceFile file = SourceFile.ofText(
                "pg_hba.conf",
                "host " + "a,".repeat(500_000) + "日本 all 10.0.0.0/8 trust " + "x".repeat(500_000) + "\n");
        Finding finding = new Finding(
                "trust-remote",
                Severity.ERROR,
                "main",
                "everybody gets in to \"" + "\ud83d\ude00".repeat(500_000) + "\"",
                at(file, "trust", "no password"),
                List.of(at(file, "host", "plain"), at(file, "日本", "")),
                Optional.empty(),
                Optional.empty());
        return new LintReport(
                List.of(new ClusterSummary("main", "", Optional.empty())),
                List.of(finding),
                List.of(),
                new Coverage(1, 0, 1));
    }

    /** Returns the same report with the rules that were asked, and more to see. */
    static LintReport with(LintReport report, List<RuleInfo> rules, LintReport.Overviews overviews) {
        return new LintReport(
                report.clusters(),
                report.findings(),
                report.notChecked(),
                report.coverage(),
                report.exempted(),
                report.fingerprints(),
                rules,
                overviews);
    }

    static Location at(SourceFile file, String text, String label) {
        int start = file.content().indexOf(ByteText.encode(text));
        if (start < 0) {
            throw new IllegalArgumentException("not in " + file + ": " + text);
        }
        int length = ByteText.encode(text).length();
        return new Location(file, new Span(start, start + length), label);
    }

    static String write(ReportFormat format, LintReport report) {
        return write(format, report, ReportOptions.PLAIN);
    }

    static String write(ReportFormat format, LintReport report, ReportOptions options) {
        StringBuilder out = new StringBuilder();
        try {
            format.write(report, out, options);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    static LintReport of(Finding... findings) {
        return new LintReport(List.of(), Arrays.asList(findings), List.of(), new Coverage(1, 0, 1));
    }
}
