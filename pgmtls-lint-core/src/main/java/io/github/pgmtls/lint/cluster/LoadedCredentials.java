package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.Crl;
import io.github.pgmtls.lint.x509.HashedDirectory;
import io.github.pgmtls.lint.x509.LoadFailure;
import io.github.pgmtls.lint.x509.Loaded;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import io.github.pgmtls.lint.x509.ServerFiles;
import io.github.pgmtls.lint.x509.Signatures;
import io.github.pgmtls.lint.x509.StoreContents;
import io.github.pgmtls.lint.x509.TrustStore;
import io.github.pgmtls.lint.x509.WeakCertificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The certificates, keys and revocation lists that the settings of TLS name, as the server's OpenSSL loads them. */
public final class LoadedCredentials {

    private final Cluster cluster;
    private final Optional<Loaded<List<Certificate>>> chain;
    private final Optional<Loaded<Optional<PrivateKeyInfo>>> key;
    private final Optional<Loaded<StoreContents>> authorities;
    private final Optional<Loaded<StoreContents>> revocation;

    private LoadedCredentials(Cluster cluster) {
        this.cluster = cluster;
        OpenSslProfile profile = cluster.definition().openSsl();
        Credentials credentials = cluster.credentials();
        chain = credentials.serverCertificate().map(file -> ServerFiles.certificateChain(file, profile));
        key = credentials.serverKey().map(file -> ServerFiles.privateKey(file, profile));
        authorities = credentials.clientCa().map(file -> ServerFiles.authorities(file, profile));
        revocation = credentials.revocationList().map(file -> ServerFiles.revocationLists(file, profile));
    }

    /** Loads what a cluster names. */
    public static LoadedCredentials of(Cluster cluster) {
        return new LoadedCredentials(cluster);
    }

    /** Tells whether the file of a role was found and read, so that it is known whether it loads. */
    public boolean isRead(Role role) {
        return switch (role) {
            case SERVER_CERTIFICATE -> chain.isPresent();
            case SERVER_KEY -> key.isPresent();
            case CLIENT_CA -> authorities.isPresent();
            case REVOCATION_LIST -> revocation.isPresent();
            default -> false;
        };
    }

    /** Returns why the server refuses the file of a role, if it was read and is refused. */
    public Optional<LoadFailure> failure(Role role) {
        return switch (role) {
            case SERVER_CERTIFICATE -> chain.flatMap(Loaded::failure);
            case SERVER_KEY -> key.flatMap(Loaded::failure);
            case CLIENT_CA -> authorities.flatMap(Loaded::failure);
            case REVOCATION_LIST -> revocation.flatMap(Loaded::failure);
            default -> Optional.empty();
        };
    }

    /** Returns why the private key is not that of the certificate, if both are loaded and can be compared. */
    public Optional<LoadFailure> keyMismatch() {
        Optional<Certificate> own = chain.filter(Loaded::isAccepted)
                .flatMap(loaded -> loaded.value().stream().findFirst());
        Optional<PrivateKeyInfo> loaded = key.flatMap(Loaded::value);
        return own.isPresent() && loaded.isPresent()
                ? ServerFiles.keyMismatch(own.get(), loaded.get())
                : Optional.empty();
    }

    /** Returns the server's certificate and what it sends along, up to what cannot be loaded. */
    public List<Certificate> chain() {
        return chain.map(Loaded::value).orElse(List.of());
    }

    /**
     * Returns what is too weak in the server's own chain for it to be sent, with what is added from {@code ssl_ca_file} to
     * a certificate alone: no client can then make a TLS connection.
     *
     * @param atHandshake the OpenSSL that meets clients
     */
    public Optional<WeakCertificate> weaknessWhenSent(OpenSslProfile atHandshake, Signatures signatures, Instant at) {
        if (chain.filter(Loaded::isAccepted).isEmpty()) {
            return Optional.empty();
        }
        TrustStore store = clientTrust().orElseGet(() -> TrustStore.of(List.of()));
        return ServerFiles.weaknessWhenSent(chain(), store, atHandshake, signatures, at);
    }

    /** Returns the private key that is loaded, perhaps behind a passphrase. */
    public Optional<PrivateKeyInfo> key() {
        return key.flatMap(Loaded::value);
    }

    /** Returns the certificates of {@code ssl_ca_file} that are loaded. */
    public List<Certificate> authorities() {
        return authorities.map(loaded -> loaded.value().certificates()).orElse(List.of());
    }

    /** Returns the revocation lists that {@code ssl_ca_file} holds, which count only if others are configured. */
    public List<Crl> listsAmongAuthorities() {
        return authorities.map(loaded -> loaded.value().revocationLists()).orElse(List.of());
    }

    /** Tells whether a setting names revocation lists, so that every CA of a path needs one. */
    public boolean checksRevocation() {
        return cluster.file(Role.REVOCATION_LIST).isPresent()
                || cluster.file(Role.REVOCATION_DIRECTORY).isPresent();
    }

    /** Returns what clients are verified with, unless {@link #whyNoTrust} tells why that is not known. */
    public Optional<TrustStore> clientTrust() {
        return whyNoTrust().isPresent()
                ? Optional.empty()
                : authorities.map(loaded -> ServerFiles.trustStore(loaded.value(), revocationContents()));
    }

    private Optional<StoreContents> revocationContents() {
        Optional<StoreContents> listed = revocation.map(Loaded::value);
        Optional<StoreContents> hashed =
                cluster.credentials().revocationDirectory().map(HashedDirectory::contents);
        return listed.map(own -> hashed.map(own::with).orElse(own)).or(() -> hashed);
    }

    /** Returns why it is not known what clients are verified with, if so. */
    public Optional<String> whyNoTrust() {
        if (cluster.settings().isEmpty()) {
            return Optional.of("there is no postgresql.conf");
        }
        if (cluster.file(Role.CLIENT_CA).isEmpty()) {
            return Optional.of("ssl_ca_file is not set, so the server asks for no certificate");
        }
        Optional<ServerFile> directory = cluster.file(Role.REVOCATION_DIRECTORY)
                .filter(file -> cluster.credentials().revocationDirectory().isEmpty());
        return unusable(Role.CLIENT_CA)
                .or(() -> unusable(Role.REVOCATION_LIST))
                .or(() -> directory.map(file -> file.role().parameter() + ": " + absence(file)));
    }

    private Optional<String> unusable(Role role) {
        Optional<ServerFile> file = cluster.file(role);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        return isRead(role)
                ? failure(role).map(failure -> "the server cannot load " + role.parameter())
                : Optional.of(role.parameter() + ": " + absence(file.get()));
    }

    /** Returns why a file is not there. */
    public static String absence(ServerFile file) {
        String name = ByteText.decode(file.name());
        return file.failure()
                .map(FileRead.Failure::detail)
                .map(detail -> name + ": " + detail)
                .orElse(name + " is not in the directory");
    }
}
