package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.ByteText;
import java.net.IDN;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** pgjdbc's {@code PGjdbcHostnameVerifier}. */
final class PgjdbcHostNames {

    /** The most specific last: more dots, then fewer stars, then longer. */
    private static final Comparator<String> BY_PRECISION = Comparator.<String>comparingLong(name -> count(name, '.'))
            .thenComparing(
                    Comparator.<String>comparingLong(name -> count(name, '*')).reversed())
            .thenComparing(String::length);

    private PgjdbcHostNames() {}

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    static HostNameMatch match(Certificate certificate, String host) {
        HostNameComparison comparison = new HostNameComparison();
        Optional<String> ascii = toAscii(host);
        if (ascii.isEmpty()) {
            comparison.giveUp(host, "the host name is not valid");
            return comparison.result();
        }
        boolean named = false;
        for (GeneralName name : certificate.alternativeNames()) {
            if (name instanceof GeneralName.Dns dns) {
                named = true;
                compare(ByteText.decode(dns.name()), ascii.get(), comparison);
            } else if (name instanceof GeneralName.Ip ip) {
                compare(ip.address(), ascii.get(), comparison);
            }
        }
        if (!named) {
            mostSpecific(certificate.subject()).ifPresent(name -> compare(name, ascii.get(), comparison));
        }
        return comparison.result();
    }

    private static Optional<String> toAscii(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return Optional.of(host.substring(1, host.length() - 1));
        }
        try {
            return Optional.of(IDN.toASCII(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of several that are equally specific, the last in the order in which RFC 2253 text is read, which is reversed. */
    private static Optional<String> mostSpecific(DistinguishedName subject) {
        List<String> names = subject.commonNames().stream()
                .map(DistinguishedName.Attribute::text)
                .toList();
        return names.stream().reduce((best, next) -> BY_PRECISION.compare(next, best) >= 0 ? next : best);
    }

    private static void compare(String name, String host, HostNameComparison comparison) {
        comparison.compare(name, matches(name, host));
    }

    private static boolean matches(String pattern, String host) {
        int star = pattern.lastIndexOf('*');
        if (star < 0) {
            return host.equalsIgnoreCase(pattern);
        }
        int offset = host.length() - pattern.length() + 1;
        return star == 0
                && pattern.indexOf('.') >= 0
                && offset >= 0
                && host.lastIndexOf('.', offset - 1) < 0
                && host.regionMatches(true, offset, pattern, 1, pattern.length() - 1);
    }
}
