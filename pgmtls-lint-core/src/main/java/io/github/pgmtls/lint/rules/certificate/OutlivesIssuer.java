package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Dates;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.DistinguishedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A certificate that is good for longer than the CA above it. */
final class OutlivesIssuer implements ClusterRule {

    /** Who gives the same number of days to all makes certificates that outlive the root by seconds. */
    private static final RuleOption HOURS =
            new RuleOption("hours", "hours by which it may be valid for longer", 24, 0, 87_600);

    private static final RuleInfo INFO = RuleInfo.of(
                    "outlives-issuer", Severity.WARNING, "a certificate is valid for longer than its issuer")
            .because("""
                    OpenSSL does not mind, but the certificate dies with its issuer, long before its own date: every \
                    certificate in the path must be valid.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Renew the CA, or issue the certificate for a shorter time; watch the date of the CA until then.")
            .source("RFC 5280, section 6.1.3")
            .option(HOURS)
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | until 2026-12-01")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | until 2027-05-01"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | until 2036-01-01")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | until 2027-05-01"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<UsedCertificate> all = UsedCertificate.of(context.cluster().credentials());
        Map<DistinguishedName, List<Certificate>> bySubject = new HashMap<>();
        for (UsedCertificate used : all) {
            if (AuthorityPath.isMeantToIssue(used.certificate())) {
                bySubject
                        .computeIfAbsent(used.certificate().subject(), name -> new ArrayList<>())
                        .add(used.certificate());
            }
        }
        Duration tolerance = Duration.ofHours(context.option(INFO, HOURS));
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : all) {
            Certificate certificate = used.certificate();
            List<Certificate> issuers = certificate.isSelfIssued()
                    ? List.of()
                    : issuers(context, certificate, bySubject.getOrDefault(certificate.issuer(), List.of()));
            issuers.stream().max(Comparator.comparing(Certificate::notAfter)).ifPresent(issuer -> {
                if (certificate.notAfter().isAfter(issuer.notAfter().plus(tolerance))) {
                    outcome.add(context.finding(
                                    INFO,
                                    certificate.place().firstLine(),
                                    used.words() + " is valid until " + Dates.day(certificate.notAfter())
                                            + ", but its issuer only until " + Dates.day(issuer.notAfter()))
                            .related(issuer.place().firstLine(), "its issuer")
                            .build());
                }
            });
        }
        return outcome.build();
    }

    /** The same CA may be there twice: renewed, and as it was. */
    private static List<Certificate> issuers(
            ClusterContext context, Certificate certificate, List<Certificate> sameName) {
        return sameName.stream()
                .distinct()
                .filter(Certificate::hasSoundValidity)
                .filter(issuer -> context.signatures().isSignedBy(certificate, issuer))
                .toList();
    }
}
