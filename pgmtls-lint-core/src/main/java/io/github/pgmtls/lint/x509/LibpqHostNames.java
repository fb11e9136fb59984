package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.ByteText;
import java.util.Optional;

/** libpq's {@code pq_verify_peer_name_matches_certificate}. Texts are byte strings. */
final class LibpqHostNames {

    private LibpqHostNames() {}

    static HostNameMatch match(Certificate certificate, String host, boolean addresses) {
        HostNameComparison comparison = new HostNameComparison();
        boolean hostIsAddress = addresses
                && (Addresses.ipv4(host).isPresent() || Addresses.ipv6(host).isPresent());
        boolean commonNameCounts = true;
        for (GeneralName name : certificate.alternativeNames()) {
            if (name instanceof GeneralName.Dns dns) {
                commonNameCounts &= hostIsAddress;
                compareName(dns.name(), host, comparison);
            } else if (name instanceof GeneralName.Ip ip && addresses) {
                commonNameCounts &= !hostIsAddress;
                compareAddress(ip, host, comparison);
            }
        }
        if (commonNameCounts && !comparison.isDecided()) {
            certificate.subject().commonName().ifPresent(name -> compareName(name, host, comparison));
        }
        return comparison.result();
    }

    private static void compareName(String name, String host, HostNameComparison comparison) {
        if (name.indexOf('\0') >= 0) {
            comparison.giveUp(ByteText.decode(name), "SSL certificate's name contains embedded null");
            return;
        }
        comparison.compare(ByteText.decode(name), Ascii.equalsIgnoringCase(name, host) || matchesWildcard(name, host));
    }

    /** {@code *.} and what follows; the star stands for one label, not empty. */
    static boolean matchesWildcard(String pattern, String host) {
        int labels = host.length() - pattern.length();
        return pattern.length() >= 3
                && pattern.startsWith("*.")
                && labels >= 0
                && Ascii.endsWithIgnoringCase(host, pattern.substring(1))
                && host.indexOf('.') >= labels;
    }

    private static void compareAddress(GeneralName.Ip address, String host, HostNameComparison comparison) {
        Optional<String> own = switch (address.octets().length()) {
            case 4 -> Addresses.ipv4(host);
            case 16 -> Addresses.ipv6(host);
            default -> Optional.of("");
        };
        if (own.equals(Optional.of(""))) {
            comparison.giveUp(
                    address.address(),
                    "certificate contains IP address with invalid length "
                            + address.octets().length());
        } else {
            comparison.compare(address.address(), own.equals(Optional.of(address.octets())));
        }
    }
}
