package io.github.pgmtls.lint.x509;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks every certificate of a path against the revocation lists of the store, as OpenSSL does with
 * {@code X509_V_FLAG_CRL_CHECK} and {@code X509_V_FLAG_CRL_CHECK_ALL}; without those flags for indirect lists and deltas
 * that nobody in PostgreSQL sets.
 */
final class RevocationCheck {

    private final TrustStore store;
    private final Signatures signatures;
    private final List<Certificate> chain;
    private final Instant at;

    RevocationCheck(TrustStore store, Signatures signatures, List<Certificate> chain, Instant at) {
        this.store = store;
        this.signatures = signatures;
        this.chain = chain;
        this.at = at;
    }

    /** A list that may be meant for a certificate, and how well it fits; more points fit better. */
    private record Candidate(Crl list, Certificate issuer, boolean inScope, int points, int reasons) {}

    Optional<VerificationError> check(int depth) {
        Certificate certificate = chain.get(depth);
        int reasons = 0;
        while (reasons != DistributionPoints.ALL_REASONS) {
            Optional<Candidate> best = best(depth, reasons);
            if (best.isEmpty()) {
                return Optional.of(VerificationError.UNABLE_TO_GET_CRL);
            }
            Optional<VerificationError> error =
                    listError(best.get()).or(() -> revocation(best.get().list(), certificate));
            if (error.isPresent()) {
                return error;
            }
            if (best.get().reasons() == reasons) {
                return Optional.of(VerificationError.UNABLE_TO_GET_CRL);
            }
            reasons = best.get().reasons();
        }
        return Optional.empty();
    }

    private Optional<Candidate> best(int depth, int reasons) {
        Optional<Candidate> best = Optional.empty();
        for (Crl list : store.issuedBy(chain.get(depth).issuer())) {
            Optional<Candidate> candidate = candidate(list, depth, reasons);
            if (candidate.isPresent() && (best.isEmpty() || isBetter(candidate.get(), best.get()))) {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean isBetter(Candidate a, Candidate b) {
        return a.points() > b.points()
                || (a.points() == b.points()
                        && a.list().hasSoundThisUpdate()
                        && b.list().hasSoundThisUpdate()
                        && a.list().thisUpdate().isAfter(b.list().thisUpdate()));
    }

    private Optional<Candidate> candidate(Crl list, int depth, int reasons) {
        Optional<DistributionPoints.Scope> scope = list.scope();
        boolean unsupported = scope.map(
                        own -> own.indirect() || own.reasons().isPresent() || hasSeveralRestrictions(own))
                .orElse(false);
        Optional<Certificate> issuer = issuer(list, depth);
        if (unsupported || issuer.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> covered = coveredReasons(list, scope, chain.get(depth));
        if (covered.isPresent() && (covered.get() & ~reasons) == 0) {
            return Optional.empty();
        }
        boolean adjacent = issuer.get().equals(chain.get(Math.min(depth + 1, chain.size() - 1)));
        int points = (list.hasUnknownCriticalExtension() ? 0 : 0x100)
                + (covered.isPresent() ? 0x80 : 0)
                + (timeError(list).isEmpty() ? 0x40 : 0)
                + (adjacent ? 0x10 : 0);
        return Optional.of(new Candidate(list, issuer.get(), covered.isPresent(), points, reasons | covered.orElse(0)));
    }

    private static boolean hasSeveralRestrictions(DistributionPoints.Scope scope) {
        int count = (scope.onlyUsers() ? 1 : 0) + (scope.onlyAuthorities() ? 1 : 0) + (scope.onlyAttributes() ? 1 : 0);
        return count > 1;
    }

    /** The issuer of the certificate if the list's key identifier fits it, else a higher certificate of its name. */
    private Optional<Certificate> issuer(Crl list, int depth) {
        int above = Math.min(depth + 1, chain.size() - 1);
        if (Traits.matches(chain.get(above), list.authorityKeyIdentifier())) {
            return Optional.of(chain.get(above));
        }
        return chain.subList(above + 1, chain.size()).stream()
                .filter(certificate -> certificate.subject().equals(list.issuer()))
                .filter(certificate -> Traits.matches(certificate, list.authorityKeyIdentifier()))
                .findFirst();
    }

    /** Returns for which reasons the list covers the certificate; nothing if it is not in the list's scope. */
    private static Optional<Integer> coveredReasons(
            Crl list, Optional<DistributionPoints.Scope> scope, Certificate certificate) {
        boolean authority =
                certificate.basicConstraints().map(BasicConstraints::authority).orElse(false);
        boolean excluded = scope.map(
                        own -> own.onlyAttributes() || (authority ? own.onlyUsers() : own.onlyAuthorities()))
                .orElse(false);
        if (excluded) {
            return Optional.empty();
        }
        for (DistributionPoints.Point point : certificate.distributionPoints()) {
            if (names(point, list) && sameName(point, scope, certificate, list)) {
                return Optional.of(point.reasons());
            }
        }
        boolean unnamed = scope.flatMap(DistributionPoints.Scope::name).isEmpty();
        return unnamed ? Optional.of(DistributionPoints.ALL_REASONS) : Optional.empty();
    }

    private static boolean names(DistributionPoints.Point point, Crl list) {
        return point.issuers()
                .map(names -> names.contains(new GeneralName.Directory(list.issuer())))
                .orElse(true);
    }

    private static boolean sameName(
            DistributionPoints.Point point,
            Optional<DistributionPoints.Scope> scope,
            Certificate certificate,
            Crl list) {
        Optional<DistributionPoints.Name> listed = scope.flatMap(DistributionPoints.Scope::name);
        if (point.name().isEmpty() || listed.isEmpty()) {
            return true;
        }
        try {
            DistinguishedName base = point.issuers().orElse(List.of()).stream()
                    .filter(GeneralName.Directory.class::isInstance)
                    .map(name -> ((GeneralName.Directory) name).name())
                    .findFirst()
                    .orElse(certificate.issuer());
            List<GeneralName> own = point.name().get().below(base);
            return listed.get().below(list.issuer()).stream().anyMatch(own::contains);
        } catch (Der.Malformed e) {
            return false;
        }
    }

    private Optional<VerificationError> listError(Candidate candidate) {
        Crl list = candidate.list();
        if (!list.isDelta()) {
            if (!Traits.mayUseKeyFor(candidate.issuer(), KeyUsage.CRL_SIGN)) {
                return Optional.of(VerificationError.KEYUSAGE_NO_CRL_SIGN);
            }
            if (!candidate.inScope()) {
                return Optional.of(VerificationError.DIFFERENT_CRL_SCOPE);
            }
        }
        Optional<VerificationError> time = timeError(list);
        if (time.isPresent()) {
            return time;
        }
        if (!signatures.hasUsableKey(candidate.issuer())) {
            return Optional.of(VerificationError.UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY);
        }
        return signatures.isSignedBy(list, candidate.issuer())
                ? Optional.empty()
                : Optional.of(VerificationError.CRL_SIGNATURE_FAILURE);
    }

    private Optional<VerificationError> timeError(Crl list) {
        if (!list.hasSoundThisUpdate()) {
            return Optional.of(VerificationError.ERROR_IN_CRL_LAST_UPDATE_FIELD);
        }
        if (list.thisUpdate().isAfter(at)) {
            return Optional.of(VerificationError.CRL_NOT_YET_VALID);
        }
        if (list.nextUpdate().isPresent() && !list.hasSoundNextUpdate()) {
            return Optional.of(VerificationError.ERROR_IN_CRL_NEXT_UPDATE_FIELD);
        }
        boolean expired = list.nextUpdate().map(end -> !end.isAfter(at)).orElse(false);
        return expired ? Optional.of(VerificationError.CRL_HAS_EXPIRED) : Optional.empty();
    }

    private static Optional<VerificationError> revocation(Crl list, Certificate certificate) {
        if (list.hasUnknownCriticalExtension()) {
            return Optional.of(VerificationError.UNHANDLED_CRITICAL_CRL_EXTENSION);
        }
        return list.revokes(certificate) ? Optional.of(VerificationError.CERT_REVOKED) : Optional.empty();
    }
}
