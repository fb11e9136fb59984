package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.ByteText;
import java.util.Optional;

/** RFC 9525, section 6: alternative names only, a wildcard only as the whole leftmost label. */
final class StandardHostNames {

    private StandardHostNames() {}

    static HostNameMatch match(Certificate certificate, String host) {
        HostNameComparison comparison = new HostNameComparison();
        Optional<String> address = Addresses.dotted(host).or(() -> Addresses.ipv6(host));
        String wanted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        for (GeneralName name : certificate.alternativeNames()) {
            if (name instanceof GeneralName.Dns dns) {
                comparison.compare(ByteText.decode(dns.name()), address.isEmpty() && matches(dns.name(), wanted));
            } else if (name instanceof GeneralName.Ip ip) {
                comparison.compare(ip.address(), address.equals(Optional.of(ip.octets())));
            }
        }
        return comparison.result();
    }

    private static boolean matches(String pattern, String host) {
        int dot = host.indexOf('.');
        boolean wildcard = pattern.startsWith("*.") && dot > 0;
        return wildcard
                ? Ascii.equalsIgnoringCase(pattern.substring(1), host.substring(dot))
                : Ascii.equalsIgnoringCase(pattern, host);
    }
}
