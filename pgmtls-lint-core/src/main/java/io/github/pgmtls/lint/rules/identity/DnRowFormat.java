package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A row for whole subjects that is not written as the server prints subjects. */
final class DnRowFormat implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "dn-row-format",
                    Severity.ERROR,
                    "a row for clientname=DN is not written as the server prints subjects")
            .because("""
                    The server compares the row, byte by byte, with the subject as OpenSSL prints it after RFC 2253: the \
                    last attribute of the certificate first, short names in capitals, no blank behind a comma, bytes \
                    above 127 as \\C3\\89. A row that begins with a slash is a regular expression.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Write what openssl x509 -noout -subject -nameopt RFC2253 prints, in double quotes.")
            .source("PostgreSQL documentation, section Certificate Authentication; be_tls_open_server in "
                    + "be-secure-openssl.c; RFC 2253, section 2")
            .since(14)
            .bad(Example.hba("hostssl all all all cert clientname=DN map=m\n")
                    .with("pg_ident.conf", "m  \"CN=app1, O=Acme\"  app1\n"))
            .good(Example.hba("hostssl all all all cert clientname=DN map=m\n")
                    .with("pg_ident.conf", "m  \"CN=app1,O=Acme\"  app1\n"));

    private static final Pattern BLANK = Pattern.compile("(?<!\\\\)[,+] | [,+]|\\w+ ?= |\\w+ =");
    private static final Pattern LOWER_CASE = Pattern.compile("(?:^|[,+])(?:cn|o|ou|c|l|st|dc|uid)=");
    private static final Pattern MAIL =
            Pattern.compile("(?:^|[,+])(?:E|MAIL|EMAIL|EMAILADDRESS|S)=", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_LINE = Pattern.compile("/\\w+=[^/]*(?:/\\w+=[^/]*)*");
    private static final Pattern ENDS_IN_NAME = Pattern.compile("(?:C|O|DC|OU|ST|L)=.*(?<!\\\\),CN=(?:\\\\.|[^,+])*");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Set<String> maps = MapRows.mapsOfSubjects(context.cluster());
        List<Finding> findings = new ArrayList<>();
        for (IdentMapping row : context.cluster().mappings()) {
            String text = row.systemName().value();
            if (!maps.contains(row.map().value()) || isKnown(context.cluster(), text)) {
                continue;
            }
            fault(text).ifPresent(fault -> findings.add(finding(context, row, fault, Severity.ERROR)));
            if (fault(text).isEmpty() && ENDS_IN_NAME.matcher(text).matches()) {
                String fault = "the subject is printed from its end, so that CN mostly comes first";
                findings.add(finding(context, row, fault, Severity.WARNING));
            }
        }
        return RuleOutcome.of(findings);
    }

    private static boolean isKnown(Cluster cluster, String text) {
        return cluster.credentials().clients().stream()
                .flatMap(file -> file.certificates().stream().limit(1))
                .anyMatch(leaf -> leaf.subject().rfc2253().equals(text));
    }

    private static Optional<String> fault(String text) {
        if (text.startsWith("/")) {
            return ONE_LINE.matcher(text).matches()
                    ? Optional.of("the slash makes it a regular expression")
                    : Optional.empty();
        }
        if (text.indexOf('=') < 0) {
            return Optional.of("that is no subject");
        }
        if (BLANK.matcher(text).find()) {
            return Optional.of("the server prints no blanks around commas and equals signs");
        }
        if (text.chars().anyMatch(c -> c > 127)) {
            return Optional.of("the server prints bytes above 127 in hexadecimal, such as \\C3\\89");
        }
        if (LOWER_CASE.matcher(text).find()) {
            return Optional.of("the server prints the names of attributes in capitals");
        }
        return MAIL.matcher(text).find() ? Optional.of("the server prints emailAddress= and ST=") : Optional.empty();
    }

    private static Finding finding(ClusterContext context, IdentMapping row, String fault, Severity severity) {
        String message = "\"" + MapRows.words(row.systemName()) + "\" matches no subject: " + fault;
        return context.finding(INFO, HbaRecord.locationOf(row.systemName()), message)
                .severity(severity)
                .build();
    }
}
