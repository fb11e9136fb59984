package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PathResult;
import io.github.pgmtls.lint.x509.Purpose;
import io.github.pgmtls.lint.x509.VerificationError;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A CA in ssl_ca_file under which every client is refused. */
final class AuthorityRefused implements ClusterRule {

    /** What other rules say, or what does no harm. */
    private static final Set<VerificationError> FOUND_ELSEWHERE = EnumSet.of(
            // of two roots with one name OpenSSL tries the better one only
            VerificationError.DEPTH_ZERO_SELF_SIGNED_CERT,
            VerificationError.UNABLE_TO_GET_ISSUER_CERT,
            VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            VerificationError.UNABLE_TO_VERIFY_LEAF_SIGNATURE,
            VerificationError.CERT_HAS_EXPIRED,
            VerificationError.CERT_NOT_YET_VALID,
            VerificationError.CERT_REVOKED,
            VerificationError.UNABLE_TO_GET_CRL,
            VerificationError.UNABLE_TO_GET_CRL_ISSUER,
            VerificationError.CRL_SIGNATURE_FAILURE,
            VerificationError.CRL_NOT_YET_VALID,
            VerificationError.CRL_HAS_EXPIRED,
            VerificationError.KEYUSAGE_NO_CRL_SIGN);

    private static final RuleInfo INFO = RuleInfo.of(
                    "authority-refused", Severity.ERROR, "the server accepts no client certificate of a CA it trusts")
            .because("""
                    Every certificate in the path is judged, the root too: its extendedKeyUsage must contain \
                    clientAuth if it is there at all (anyExtendedKeyUsage does not count), its keyUsage keyCertSign, \
                    its path length must allow what is below it, and its key must be strong enough. Only the \
                    signature of a root is not looked at.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue the CA certificate again without what is to blame, with the same name and key.")
            .source("OpenSSL, openssl-verification-options(1)")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | for servers"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | for servers and clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<Certificate, PathResult.Refused> blamed = new LinkedHashMap<>();
        for (AuthorityPath path : context.authorityPaths()) {
            if (path.isMeantToIssue()) {
                path.refused()
                        .filter(refused -> !FOUND_ELSEWHERE.contains(refused.error()))
                        .filter(refused -> AuthorityPath.isMeantToIssue(refused.certificate()))
                        .ifPresent(refused -> blamed.putIfAbsent(refused.certificate(), refused));
            }
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (PathResult.Refused refused : blamed.values()) {
            Certificate authority = refused.certificate();
            String reason = refused.error()
                    .text(context.cluster().definition().openSsl().version());
            outcome.add(context.finding(
                            INFO,
                            authority.place().firstLine(),
                            "clients below \"" + authority.subject() + "\" are refused: " + reason + detail(refused))
                    .about(refused.error().name() + detail(refused))
                    .severity(Need.severity(context, authority))
                    .serverSays(reason)
                    .build());
        }
        return outcome.build();
    }

    private static String detail(PathResult.Refused refused) {
        Certificate authority = refused.certificate();
        return switch (refused.error()) {
            case INVALID_PURPOSE ->
                Purpose.SSL_CLIENT.isAllowedByExtendedKeyUsage(authority)
                        ? "; its nsCertType is not one of a CA"
                        : "; its extendedKeyUsage lacks clientAuth";
            case INVALID_CA -> "; its keyUsage lacks keyCertSign";
            case CA_KEY_TOO_SMALL -> "; its key is " + authority.publicKey().display();
            case CA_MD_TOO_WEAK ->
                "; it is signed with " + authority.signatureAlgorithm().display();
            default -> "";
        };
    }
}
