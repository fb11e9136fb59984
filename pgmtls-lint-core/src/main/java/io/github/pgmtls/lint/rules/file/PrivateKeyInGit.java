package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key that git tracks. */
final class PrivateKeyInGit implements TreeRule {

    private static final String MARK = "PRIVATE KEY-----";
    private static final Pattern BEGIN =
            Pattern.compile("-----BEGIN ((RSA |EC |DSA |OPENSSH |ENCRYPTED )?)PRIVATE KEY-----");
    private static final Pattern BINARY = Pattern.compile("(?i).*\\.(pk8|der|key)");
    private static final int LOOK_AHEAD = 400;

    private static final RuleInfo INFO = RuleInfo.of("private-key-in-git", Severity.ERROR, "git tracks a private key")
            .because("""
                    Whoever can read the repository, now or in its history, can be the server or the client whose key \
                    it is; with the key of a CA, everybody. Deleting the file does not delete it from the history.""")
            .claim(Claim.NOTHING)
            .remedy("Issue a new key, deliver it in another way, and revoke the certificate of this one.")
            .source("RFC 5280, section 8; NIST SP 800-57")
            .bad(Example.conf("ssl = on\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | tracked"))
            .good(Example.conf("ssl = on\n").withCredential("server.crt", "CN=db1"))
            .neverExempt();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(TreeContext context) {
        List<Finding> findings = new ArrayList<>();
        AuthorityKeys authorities = new AuthorityKeys(context);
        for (String path : context.paths()) {
            if (context.tree().facts(path).filter(FileFacts::tracked).isPresent()
                    && context.tree().read(path) instanceof FileRead.Content content) {
                if (content.file().content().contains(MARK)) {
                    findIn(context, content.file(), authorities, findings);
                } else if (BINARY.matcher(path).matches()) {
                    PemFile.parse(content.file())
                            .privateKeys()
                            .forEach(key -> findings.add(
                                    finding(context, key.place(), key.isEncrypted(), authorities.authorityOf(key))));
                }
            }
        }
        return RuleOutcome.of(findings);
    }

    private static void findIn(
            TreeContext context, SourceFile file, AuthorityKeys authorities, List<Finding> findings) {
        Map<Integer, PrivateKeyInfo> keys = new HashMap<>();
        PemFile.parse(file)
                .privateKeys()
                .forEach(key -> keys.put(key.place().span().start(), key));
        Matcher begin = BEGIN.matcher(file.content());
        while (begin.find()) {
            String head = file.content()
                    .substring(begin.end(), Math.min(file.content().length(), begin.end() + LOOK_AHEAD));
            if (!looksLikeKey(head)) {
                continue;
            }
            boolean encrypted = begin.group(1).equals("ENCRYPTED ") || head.contains("Proc-Type: 4,ENCRYPTED");
            Location place = Location.of(file, new Span(begin.start(), begin.end()));
            Optional<Certificate> authority =
                    Optional.ofNullable(keys.get(begin.start())).flatMap(key -> authorities.authorityOf(key));
            findings.add(finding(context, place, encrypted, authority));
        }
    }

    private static Finding finding(
            TreeContext context, Location place, boolean encrypted, Optional<Certificate> authority) {
        String whose = authority.map(own -> " of CA \"" + own.subject() + "\"").orElse("");
        FindingBuilder finding = context.finding(
                        INFO,
                        place,
                        (encrypted ? "encrypted private key" : "private key") + whose + " is tracked by git")
                .severity(encrypted ? Severity.WARNING : Severity.ERROR);
        authority.ifPresent(own -> finding.related(
                        own.place().firstLine(), "whoever has the key can issue in this name")
                .hint("Make a new CA, replace every certificate of this one, and keep the new key out of git."));
        return finding.build();
    }

    /** Documentation and scripts name the header too; a key has base64 behind it. */
    private static boolean looksLikeKey(String head) {
        return head.replaceAll("(?m)^(Proc-Type|DEK-Info):.*$", "")
                .replaceAll("\\\\[rn]|[\\s\"'+,|>]", "")
                .matches("(?s)[A-Za-z0-9+/=]{60,}.*");
    }
}
