package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A comment swallows the line behind it. */
final class CommentContinuation implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "comment-continuation",
                    Severity.ERROR,
                    "a backslash at the end of a comment swallows the next line")
            .because("""
                    From 14 on a backslash at the end of a line joins the next line to it, in comments too: what stands \
                    there becomes part of the comment. A record that is lost in this way may be the one that rejects.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Remove the backslash at the end of the comment.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; tokenize_auth_file in hba.c")
            .since(14)
            .bad(Example.hba("# disabled \\\nhostssl all all all reject\nhostssl all all all cert\n"))
            .good(Example.hba("# disabled\nhostssl all all all reject\n"));

    private static final int COLUMNS_OF_MAPPING = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        PostgresVersion version = context.cluster().version();
        Optional<HbaFile> hba = context.cluster().hba();
        Optional<IdentFile> ident = context.cluster().ident();
        for (SourceFile file : hba.isPresent() ? continued(hba.get().files()) : Set.<SourceFile>of()) {
            scan(context, file, words -> isRecord(words, version), findings);
        }
        for (SourceFile file : ident.isPresent() ? continued(ident.get().files()) : Set.<SourceFile>of()) {
            scan(context, file, words -> words.length >= COLUMNS_OF_MAPPING, findings);
        }
        return RuleOutcome.of(findings);
    }

    /** Returns the files that continue lines at all. */
    private static Set<SourceFile> continued(List<SourceFile> files) {
        Set<SourceFile> continued = new LinkedHashSet<>();
        for (SourceFile file : files) {
            if (file.content().contains("\\")) {
                continued.add(file);
            }
        }
        return continued;
    }

    private static boolean isRecord(String[] words, PostgresVersion version) {
        boolean type = ConnectionType.of(words[0], version).isPresent();
        return type && words.length >= (words[0].equals("local") ? 4 : 5);
    }

    private static void scan(
            ClusterContext context, SourceFile file, Predicate<String[]> counts, List<Finding> findings) {
        boolean quoted = false;
        boolean comment = false;
        int commentLine = 0;
        for (int line = 1; line <= file.lineCount(); line++) {
            Span span = file.lineSpan(line);
            String text = file.slice(span);
            if (comment && isPlain(text) && counts.test(words(text))) {
                findings.add(finding(context, file, commentLine, line));
            }
            for (int i = 0; i < text.length() && !comment; i++) {
                quoted ^= text.charAt(i) == '"';
                comment = text.charAt(i) == '#' && !quoted;
            }
            commentLine = line;
            if (!text.endsWith("\\")) {
                quoted = false;
                comment = false;
            }
        }
    }

    private static String[] words(String line) {
        return line.strip().split("[ \\t]+");
    }

    private static boolean isPlain(String text) {
        return !text.isBlank() && !text.strip().startsWith("#");
    }

    private static Finding finding(ClusterContext context, SourceFile file, int commentLine, int lost) {
        Span comment = file.lineSpan(commentLine);
        Location backslash = Location.of(file, new Span(comment.end() - 1, comment.end()));
        return context.finding(INFO, backslash, "this backslash makes line " + lost + " part of the comment")
                .related(Location.of(file, file.lineSpan(lost)), "the server does not read this line")
                .about(String.join(" ", words(file.slice(file.lineSpan(lost)))))
                .build();
    }
}
