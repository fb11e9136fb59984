package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container or initdb that writes a record which the server refuses. */
final class ContainerWritesHostCert implements TreeRule {

    private static final Pattern SETTING =
            Pattern.compile("POSTGRES_HOST_AUTH_METHOD[\"']?[ \\t]*[:=][ \\t]*[\"']?cert\\b"
                    + "|--auth(?:-host)?[= ]cert\\b|(?m)initdb\\b[^\\n]*[ \\t]-A[ \\t]*cert\\b");

    private static final RuleInfo INFO = RuleInfo.of(
                    "container-writes-host-cert",
                    Severity.ERROR,
                    "a container or initdb writes a pg_hba.conf that the server refuses")
            .because("""
                    POSTGRES_HOST_AUTH_METHOD of the official image and the options --auth and --auth-host of initdb \
                    write records of type host. With the method cert these are refused, and with them the whole file: \
                    the server does not start.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Leave it at scram-sha-256, and mount a pg_hba.conf with hostssl records.")
            .source(
                    "docker-entrypoint.sh of the official image; PostgreSQL documentation, initdb; parse_hba_line in hba.c")
            .bad(Example.hba("hostssl all all all cert\n")
                    .with("compose.yaml", "environment:\n  POSTGRES_HOST_AUTH_METHOD: cert\n"))
            .good(Example.hba("hostssl all all all cert\n")
                    .with("compose.yaml", "environment:\n  POSTGRES_HOST_AUTH_METHOD: scram-sha-256\n"));

    private static final Pattern NAME = Pattern.compile(
            "(?:.*/)?(?:[^/]*(?:Dockerfile|Containerfile)[^/]*|[^/]*\\.(?:ya?ml|env|sh|tf)|\\.env[^/]*)");

    private static final int MOST_BYTES = 1 << 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(TreeContext context) {
        List<Finding> findings = new ArrayList<>();
        for (String path : context.paths()) {
            if (NAME.matcher(path).matches() && context.tree().read(path) instanceof FileRead.Content content) {
                SourceFile file = content.file();
                if (file.content().length() > MOST_BYTES || !file.content().contains("cert")) {
                    continue;
                }
                Matcher matcher = SETTING.matcher(file.content());
                while (matcher.find()) {
                    if (!isComment(file, matcher.start())) {
                        Location place = Location.of(file, new Span(matcher.start(), matcher.end()));
                        findings.add(context.finding(INFO, place, "this writes host records with the method cert")
                                .serverSays("cert authentication is only supported on hostssl connections")
                                .build());
                    }
                }
            }
        }
        return RuleOutcome.of(findings);
    }

    private static boolean isComment(SourceFile file, int offset) {
        int start = file.lineSpan(file.position(offset).line()).start();
        return file.content().substring(start, offset).contains("#");
    }
}
