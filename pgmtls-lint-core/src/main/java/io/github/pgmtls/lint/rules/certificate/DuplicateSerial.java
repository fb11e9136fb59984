package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.AuthorityKeyIdentifier;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.DistinguishedName;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two certificates of one issuer with one serial number. */
final class DuplicateSerial implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "duplicate-serial", Severity.ERROR, "an issuer has given one serial number to several certificates")
            .because("""
                    A revocation list names certificates by serial number: whoever revokes one of them locks out all, and \
                    the finding says so if that has happened. PostgreSQL accepts them until then.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue them again with random serial numbers, as openssl x509 -req does with -CAcreateserial.")
            .source("RFC 5280, sections 4.1.2.2 and 5.3")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | serial 101")
                    .withCredential("clients/app2.crt", "CN=app2 | by root.crt | for clients | serial 101"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | serial 101")
                    .withCredential("clients/app2.crt", "CN=app2 | by root.crt | for clients | serial 102"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private record Issuance(DistinguishedName issuer, Optional<String> key, BigInteger serial) {}

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<Issuance, Set<Certificate>> issued = new LinkedHashMap<>();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            Optional<String> key = certificate.authorityKeyIdentifier().flatMap(AuthorityKeyIdentifier::keyIdentifier);
            issued.computeIfAbsent(
                            new Issuance(certificate.issuer(), key, certificate.serial()),
                            issuance -> new LinkedHashSet<>())
                    .add(certificate);
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        issued.forEach((issuance, certificates) -> {
            if (certificates.size() > 1) {
                outcome.add(finding(context, issuance, List.copyOf(certificates)));
            }
        });
        return outcome.build();
    }

    private static Finding finding(ClusterContext context, Issuance issuance, List<Certificate> certificates) {
        FindingBuilder finding = context.finding(
                        INFO,
                        certificates.get(0).place().firstLine(),
                        certificates.size() + " certificates of \"" + issuance.issuer() + "\" have serial number "
                                + issuance.serial())
                .about(UsedCertificate.subject(certificates) + " serial " + issuance.serial());
        context.loaded().clientTrust().stream()
                .flatMap(trust -> trust.revocationLists().stream())
                .filter(list -> certificates.stream().anyMatch(list::revokes))
                .findFirst()
                .ifPresent(list -> finding.related(list.place().firstLine(), "this list revokes all of them"));
        certificates
                .subList(1, certificates.size())
                .forEach(other -> finding.related(other.place().firstLine(), "and so has \"" + other.subject() + "\""));
        return finding.build();
    }
}
