package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Inspection.TlsFile;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.LoadedCredentials;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.LoadFailure;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.Signatures;
import io.github.pgmtls.lint.x509.TrustStore;
import io.github.pgmtls.lint.x509.WeakCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The files that the settings of TLS name, as the server's OpenSSL loads them. */
final class TlsFiles {

    private static final List<Role> ROLES =
            List.of(Role.SERVER_CERTIFICATE, Role.SERVER_KEY, Role.CLIENT_CA, Role.REVOCATION_LIST);

    private final Cluster cluster;
    private final LoadedCredentials loaded;

    TlsFiles(Cluster cluster) {
        this.cluster = cluster;
        this.loaded = LoadedCredentials.of(cluster);
    }

    /** Returns the OpenSSL with which the server meets clients. */
    OpenSslProfile openSsl() {
        return cluster.openSslAtHandshake();
    }

    /** Returns the views of the files, none of which is loaded if TLS is off. */
    List<TlsFile> views() {
        List<TlsFile> views = new ArrayList<>();
        if (cluster.tls().filter(tls -> !tls).isPresent()) {
            return views;
        }
        if (cluster.hostFiles().size() > 1) {
            Set<TlsFile> all = new LinkedHashSet<>();
            cluster.perHost().forEach(host -> all.addAll(new TlsFiles(host).views()));
            return List.copyOf(all);
        }
        ROLES.forEach(role -> view(role).ifPresent(views::add));
        return views;
    }

    /** Returns the view of a file that a setting or a default names. */
    private Optional<TlsFile> view(Role role) {
        boolean isRead = loaded.isRead(role);
        Optional<LoadFailure> failure =
                role == Role.SERVER_KEY ? loaded.failure(role).or(loaded::keyMismatch) : loaded.failure(role);
        return cluster.file(role)
                .map(file -> new TlsFile(
                        role.parameter(),
                        file.content().flatMap(content -> file.path()),
                        isRead || file.isMisnamed() ? Optional.of(isRead && failure.isEmpty()) : Optional.empty(),
                        isRead || file.isMisnamed() ? Optional.empty() : Optional.of(LoadedCredentials.absence(file)),
                        file.isMisnamed()
                                ? Optional.of(file.serverMessage())
                                : failure.map(f -> f.serverMessage(file.name()))));
    }

    /** Returns the certificates of the file of authorities that OpenSSL loads. */
    List<Certificate> trusted() {
        return loaded.authorities();
    }

    /** Returns what clients are verified with, unless {@link #whyNoTrust} tells why that is not known. */
    Optional<TrustStore> clientTrust() {
        return loaded.clientTrust();
    }

    /**
     * Returns OpenSSL's reason why no client can make a TLS connection, if so.
     *
     * @param atHandshake the OpenSSL that meets clients
     */
    Optional<String> noHandshake(OpenSslProfile atHandshake, Instant at) {
        return loaded.weaknessWhenSent(atHandshake, new Signatures(), at)
                .map(WeakCertificate::reason)
                .or(() -> cluster.canExchangeKeys(atHandshake)
                        ? Optional.empty()
                        : Optional.of(
                                atHandshake.version() == OpenSslVersion.V3_0
                                        ? "no suitable key share"
                                        : "no shared cipher"));
    }

    Optional<String> whyNoTrust() {
        return loaded.whyNoTrust();
    }

    /** Returns the files with certificates that the server reads. */
    List<PemFile> certificateFiles() {
        return Stream.of(
                        cluster.credentials().serverCertificate(),
                        cluster.credentials().clientCa())
                .flatMap(Optional::stream)
                .toList();
    }
}
