package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server or client verifies others with: OpenSSL's {@code X509_STORE}. The certificates of {@code ssl_ca_file}
 * and of {@code ssl_crl_file} are in it alike.
 */
public final class TrustStore {

    private final List<Certificate> certificates;
    private final List<Crl> revocationLists;
    private final boolean checksRevocation;
    private final Map<DistinguishedName, List<Certificate>> bySubject = new HashMap<>();
    private final Map<DistinguishedName, List<Crl>> byIssuer = new HashMap<>();

    private TrustStore(Set<Certificate> certificates, Collection<Crl> lists, boolean checksRevocation) {
        this.certificates = List.copyOf(certificates);
        this.revocationLists = List.copyOf(lists);
        this.checksRevocation = checksRevocation;
        for (Certificate certificate : this.certificates) {
            bySubject
                    .computeIfAbsent(certificate.subject(), name -> new ArrayList<>())
                    .add(certificate);
        }
        for (Crl list : revocationLists) {
            byIssuer.computeIfAbsent(list.issuer(), name -> new ArrayList<>()).add(list);
        }
    }

    /** Makes a store that does not check revocation. */
    public static TrustStore of(Collection<Certificate> certificates) {
        return new TrustStore(new LinkedHashSet<>(certificates), List.of(), false);
    }

    /**
     * Makes a store that wants a current revocation list of every CA of a path, as PostgreSQL does as soon as a
     * revocation list is configured.
     */
    public static TrustStore checkingRevocation(Collection<Certificate> certificates, Collection<Crl> lists) {
        return new TrustStore(new LinkedHashSet<>(certificates), lists, true);
    }

    /** Returns the certificates without duplicates, in the order in which they are tried. */
    public List<Certificate> certificates() {
        return certificates;
    }

    /** Returns the revocation lists in the order in which they are tried. */
    public List<Crl> revocationLists() {
        return revocationLists;
    }

    /** Tells whether every CA of a path needs a revocation list. */
    public boolean checksRevocation() {
        return checksRevocation;
    }

    List<Certificate> withSubject(DistinguishedName name) {
        return bySubject.getOrDefault(name, List.of());
    }

    List<Crl> issuedBy(DistinguishedName name) {
        return byIssuer.getOrDefault(name, List.of());
    }
}
