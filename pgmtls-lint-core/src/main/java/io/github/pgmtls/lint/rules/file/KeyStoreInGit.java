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
import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A store of keys that git tracks. */
final class KeyStoreInGit implements TreeRule {

    private static final Pattern STORE =
            Pattern.compile("(?i)(.*/)?([^/]+\\.(p12|pfx|jks|keystore|bcfks)|\\.?pgpass(\\.conf)?|capass\\.enc)");

    private static final RuleInfo INFO = RuleInfo.of(
                    "key-store-in-git", Severity.WARNING, "git tracks a store of keys or passwords")
            .because("""
                    A PKCS#12 or Java key store holds private keys behind a password that can be guessed at leisure \
                    by whoever has the repository, now or in its history; a .pgpass holds passwords in clear text, \
                    and the capass.enc of chainsmith the passphrase of a CA, encrypted by itself.""")
            .claim(Claim.NOTHING)
            .remedy("Deliver it in another way, and replace the keys and passwords in it.")
            .source("RFC 7292; PostgreSQL documentation, section The Password File")
            .bad(Example.conf("ssl = on\n").withCredential("clients/app1.p12", "CN=app1 | tracked"))
            .good(Example.conf("ssl = on\n").withCredential("clients/app1.crt", "CN=app1 | tracked"))
            .neverExempt();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(TreeContext context) {
        List<Finding> findings = new ArrayList<>();
        for (String path : context.paths()) {
            if (STORE.matcher(path).matches()
                    && context.tree().facts(path).filter(FileFacts::tracked).isPresent()) {
                Location place = Location.of(SourceFile.ofText(path, ""));
                findings.add(context.finding(INFO, place, "git tracks a store of keys or passwords")
                        .build());
            }
        }
        return RuleOutcome.of(findings);
    }
}
