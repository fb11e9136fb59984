package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OpenSSL's {@code SSL_CTX_use_certificate_chain_file}. */
final class ChainLoader {

    private static final LoadFailure.Step STEP = LoadFailure.Step.CERTIFICATE;

    private final OpenSslProfile profile;
    private final ChainStrength strength;
    private final Traits traits;

    ChainLoader(OpenSslProfile profile) {
        this.profile = profile;
        Signatures signatures = new Signatures();
        this.strength = new ChainStrength(profile, signatures);
        this.traits = new Traits(profile.version(), signatures);
    }

    Loaded<List<Certificate>> load(PemFile file) {
        List<Certificate> chain = new ArrayList<>();
        for (FileEvent event : FileEvent.of(file, profile.version())) {
            boolean wanted = event.isLabelled(label -> isCertificateLabel(label, chain.isEmpty()));
            Optional<LoadFailure> failure = wanted || !event.isContent()
                    ? event.problem()
                            .map(problem -> LoadFailure.of(STEP, problem, ServerFiles.reason(problem, profile)))
                    : Optional.empty();
            if (failure.isEmpty() && wanted && event.content() instanceof Certificate certificate) {
                failure = weakness(certificate, chain.isEmpty());
                if (failure.isEmpty()) {
                    chain.add(certificate);
                }
            }
            if (failure.isPresent()) {
                return new Loaded<>(List.copyOf(chain), failure);
            }
        }
        if (chain.isEmpty()) {
            return new Loaded<>(List.of(), Optional.of(nothing(file)));
        }
        return new Loaded<>(List.copyOf(chain), Optional.empty());
    }

    private static LoadFailure nothing(PemFile file) {
        String message = file.certificates().isEmpty() || !file.isPem()
                ? file.problems().stream().map(ReadProblem::message).findFirst().orElse("the file holds no certificate")
                : "the file holds no certificate that OpenSSL sees";
        return new LoadFailure(STEP, Location.of(file.file()), message, Optional.of("no start line"));
    }

    /** Only the first certificate may have trust settings with it. */
    private static boolean isCertificateLabel(String label, boolean first) {
        return label.equals("CERTIFICATE")
                || label.equals("X509 CERTIFICATE")
                || (first && label.equals(ContentReader.TRUSTED));
    }

    /** OpenSSL's {@code ssl_security_cert}: at the level with which the library was built or configured. */
    private Optional<LoadFailure> weakness(Certificate certificate, boolean first) {
        boolean undecodable = profile.version() == OpenSslVersion.V3_0
                ? certificate.hasInvalidExtension()
                : certificate.parts().extensions().isUndecodable();
        if (first && undecodable) {
            return Optional.of(new LoadFailure(
                    STEP, certificate.place(), "an extension occurs twice or cannot be decoded", Optional.empty()));
        }
        Optional<WeakCertificate> weak = strength.weakness(certificate, first);
        if (weak.isPresent()) {
            return weak(certificate, weak.get().message(), weak.get().reason());
        }
        if (profile.securityLevel() == 0 && first && !traits.hasUsableKey(certificate)) {
            return weak(certificate, "the public key cannot be used", "X509 lib");
        }
        return Optional.empty();
    }

    private static Optional<LoadFailure> weak(Certificate certificate, String message, String reason) {
        return Optional.of(new LoadFailure(STEP, certificate.place(), message, Optional.of(reason)));
    }
}
