package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.util.Optional;

/** OpenSSL's {@code SSL_CTX_use_PrivateKey_file} for PEM. */
final class KeyLoader {

    private static final LoadFailure.Step STEP = LoadFailure.Step.PRIVATE_KEY;

    private final OpenSslProfile profile;

    KeyLoader(OpenSslProfile profile) {
        this.profile = profile;
    }

    Loaded<Optional<PrivateKeyInfo>> load(PemFile file) {
        Optional<LoadFailure> first = Optional.empty();
        for (FileEvent event : FileEvent.of(file, profile.version())) {
            if (event.content() instanceof PrivateKeyInfo key) {
                return new Loaded<>(Optional.of(key), Optional.empty());
            }
            Optional<ReadProblem> problem = event.problem().filter(own -> concerns(event, own));
            Optional<LoadFailure> failure =
                    problem.map(own -> LoadFailure.of(STEP, own, ServerFiles.reason(own, profile)));
            if (failure.isPresent() && stops(problem.get())) {
                return new Loaded<>(Optional.empty(), failure);
            }
            first = first.or(() -> failure);
        }
        LoadFailure failure = first.orElseGet(() -> new LoadFailure(
                STEP, Location.of(file.file()), "the file holds no private key", Optional.of("no start line")));
        return new Loaded<>(Optional.empty(), Optional.of(isNew() ? unsupported(failure) : failure));
    }

    private boolean isNew() {
        return profile.version() == OpenSslVersion.V3_0;
    }

    private boolean concerns(FileEvent event, ReadProblem problem) {
        return !event.isContent()
                || event.isLabelled(KeyLoader::isKeyLabel)
                || (isNew() && problem.kind() == ReadProblem.Kind.BAD_HEADER);
    }

    /** OpenSSL 3.0 tries the next block after one that it cannot make sense of, except if its header is at fault. */
    private boolean stops(ReadProblem problem) {
        return !isNew() || problem.kind() == ReadProblem.Kind.BAD_HEADER;
    }

    private static LoadFailure unsupported(LoadFailure failure) {
        return new LoadFailure(STEP, failure.place(), failure.message(), Optional.of("unsupported"));
    }

    private static boolean isKeyLabel(String label) {
        return switch (label) {
            case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" -> true;
            default -> false;
        };
    }
}
