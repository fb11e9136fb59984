package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.DistinguishedName;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The roots that the JDK trusts, which are those of public CAs. */
final class PublicRoots {

    private static final Set<String> COUNTRY_AND_ORGANIZATION = Set.of("C", "O");

    private final Set<String> fingerprints = new HashSet<>();

    private PublicRoots() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trust) {
                    for (X509Certificate root : trust.getAcceptedIssuers()) {
                        fingerprints.add(fingerprint(root));
                    }
                }
            }
        } catch (GeneralSecurityException e) {
            fingerprints.clear(); // a JDK without roots knows no public ones
        }
    }

    private static String fingerprint(X509Certificate root) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root.getEncoded()));
    }

    /** Returns the first of some certificates that is the root of a public CA. */
    static Optional<Certificate> firstAmong(List<Certificate> certificates) {
        // reading all of them takes long, and all of them name a country and an organization
        List<Certificate> candidates = certificates.stream()
                .filter(certificate -> attributes(certificate).containsAll(COUNTRY_AND_ORGANIZATION))
                .toList();
        return candidates.stream()
                .filter(certificate -> Holder.ROOTS.fingerprints.contains(certificate.fingerprint()))
                .findFirst();
    }

    private static Set<String> attributes(Certificate certificate) {
        return certificate.subject().parts().stream()
                .flatMap(List::stream)
                .map(DistinguishedName.Attribute::shortName)
                .collect(Collectors.toSet());
    }

    /** Reads them when they are asked for. */
    private static final class Holder {
        static final PublicRoots ROOTS = new PublicRoots();
    }
}
