package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.cluster.Credentials;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.Crl;
import io.github.pgmtls.lint.x509.DistinguishedName;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.TrustStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The revocation lists of a cluster. */
final class RevocationLists {

    private RevocationLists() {}

    /** Returns the lists that the server looks at, by issuer; none if it looks at none or that is not known. */
    static Map<DistinguishedName, List<Crl>> heeded(ClusterContext context) {
        return byIssuer(context.clientVerifier()
                .map(PathVerifier::store)
                .filter(TrustStore::checksRevocation)
                .map(TrustStore::revocationLists)
                .orElse(List.of()));
    }

    /** Returns all lists that are there, heeded or not. */
    static List<Crl> known(ClusterContext context) {
        Credentials credentials = context.cluster().credentials();
        List<Crl> all = new ArrayList<>();
        credentials.revocationList().ifPresent(file -> all.addAll(file.revocationLists()));
        credentials.revocationDirectory().ifPresent(directory -> all.addAll(directory.revocationLists()));
        credentials.clientCa().ifPresent(file -> all.addAll(file.revocationLists()));
        return all;
    }

    private static Map<DistinguishedName, List<Crl>> byIssuer(List<Crl> lists) {
        Map<DistinguishedName, List<Crl>> byIssuer = new LinkedHashMap<>();
        lists.forEach(list -> byIssuer.computeIfAbsent(list.issuer(), name -> new ArrayList<>())
                .add(list));
        return byIssuer;
    }

    /** Returns the CA certificates that are known: those of ssl_ca_file and those that clients send along. */
    static List<Certificate> authorities(ClusterContext context) {
        List<Certificate> all = new ArrayList<>(context.loaded().authorities());
        context.clientPaths()
                .forEach(path -> all.addAll(
                        path.result().path().subList(1, path.result().path().size())));
        return all.stream().distinct().filter(AuthorityPath::isMeantToIssue).toList();
    }

    static boolean isCurrent(Crl list, Instant now) {
        return !list.thisUpdate().isAfter(now)
                && list.nextUpdate().map(end -> end.isAfter(now)).orElse(true);
    }

    static boolean hasCurrent(List<Crl> lists, Instant now) {
        return lists.stream().anyMatch(list -> isCurrent(list, now));
    }

    /** Returns the list that expires last; one without an end never does. */
    static Crl newest(List<Crl> lists) {
        return lists.stream()
                .max(Comparator.comparing(list -> list.nextUpdate().orElse(Instant.MAX)))
                .orElseThrow();
    }
}
