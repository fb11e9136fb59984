package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.GeneralName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The host name check of sslmode=verify-full, as libpq from 15 on does it (fe-secure-common.c). */
final class ServerNames {

    private ServerNames() {}

    static boolean matches(Certificate certificate, String host) {
        Optional<GeneralName.Ip> address = GeneralName.Ip.parse(host);
        List<String> dnsNames = certificate.dnsNames();
        List<GeneralName> addresses = certificate.alternativeNames().stream()
                .filter(GeneralName.Ip.class::isInstance)
                .toList();
        if (dnsNames.stream().anyMatch(name -> matchesName(name, host))
                || address.filter(addresses::contains).isPresent()) {
            return true;
        }
        boolean commonNameCounts = address.isPresent() ? addresses.isEmpty() : dnsNames.isEmpty();
        return commonNameCounts
                && certificate
                        .subject()
                        .commonName()
                        .filter(cn -> matchesName(cn, host))
                        .isPresent();
    }

    private static boolean matchesName(String pattern, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String carried = pattern.toLowerCase(Locale.ROOT);
        if (carried.equals(name)) {
            return true;
        }
        int dot = name.indexOf('.');
        return carried.startsWith("*.")
                && carried.length() > 2
                && dot > 0
                && carried.substring(1).equals(name.substring(dot));
    }
}
