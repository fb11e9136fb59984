package io.github.pgmtls.lint.x509;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loads the files that a server or client is configured with, as its OpenSSL does: what OpenSSL takes from each, and why
 * it would refuse it.
 */
public final class ServerFiles {

    private ServerFiles() {}

    /**
     * Loads a certificate and what follows it ({@code SSL_CTX_use_certificate_chain_file}). Other blocks are skipped; an
     * expired certificate is loaded like any other.
     */
    public static Loaded<List<Certificate>> certificateChain(PemFile file, OpenSslProfile profile) {
        return new ChainLoader(profile).load(file);
    }

    /**
     * Loads the private key ({@code SSL_CTX_use_PrivateKey_file}): up to 1.1.1 the first block labelled as one, in 3.0
     * the first that can be read. A key that needs a passphrase is not refused here.
     */
    public static Loaded<Optional<PrivateKeyInfo>> privateKey(PemFile file, OpenSslProfile profile) {
        return new KeyLoader(profile).load(file);
    }

    /** Checks that a private key belongs to a certificate; nothing can be told of a key behind a passphrase. */
    public static Optional<LoadFailure> keyMismatch(Certificate certificate, PrivateKeyInfo key) {
        if (key.belongsTo(certificate.publicKey()).orElse(true)) {
            return Optional.empty();
        }
        boolean sameKind = key.algorithm() == certificate.publicKey().algorithm();
        return Optional.of(new LoadFailure(
                sameKind ? LoadFailure.Step.PRIVATE_KEY : LoadFailure.Step.KEY_CHECK,
                key.place(),
                "the private key does not belong to the certificate",
                Optional.of(sameKind ? "key values mismatch" : "no certificate assigned")));
    }

    /**
     * Loads a file of trusted certificates ({@code ssl_ca_file}, {@code sslrootcert}). One bad block spoils the file, and
     * there must be at least one certificate; revocation lists in it are loaded too.
     */
    public static Loaded<StoreContents> authorities(PemFile file, OpenSslProfile profile) {
        return StoreContents.load(file, profile, LoadFailure.Step.AUTHORITIES);
    }

    /**
     * Loads a file of revocation lists ({@code ssl_crl_file}). Certificates in it are loaded too, and become trusted; a
     * file with nothing but certificates is accepted.
     */
    public static Loaded<StoreContents> revocationLists(PemFile file, OpenSslProfile profile) {
        return StoreContents.load(file, profile, LoadFailure.Step.REVOCATION);
    }

    /**
     * Finds out whether OpenSSL would send a chain to a client: at every handshake it looks at the strength of what it
     * sends, perhaps at another level than when it was loaded. A certificate alone is completed from the store, up to and
     * with the root, and all of that must be strong enough.
     *
     * @param chain what was loaded
     * @param store what others are verified with
     * @param profile with the level at the handshake
     * @return why all handshakes fail, if they do
     */
    public static Optional<WeakCertificate> weaknessWhenSent(
            List<Certificate> chain, TrustStore store, OpenSslProfile profile, Signatures signatures, Instant at) {
        return new ChainStrength(profile, signatures).weaknessWhenSent(chain, store, at);
    }

    /** Returns OpenSSL's word for a problem. */
    static String reason(ReadProblem problem, OpenSslProfile profile) {
        boolean shortHeader =
                problem.kind() == ReadProblem.Kind.TRUNCATED && profile.version() == OpenSslVersion.V1_1_1;
        return shortHeader ? "short header" : problem.kind().openSslReason();
    }

    /** Makes the store of a server or client from the files that it has loaded. */
    public static TrustStore trustStore(StoreContents authorities, Optional<StoreContents> revocation) {
        List<Certificate> certificates = new ArrayList<>(authorities.certificates());
        revocation.ifPresent(more -> certificates.addAll(more.certificates()));
        if (revocation.isEmpty()) {
            return TrustStore.of(certificates);
        }
        List<Crl> lists = new ArrayList<>(authorities.revocationLists());
        lists.addAll(revocation.get().revocationLists());
        return TrustStore.checkingRevocation(certificates, lists);
    }
}
