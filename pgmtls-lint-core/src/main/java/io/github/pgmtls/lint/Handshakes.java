package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.HostFiles;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.HostsRecord;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.Purpose;
import io.github.pgmtls.lint.x509.TrustStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handshakes that are possible with a server, for a client with certificates or without. */
final class Handshakes {

    /** The oldest and least strict of the modelled ones, with which old servers come. */
    private static final OpenSslProfile OLD = new OpenSslProfile(OpenSslVersion.V1_1_1, 1);

    private static final String HAS_CA = "ssl_ca_file is set";
    private static final String HAS_NO_CA = "ssl_ca_file is not set";
    private static final String TRUSTED = "the server verifies the certificate";
    private static final String NOT_TRUSTED = "the server does not verify the certificate";

    private final Cluster cluster;
    private final TlsFiles files;
    private final Instant now;
    private final Optional<TrustStore> trust;
    private final Map<String, Handshakes> hosts = new LinkedHashMap<>();

    Handshakes(Cluster cluster, TlsFiles files, Instant now) {
        this.cluster = cluster;
        this.files = files;
        this.now = now;
        this.trust = files.clientTrust();
        List<Cluster> each = cluster.perHost();
        for (int i = 0; i < cluster.hostFiles().size(); i++) {
            Cluster host = each.get(i);
            hosts.put(asking(cluster.hostFiles().get(i)), new Handshakes(host, new TlsFiles(host), now));
        }
    }

    /**
     * Returns what a handshake can come to; the likeliest first, only one if all is known.
     *
     * @param chain what the client shows: nothing, or its certificate and what it sends along
     */
    List<Handshake> with(List<Certificate> chain) {
        if (hosts.isEmpty()) {
            return withoutHosts(chain);
        }
        List<Handshake> all = new ArrayList<>();
        hosts.forEach((assumption, host) ->
                host.withoutHosts(chain).forEach(handshake -> all.add(handshake.alsoAssuming(assumption))));
        boolean alike = all.stream().map(Handshake::unconditional).distinct().count() == 1;
        return alike ? List.of(all.get(0).unconditional()) : all;
    }

    private List<Handshake> withoutHosts(List<Certificate> chain) {
        Optional<EffectiveSetting> authorities = cluster.settings().flatMap(s -> s.effective("ssl_ca_file"));
        if (authorities.filter(EffectiveSetting::isCertain).isEmpty() || selectsByHostName()) {
            return chain.isEmpty()
                    ? List.of(Handshake.withoutCertificate(HAS_CA), Handshake.withoutRootStore(HAS_NO_CA))
                    : List.of(
                            Handshake.verified(chain.get(0), HAS_CA, TRUSTED),
                            Handshake.untrusted(HAS_CA, NOT_TRUSTED),
                            Handshake.withoutRootStore(HAS_NO_CA));
        }
        OpenSslProfile usual = cluster.definition().openSsl();
        List<Handshake> first = with(chain, usual);
        if (cluster.definition().declaredOpenSsl().isPresent() || first.size() > 1) {
            return first;
        }
        List<Handshake> second = with(chain, OLD);
        return first.equals(second)
                ? first
                : List.of(
                        first.get(0).assuming(words(usual, " or newer")),
                        second.get(0).assuming(words(OLD, "")));
    }

    private static String words(OpenSslProfile profile, String orNewer) {
        return "the server's OpenSSL is " + profile.version() + orNewer + ", at security level "
                + profile.securityLevel();
    }

    /** Returns what a handshake can come to with one OpenSSL, whose own level counts unless ssl_ciphers sets one. */
    private List<Handshake> with(List<Certificate> chain, OpenSslProfile openSsl) {
        OpenSslProfile profile = cluster.atHandshake(openSsl);
        Optional<Handshake> impossible = files.noHandshake(profile, now).map(Handshake::impossible);
        if (impossible.isPresent()) {
            return List.of(impossible.get());
        }
        if (cluster.file(Role.CLIENT_CA).isEmpty()) {
            return List.of(Handshake.withoutRootStore());
        }
        if (chain.isEmpty()) {
            return List.of(Handshake.withoutCertificate());
        }
        return trust.map(store -> List.of(
                        isVerified(profile, store, chain) ? Handshake.verified(chain.get(0)) : Handshake.untrusted()))
                .orElseGet(() -> List.of(Handshake.verified(chain.get(0), TRUSTED), Handshake.untrusted(NOT_TRUSTED)));
    }

    /** From 19 on the file of authorities can depend on the host name that the client asks for, perhaps in vain. */
    private boolean selectsByHostName() {
        return cluster.settings().flatMap(s -> s.bool("ssl_sni")).orElse(false)
                && cluster.hosts().filter(file -> !file.isInForce()).isPresent();
    }

    private static String asking(HostFiles host) {
        String names = ByteText.decode(host.names());
        return switch (names) {
            case HostsRecord.DEFAULT -> "the client asks for a host that pg_hosts.conf does not name";
            case HostsRecord.NO_SNI -> "the client asks for no host";
            default -> "the client asks for " + names;
        };
    }

    private boolean isVerified(OpenSslProfile profile, TrustStore store, List<Certificate> chain) {
        return new PathVerifier(profile, store)
                .verify(chain.get(0), chain.subList(1, chain.size()), Purpose.SSL_CLIENT, now)
                .isVerified();
    }
}
