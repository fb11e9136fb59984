package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.Crl;
import io.github.pgmtls.lint.x509.DistinguishedName;
import io.github.pgmtls.lint.x509.VerificationError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CA without a revocation list, where lists are configured. */
final class CrlMissingForCa implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-missing-for-ca", Severity.ERROR, "a CA has no revocation list although lists are configured")
            .because("""
                    As soon as ssl_crl_file or ssl_crl_dir is set, every CA in the path of a client, the root too, \
                    needs a current revocation list: without one, all certificates below it are refused.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Add the revocation list of every CA in the path, an empty one if nothing is revoked.")
            .source("be_tls_init in be-secure-openssl.c: X509_V_FLAG_CRL_CHECK_ALL")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'ca.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("ca.crt", "CN=Issuing CA | by root | ca | with root")
                    .withCredential("root.crl", "crl of root"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'ca.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("ca.crt", "CN=Issuing CA | by root | ca | with root")
                    .withCredential("issuing.crl", "crl of ca.crt | elsewhere")
                    .withCredential("root.crl", "crl of root | with issuing.crl"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (!context.loaded().checksRevocation()) {
            return RuleOutcome.notApplicable("no revocation list is configured");
        }
        Optional<String> unknown = context.loaded().whyNoTrust();
        if (unknown.isPresent()) {
            return RuleOutcome.inconclusive("which CAs need revocation lists is not known: " + unknown.get());
        }
        Map<DistinguishedName, List<Crl>> lists = RevocationLists.heeded(context);
        Set<DistinguishedName> named = new HashSet<>();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Certificate authority : RevocationLists.authorities(context)) {
            if (lists.containsKey(authority.subject()) || !named.add(authority.subject())) {
                continue;
            }
            outcome.add(context.finding(
                            INFO,
                            authority.place().firstLine(),
                            "there is no revocation list of \"" + authority.subject()
                                    + "\", so the server refuses every certificate below it")
                    .severity(isNeeded(context, authority) ? Severity.ERROR : Severity.WARNING)
                    .serverSays(VerificationError.UNABLE_TO_GET_CRL.text(
                            context.cluster().definition().openSsl().version()))
                    .build());
        }
        return outcome.build();
    }

    /** Where no client is known, every CA may be that of one. */
    private static boolean isNeeded(ClusterContext context, Certificate authority) {
        return context.clientPaths().isEmpty()
                || context.clientPaths().stream()
                        .anyMatch(path -> path.result().path().contains(authority));
    }
}
