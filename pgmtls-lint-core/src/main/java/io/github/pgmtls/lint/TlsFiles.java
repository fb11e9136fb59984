package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Inspection.TlsFile;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.Credentials;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.LoadFailure;
import io.github.pgmtls.lint.x509.Loaded;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import io.github.pgmtls.lint.x509.ServerFiles;
import io.github.pgmtls.lint.x509.StoreContents;
import io.github.pgmtls.lint.x509.TrustStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that the settings of TLS name, as the server's OpenSSL loads them. */
final class TlsFiles {

    static final OpenSslProfile OPENSSL = OpenSslProfile.DEFAULT;

    private final Cluster cluster;
    private final Optional<Loaded<List<Certificate>>> chain;
    private final Optional<Loaded<Optional<PrivateKeyInfo>>> key;
    private final Optional<Loaded<StoreContents>> authorities;
    private final Optional<Loaded<StoreContents>> revocation;

    TlsFiles(Cluster cluster) {
        this.cluster = cluster;
        Credentials credentials = cluster.credentials();
        chain = credentials.serverCertificate().map(file -> ServerFiles.certificateChain(file, OPENSSL));
        key = credentials.serverKey().map(file -> ServerFiles.privateKey(file, OPENSSL));
        authorities = credentials.clientCa().map(file -> ServerFiles.authorities(file, OPENSSL));
        revocation = credentials.revocationList().map(file -> ServerFiles.revocationLists(file, OPENSSL));
    }

    /** Returns the views of the files, none of which is loaded if TLS is off. */
    List<TlsFile> views() {
        List<TlsFile> views = new ArrayList<>();
        if (cluster.tls().filter(tls -> !tls).isPresent()) {
            return views;
        }
        view(Role.SERVER_CERTIFICATE, chain.isPresent(), chain.flatMap(Loaded::failure))
                .ifPresent(views::add);
        view(
                        Role.SERVER_KEY,
                        key.isPresent(),
                        key.flatMap(loaded -> loaded.failure().or(this::keyMismatch)))
                .ifPresent(views::add);
        view(Role.CLIENT_CA, authorities.isPresent(), authorities.flatMap(Loaded::failure))
                .ifPresent(views::add);
        view(Role.REVOCATION_LIST, revocation.isPresent(), revocation.flatMap(Loaded::failure))
                .ifPresent(views::add);
        return views;
    }

    private Optional<LoadFailure> keyMismatch() {
        Optional<Certificate> own = chain.filter(Loaded::isAccepted)
                .flatMap(loaded -> loaded.value().stream().findFirst());
        Optional<PrivateKeyInfo> loaded = key.flatMap(Loaded::value);
        return own.isPresent() && loaded.isPresent()
                ? ServerFiles.keyMismatch(own.get(), loaded.get())
                : Optional.empty();
    }

    /** Returns the view of a file that a setting or a default names. */
    private Optional<TlsFile> view(Role role, boolean isRead, Optional<LoadFailure> failure) {
        return cluster.file(role)
                .map(file -> new TlsFile(
                        role.parameter(),
                        file.content().flatMap(content -> file.path()),
                        isRead ? Optional.of(failure.isEmpty()) : Optional.empty(),
                        isRead ? Optional.empty() : Optional.of(absence(file)),
                        failure.map(f -> f.serverMessage(file.name()))));
    }

    /** Returns the certificates of the file of authorities that OpenSSL loads. */
    List<Certificate> trusted() {
        return authorities.map(loaded -> loaded.value().certificates()).orElse(List.of());
    }

    /** Returns what clients are verified with, unless {@link #whyNoTrust} tells why that is not known. */
    Optional<TrustStore> clientTrust() {
        return whyNoTrust().isPresent()
                ? Optional.empty()
                : authorities.map(loaded -> ServerFiles.trustStore(loaded.value(), revocation.map(Loaded::value)));
    }

    Optional<String> whyNoTrust() {
        if (cluster.settings().isEmpty()) {
            return Optional.of("there is no postgresql.conf");
        }
        Optional<ServerFile> file = cluster.file(Role.CLIENT_CA);
        if (file.isEmpty()) {
            return Optional.of("ssl_ca_file is not set, so the server asks for no certificate");
        }
        if (cluster.file(Role.REVOCATION_DIRECTORY).isPresent()) {
            return Optional.of("the revocation lists of ssl_crl_dir are not read");
        }
        return unusable(Role.CLIENT_CA, authorities).or(() -> unusable(Role.REVOCATION_LIST, revocation));
    }

    private Optional<String> unusable(Role role, Optional<Loaded<StoreContents>> loaded) {
        Optional<ServerFile> file = cluster.file(role);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        return loaded.isEmpty()
                ? Optional.of(role.parameter() + ": " + absence(file.get()))
                : loaded.get().failure().map(failure -> "the server cannot load " + role.parameter());
    }

    private static String absence(ServerFile file) {
        String name = ByteText.decode(file.name());
        return file.failure()
                .map(FileRead.Failure::detail)
                .map(detail -> name + ": " + detail)
                .orElse(name + " is not in the directory");
    }

    /** Returns the files with certificates that the server reads. */
    List<PemFile> certificateFiles() {
        return List.of(
                        cluster.credentials().serverCertificate(),
                        cluster.credentials().clientCa())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
