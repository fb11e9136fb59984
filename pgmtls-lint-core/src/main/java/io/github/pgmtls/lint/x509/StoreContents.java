package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What OpenSSL loads into a store from a file (its {@code X509_load_cert_crl_file}).
 *
 * @param certificates all of them, also those with trust settings
 * @param revocationLists all of them
 */
public record StoreContents(List<Certificate> certificates, List<Crl> revocationLists) {

    public StoreContents {
        certificates = List.copyOf(certificates);
        revocationLists = List.copyOf(revocationLists);
    }

    /** Returns these and more, as a server has them that is given both a file and a directory of revocation lists. */
    public StoreContents with(StoreContents more) {
        return new StoreContents(
                Stream.concat(certificates.stream(), more.certificates.stream()).toList(),
                Stream.concat(revocationLists.stream(), more.revocationLists.stream())
                        .toList());
    }

    static Loaded<StoreContents> load(PemFile file, OpenSslProfile profile, LoadFailure.Step step) {
        List<Certificate> certificates = new ArrayList<>();
        List<Crl> lists = new ArrayList<>();
        Optional<LoadFailure> failure = Optional.empty();
        for (FileEvent event : FileEvent.of(file, profile.version())) {
            Optional<ReadProblem> problem = event.isLabelled(label -> isDecoded(label, profile)) || !event.isContent()
                    ? event.problem()
                    : Optional.empty();
            if (problem.isPresent() && failure.isEmpty()) {
                failure = problem.map(own -> LoadFailure.of(step, own, ServerFiles.reason(own, profile)));
            } else if (failure.isEmpty() && event.content() instanceof PemContent.Other other) {
                failure = foreignKey(other, profile, step);
            }
            if (failure.isEmpty() && event.content() instanceof Certificate certificate) {
                certificates.add(certificate);
            } else if (failure.isEmpty() && event.content() instanceof Crl list) {
                lists.add(list);
            }
        }
        StoreContents contents = new StoreContents(certificates, lists);
        return new Loaded<>(contents, failure.or(() -> contents.lacks(file, step)));
    }

    /** The server also reads the names of the authorities, for which it wants a certificate without trust settings. */
    private Optional<LoadFailure> lacks(PemFile file, LoadFailure.Step step) {
        if (certificates.isEmpty() && revocationLists.isEmpty()) {
            String message = file.problems().stream()
                    .map(ReadProblem::message)
                    .findFirst()
                    .orElse("the file holds neither a certificate nor a revocation list");
            return failure(file, step, message, "no certificate or crl found");
        }
        boolean plain = certificates.stream()
                .anyMatch(certificate -> !certificate.label().equals(ContentReader.TRUSTED));
        if (step == LoadFailure.Step.AUTHORITIES && !plain) {
            return failure(file, step, "the file holds no block labelled \"CERTIFICATE\"", "no start line");
        }
        return Optional.empty();
    }

    private static Optional<LoadFailure> failure(PemFile file, LoadFailure.Step step, String message, String reason) {
        return Optional.of(new LoadFailure(step, Location.of(file.file()), message, Optional.of(reason)));
    }

    /** In 3.0 every block labelled as a private key must be one that OpenSSL reads, which one of OpenSSH is not. */
    private static Optional<LoadFailure> foreignKey(
            PemContent.Other block, OpenSslProfile profile, LoadFailure.Step step) {
        return isDecoded(block.label(), profile)
                ? Optional.of(new LoadFailure(
                        step,
                        block.place(),
                        "OpenSSL cannot read the block \"" + block.label() + "\"",
                        Optional.of("unsupported")))
                : Optional.empty();
    }

    /** Blocks with other labels are skipped, whatever they hold. */
    private static boolean isDecoded(String label, OpenSslProfile profile) {
        return switch (label) {
            case "CERTIFICATE", "X509 CERTIFICATE", ContentReader.TRUSTED, "X509 CRL" -> true;
            case "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" -> true;
            default -> profile.version() == OpenSslVersion.V3_0 && label.contains("PRIVATE KEY");
        };
    }
}
