package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Inspection.CertificateRole;
import io.github.pgmtls.lint.Inspection.CertificateView;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.x509.BasicConstraints;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.DistinguishedName;
import io.github.pgmtls.lint.x509.PathResult;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.Purpose;
import io.github.pgmtls.lint.x509.Signatures;
import io.github.pgmtls.lint.x509.TrustStore;
import io.github.pgmtls.lint.x509.VerificationError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the views of a cluster's certificates. A client's certificate is verified as the server does it. What clients
 * trust is not in the configuration of a server; its certificate is verified as by a client that trusts every root that
 * is there.
 */
final class CertificateViews {

    /** Only the certificate of an issuer is missing, which clients may have. */
    private static final Set<VerificationError> INCOMPLETE = EnumSet.of(
            VerificationError.UNABLE_TO_GET_ISSUER_CERT,
            VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            VerificationError.UNABLE_TO_VERIFY_LEAF_SIGNATURE);

    private final Cluster cluster;
    private final TlsFiles files;
    private final Instant now;
    private final Signatures signatures = new Signatures();
    private final Map<DistinguishedName, Set<Certificate>> bySubject = new HashMap<>();
    private final Optional<PathVerifier> server;
    private final PathVerifier client;

    CertificateViews(Cluster cluster, TlsFiles files, Instant now) {
        this.cluster = cluster;
        this.files = files;
        this.now = now;
        Stream.concat(files.certificateFiles().stream(), cluster.credentials().clients().stream())
                .flatMap(file -> file.certificates().stream())
                .forEach(certificate -> bySubject
                        .computeIfAbsent(certificate.subject(), name -> new LinkedHashSet<>())
                        .add(certificate));
        server = files.clientTrust().map(store -> new PathVerifier(files.openSsl(), store, signatures));
        List<Certificate> roots = bySubject.values().stream()
                .flatMap(Set::stream)
                .filter(this::isRoot)
                .toList();
        client = new PathVerifier(cluster.definition().openSsl(), TrustStore.of(roots), signatures);
    }

    List<CertificateView> all() {
        List<CertificateView> views = new ArrayList<>();
        cluster.credentials().serverCertificate().ifPresent(file -> add(views, file, this::ofServer));
        cluster.credentials()
                .clientCa()
                .ifPresent(file -> file.certificates().forEach(authority -> views.add(ofAuthority(authority))));
        cluster.credentials().clients().forEach(file -> add(views, file, this::ofClient));
        return views;
    }

    /** The first certificate of a file is presented; those behind it are there to lead to a root. */
    private void add(List<CertificateView> views, PemFile file, Presented presented) {
        List<Certificate> certificates = file.certificates();
        if (!certificates.isEmpty()) {
            List<Certificate> sent = certificates.subList(1, certificates.size());
            views.add(presented.view(certificates.get(0), sent));
            sent.forEach(authority -> views.add(ofAuthority(authority)));
        }
    }

    @FunctionalInterface
    private interface Presented {
        CertificateView view(Certificate certificate, List<Certificate> sent);
    }

    private CertificateView ofServer(Certificate certificate, List<Certificate> sent) {
        // if there is nothing behind its own, OpenSSL sends along what it finds among the trusted ones
        List<Certificate> along = sent.isEmpty() ? files.trusted() : sent;
        PathResult result = client.verify(certificate, along, Purpose.SSL_SERVER, now);
        if (result instanceof PathResult.Refused refused && INCOMPLETE.contains(refused.error())) {
            Certificate last = refused.path().get(refused.path().size() - 1);
            return new CertificateView(
                    CertificateRole.SERVER,
                    certificate,
                    result.path(),
                    Optional.empty(),
                    Optional.of("the certificate of its issuer \"" + last.issuer() + "\" is not in the directory"),
                    List.of());
        }
        return verified(CertificateRole.SERVER, certificate, result);
    }

    private CertificateView ofClient(Certificate certificate, List<Certificate> sent) {
        return server.map(verifier -> verified(
                        CertificateRole.CLIENT,
                        certificate,
                        verifier.verify(certificate, sent, Purpose.SSL_CLIENT, now)))
                .orElseGet(() -> new CertificateView(
                        CertificateRole.CLIENT,
                        certificate,
                        pathOf(certificate),
                        Optional.empty(),
                        files.whyNoTrust(),
                        List.of()));
    }

    private CertificateView verified(CertificateRole role, Certificate certificate, PathResult result) {
        List<String> problems = result instanceof PathResult.Refused refused
                ? List.of(refused.display(files.openSsl().version()))
                : List.of();
        return new CertificateView(
                role, certificate, result.path(), Optional.of(problems.isEmpty()), Optional.empty(), problems);
    }

    private CertificateView ofAuthority(Certificate certificate) {
        List<String> problems = new ArrayList<>();
        if (now.isBefore(certificate.notBefore())) {
            problems.add("it is not yet valid");
        }
        if (!now.isBefore(certificate.notAfter())) {
            problems.add("it has expired");
        }
        boolean mayIssue = certificate
                .basicConstraints()
                .map(BasicConstraints::authority)
                .orElse(certificate.version() == 1 && isRoot(certificate));
        if (!mayIssue) {
            problems.add("it is no CA certificate");
        }
        List<Certificate> path = pathOf(certificate);
        Certificate last = path.get(path.size() - 1);
        if (!isRoot(last)) {
            problems.add("the certificate of its issuer \"" + last.issuer() + "\" is not in the directory");
        }
        return new CertificateView(
                CertificateRole.CA, certificate, path, Optional.of(problems.isEmpty()), Optional.empty(), problems);
    }

    /** Follows the issuers by names and signatures; whether the path is good is another question. */
    private List<Certificate> pathOf(Certificate certificate) {
        Set<Certificate> path = new LinkedHashSet<>();
        Optional<Certificate> next = Optional.of(certificate);
        while (next.isPresent() && path.add(next.get())) {
            next = issuerOf(next.get());
        }
        return List.copyOf(path);
    }

    private Optional<Certificate> issuerOf(Certificate certificate) {
        return bySubject.getOrDefault(certificate.issuer(), Set.of()).stream()
                .filter(issuer -> signatures.isSignedBy(certificate, issuer))
                .findFirst();
    }

    private boolean isRoot(Certificate certificate) {
        return certificate.isSelfIssued() && signatures.isSignedBy(certificate, certificate);
    }
}
