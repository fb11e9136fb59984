package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is meant as an option of a record stands in a comment. */
final class OptionInComment implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "option-in-comment",
                    Severity.WARNING,
                    "an option of a record stands behind a #, so it does nothing")
            .because("""
                    Everything behind a # is a comment, also in the middle of a line. A record whose clientcert or map \
                    stands there looks stricter than it is. Only a comment that begins with such an option counts.""")
            .claim(Claim.LETS_IN)
            .remedy("Remove the #, or the option.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; next_token in hba.c")
            .bad(Example.hba("hostssl  all  all  all  scram-sha-256  # clientcert=verify-full\n"))
            .good(Example.hba("hostssl  all  all  all  scram-sha-256  clientcert=verify-full\n"));

    private static final Pattern ANYWHERE = Pattern.compile("#[ \\t]*(?:clientcert|clientname|map)=");

    private static final Pattern OPTION =
            Pattern.compile("[ \\t,]*#+[ \\t]*((clientcert|clientname|map)=\\S+)[^\\n]*", Pattern.DOTALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        if (context.cluster().hba().stream()
                .flatMap(hba -> hba.files().stream())
                .noneMatch(file -> ANYWHERE.matcher(file.content()).find())) {
            return RuleOutcome.of(findings);
        }
        for (HbaRecord record : context.cluster().records()) {
            SourceFile file = record.line().file();
            int start = record.span().end();
            String rest = file.content()
                    .substring(start, Math.max(start, record.line().span().end()));
            Matcher comment = OPTION.matcher(rest);
            if (comment.matches() && lacks(record, comment.group(2))) {
                Location place = Location.of(file, new Span(start + comment.start(1), start + comment.end(1)));
                findings.add(context.finding(INFO, place, "\"" + ByteText.decode(comment.group(1)) + "\" is a comment")
                        .related(record.location(), "the option of this record")
                        .about(ByteText.decode(comment.group(1)))
                        .build());
            }
        }
        return RuleOutcome.of(findings);
    }

    private static boolean lacks(HbaRecord record, String keyword) {
        boolean implied = keyword.equals("clientcert") && record.demandsCertificate();
        return !implied
                && record.options().stream()
                        .noneMatch(option -> option.option().keyword().equals(keyword));
    }
}
