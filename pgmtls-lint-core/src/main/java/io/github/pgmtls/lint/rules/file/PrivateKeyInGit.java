package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key that git tracks. */
final class PrivateKeyInGit implements TreeRule {

    private static final String MARK = "PRIVATE KEY-----";
    private static final Pattern BEGIN =
            Pattern.compile("-----BEGIN ((RSA |EC |DSA |OPENSSH |ENCRYPTED )?)PRIVATE KEY-----");
    private static final int LOOK_AHEAD = 400;

    private static final RuleInfo INFO = RuleInfo.of("private-key-in-git", Severity.ERROR, "git tracks a private key")
            .because("""
                    Whoever can read the repository, now or in its history, can be the server or the client whose key \
                    it is. Deleting the file does not delete it from the history.""")
            .remedy("Issue a new key, deliver it in another way, and revoke the certificate of this one.")
            .source("RFC 5280, section 8; NIST SP 800-57")
            .bad(Example.conf("ssl = on\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | tracked"))
            .good(Example.conf("ssl = on\n").withCredential("server.crt", "CN=db1"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(TreeContext context) {
        List<Finding> findings = new ArrayList<>();
        for (String path : context.paths()) {
            if (context.tree().facts(path).filter(FileFacts::tracked).isPresent()
                    && context.tree().read(path) instanceof FileRead.Content content
                    && content.file().content().contains(MARK)) {
                findIn(context, content.file(), findings);
            }
        }
        return RuleOutcome.of(findings);
    }

    private static void findIn(TreeContext context, SourceFile file, List<Finding> findings) {
        Matcher begin = BEGIN.matcher(file.content());
        while (begin.find()) {
            String head = file.content()
                    .substring(begin.end(), Math.min(file.content().length(), begin.end() + LOOK_AHEAD));
            if (!looksLikeKey(head)) {
                continue;
            }
            boolean encrypted = begin.group(1).equals("ENCRYPTED ") || head.contains("Proc-Type: 4,ENCRYPTED");
            Location place = Location.of(file, new Span(begin.start(), begin.end()));
            String message = encrypted ? "encrypted private key is tracked by git" : "private key is tracked by git";
            findings.add(context.finding(INFO, place, message)
                    .severity(encrypted ? Severity.WARNING : Severity.ERROR)
                    .build());
        }
    }

    /** Documentation and scripts name the header too; a key has base64 behind it. */
    private static boolean looksLikeKey(String head) {
        return head.replaceAll("(?m)^(Proc-Type|DEK-Info):.*$", "")
                .replaceAll("\\\\[rn]|[\\s\"'+,|>]", "")
                .matches("(?s)[A-Za-z0-9+/=]{60,}.*");
    }
}
