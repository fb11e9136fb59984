package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.AddressPattern.HostName;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.DidYouMean;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A host name that is nearly a keyword. */
final class AddressTypoKeyword implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "address-typo-keyword",
                    Severity.WARNING,
                    "the address is a host name that looks like a misspelt keyword")
            .because("""
                    Whatever is neither an address nor one of all, samehost and samenet, in lower case, is a host name \
                    to the server. A misspelt keyword resolves to nothing, so that the record never matches, without a \
                    word in the log. It is an error if no other record demands a certificate of the same users.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Write all, samehost or samenet.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_line in hba.c")
            .bad(Example.hba("hostssl  app  app1  sanet    scram-sha-256\n"))
            .good(Example.hba("hostssl  app  app1  samenet  scram-sha-256\n"));

    private static final List<String> KEYWORDS = List.of("all", "samehost", "samenet");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (HbaRecord record : context.cluster().records()) {
            if (record.address() instanceof HostName host
                    && !record.line().fields().get(3).first().quoted()) {
                meant(ByteText.decode(host.name()))
                        .ifPresent(keyword -> findings.add(finding(context, record, host.name(), keyword)));
            }
        }
        return RuleOutcome.of(findings);
    }

    private static Optional<String> meant(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (name.contains(".") || word.equals("localhost")) {
            return Optional.empty();
        }
        if (KEYWORDS.contains(word)) {
            return Optional.of(word);
        }
        if (word.equals("any") || word.equals("*")) {
            return Optional.of("all");
        }
        // with four letters, all would be two typing errors away from many a host
        return DidYouMean.among(word.length() > 3 ? KEYWORDS.subList(1, 3) : KEYWORDS.subList(0, 1), word);
    }

    private static Finding finding(ClusterContext context, HbaRecord record, String name, String keyword) {
        boolean onlyOne = record.demandsCertificate()
                && context.cluster().records().stream()
                        .filter(other -> other != record && other.demandsCertificate())
                        .noneMatch(other -> names(other).stream().anyMatch(names(record)::contains));
        return context.finding(
                        INFO,
                        HbaRecord.locationOf(record.line().fields().get(3).first()),
                        "\"" + ByteText.decode(name) + "\" is a host name, not the keyword " + keyword)
                .severity(onlyOne ? Severity.ERROR : Severity.WARNING)
                .hint("Write " + keyword + ".")
                .build();
    }

    private static Set<String> names(HbaRecord record) {
        return record.users().stream().map(user -> user.token().value()).collect(Collectors.toSet());
    }
}
