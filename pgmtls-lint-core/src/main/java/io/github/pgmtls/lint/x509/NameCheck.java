package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds the names of a certificate against the name constraints of a CA, as OpenSSL's {@code v3_ncons.c} does. */
final class NameCheck {

    private static final String EMAIL_ADDRESS = "1.2.840.113549.1.9.1";
    private static final int MOST_COMPARISONS = 1 << 20;

    private final OpenSslVersion version;

    NameCheck(OpenSslVersion version) {
        this.version = version;
    }

    Optional<VerificationError> check(Certificate certificate, NameConstraints constraints, boolean leaf) {
        List<GeneralName> names = new ArrayList<>();
        List<DistinguishedName.Attribute> attributes =
                certificate.subject().parts().stream().flatMap(List::stream).toList();
        long comparisons = (long)
                        (attributes.size() + certificate.alternativeNames().size())
                * (constraints.permitted().size() + constraints.excluded().size());
        if (comparisons > MOST_COMPARISONS) {
            return Optional.of(VerificationError.UNSPECIFIED);
        }
        if (!attributes.isEmpty()) {
            names.add(new GeneralName.Directory(certificate.subject()));
        }
        Optional<VerificationError> error = checkAll(names, constraints)
                .or(() -> checkMailAttributes(attributes, constraints))
                .or(() -> checkAll(certificate.alternativeNames(), constraints));
        if (error.isEmpty() && leaf && certificate.dnsNames().isEmpty()) {
            return checkCommonNames(certificate.subject().commonNames(), constraints);
        }
        return error;
    }

    private Optional<VerificationError> checkMailAttributes(
            List<DistinguishedName.Attribute> attributes, NameConstraints constraints) {
        for (DistinguishedName.Attribute attribute : attributes) {
            if (attribute.type().equals(EMAIL_ADDRESS)) {
                if (attribute.stringType() != StringType.IA5) {
                    return Optional.of(VerificationError.UNSUPPORTED_NAME_SYNTAX);
                }
                Optional<VerificationError> error = check(new GeneralName.Email(attribute.value()), constraints);
                if (error.isPresent()) {
                    return error;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<VerificationError> checkAll(List<GeneralName> names, NameConstraints constraints) {
        for (GeneralName name : names) {
            Optional<VerificationError> error = check(name, constraints);
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    /** A common name that looks like a host name counts as one if there is no dNSName. */
    private Optional<VerificationError> checkCommonNames(
            List<DistinguishedName.Attribute> commonNames, NameConstraints constraints) {
        for (DistinguishedName.Attribute attribute : commonNames) {
            StringBuilder utf8 = new StringBuilder();
            Characters.utf8(attribute.stringType(), attribute.value(), octet -> utf8.append((char) octet));
            int end = utf8.length();
            while (end > 0 && utf8.charAt(end - 1) == 0) {
                end--;
            }
            String name = utf8.substring(0, end);
            if (name.indexOf('\0') >= 0) {
                return Optional.of(VerificationError.UNSUPPORTED_NAME_SYNTAX);
            }
            if (looksLikeHostName(name)) {
                Optional<VerificationError> error = check(new GeneralName.Dns(name), constraints);
                if (error.isPresent()) {
                    return error;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean looksLikeHostName(String name) {
        boolean dotted = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_') {
                continue;
            }
            boolean inside = i > 0 && i < name.length() - 1;
            if (inside && c == '-') {
                continue;
            }
            if (!inside
                    || c != '.'
                    || name.charAt(i + 1) == '.'
                    || name.charAt(i - 1) == '-'
                    || name.charAt(i + 1) == '-') {
                return false;
            }
            dotted = true;
        }
        return dotted;
    }

    private Optional<VerificationError> check(GeneralName name, NameConstraints constraints) {
        boolean constrained = false;
        boolean permitted = false;
        for (NameConstraints.Subtree subtree : constraints.permitted()) {
            if (!sameForm(name, subtree.base())) {
                continue;
            }
            if (hasRange(subtree)) {
                return Optional.of(VerificationError.SUBTREE_MINMAX);
            }
            constrained = true;
            if (!permitted) {
                Match match = match(name, subtree.base());
                if (match.error().isPresent()) {
                    return match.error();
                }
                permitted = match.within();
            }
        }
        if (constrained && !permitted) {
            return Optional.of(VerificationError.PERMITTED_VIOLATION);
        }
        for (NameConstraints.Subtree subtree : constraints.excluded()) {
            if (!sameForm(name, subtree.base())) {
                continue;
            }
            if (hasRange(subtree)) {
                return Optional.of(VerificationError.SUBTREE_MINMAX);
            }
            Match match = match(name, subtree.base());
            if (match.error().isPresent()) {
                return match.error();
            }
            if (match.within()) {
                return Optional.of(VerificationError.EXCLUDED_VIOLATION);
            }
        }
        return Optional.empty();
    }

    private boolean hasRange(NameConstraints.Subtree subtree) {
        boolean minimum = subtree.minimum()
                .map(value -> version != OpenSslVersion.V3_0 || value.signum() != 0)
                .orElse(false);
        return minimum || subtree.hasMaximum();
    }

    private boolean sameForm(GeneralName name, GeneralName base) {
        if (name instanceof GeneralName.Other other && base instanceof GeneralName.Other constraint) {
            boolean comparable = version != OpenSslVersion.V3_0 || other.tag() != 0;
            return other.tag() == constraint.tag()
                    && (comparable || other.typeId().equals(constraint.typeId()));
        }
        return name.getClass() == base.getClass();
    }

    /** Whether a name is within a subtree, or why that cannot be told. */
    private record Match(boolean within, Optional<VerificationError> error) {
        static Match of(boolean within) {
            return new Match(within, Optional.empty());
        }

        static final Match BAD_SYNTAX = new Match(false, Optional.of(VerificationError.UNSUPPORTED_NAME_SYNTAX));
        static final Match BAD_TYPE = new Match(false, Optional.of(VerificationError.UNSUPPORTED_CONSTRAINT_TYPE));
    }

    private static Match match(GeneralName name, GeneralName base) {
        if (name instanceof GeneralName.Directory own && base instanceof GeneralName.Directory top) {
            return Match.of(startsWith(own.name().canonical(), top.name().canonical()));
        }
        if (name instanceof GeneralName.Dns own && base instanceof GeneralName.Dns top) {
            return Match.of(isWithinDomain(own.name(), top.name()));
        }
        if (name instanceof GeneralName.Email own && base instanceof GeneralName.Email top) {
            return matchMail(own.address(), top.address());
        }
        if (name instanceof GeneralName.Uri own && base instanceof GeneralName.Uri top) {
            return matchUri(own.uri(), top.uri());
        }
        if (name instanceof GeneralName.Ip own && base instanceof GeneralName.Ip top) {
            return matchAddress(own.octets(), top.octets());
        }
        return Match.BAD_TYPE;
    }

    private static boolean startsWith(byte[] whole, byte[] prefix) {
        return whole.length >= prefix.length && Arrays.equals(whole, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static boolean isWithinDomain(String name, String domain) {
        if (domain.isEmpty()) {
            return true;
        }
        int labels = name.length() - domain.length();
        if (labels < 0 || (labels > 0 && domain.charAt(0) != '.' && name.charAt(labels - 1) != '.')) {
            return false;
        }
        return Ascii.equalsIgnoringCase(name.substring(labels), domain);
    }

    private static Match matchMail(String address, String base) {
        int at = address.lastIndexOf('@');
        int baseAt = base.lastIndexOf('@');
        if (at < 0) {
            return Match.BAD_SYNTAX;
        }
        if (baseAt < 0 && base.startsWith(".")) {
            return Match.of(address.length() > base.length() && Ascii.endsWithIgnoringCase(address, base));
        }
        if (baseAt > 0) {
            String local = address.substring(0, at);
            String baseLocal = base.substring(0, baseAt);
            if (local.length() == baseLocal.length() && (local + baseLocal).indexOf('\0') >= 0) {
                return Match.BAD_SYNTAX;
            }
            if (!local.equals(baseLocal)) {
                return Match.of(false);
            }
        }
        return Match.of(Ascii.equalsIgnoringCase(address.substring(at + 1), base.substring(baseAt + 1)));
    }

    private static Match matchUri(String uri, String base) {
        int colon = uri.indexOf(':');
        if (colon < 0 || !uri.startsWith("//", colon + 1)) {
            return Match.BAD_SYNTAX;
        }
        String rest = uri.substring(colon + 3);
        int end = rest.indexOf(':') >= 0 ? rest.indexOf(':') : rest.indexOf('/');
        String host = end >= 0 ? rest.substring(0, end) : rest;
        if (host.isEmpty()) {
            return Match.BAD_SYNTAX;
        }
        if (base.startsWith(".")) {
            return Match.of(host.length() > base.length() && Ascii.endsWithIgnoringCase(host, base));
        }
        return Match.of(Ascii.equalsIgnoringCase(host, base));
    }

    private static Match matchAddress(String address, String base) {
        int length = address.length();
        boolean sound = (length == 4 || length == 16) && (base.length() == 8 || base.length() == 32);
        if (!sound) {
            return Match.BAD_SYNTAX;
        }
        if (base.length() != 2 * length) {
            return Match.of(false);
        }
        for (int i = 0; i < length; i++) {
            char mask = base.charAt(length + i);
            if ((address.charAt(i) & mask) != (base.charAt(i) & mask)) {
                return Match.of(false);
            }
        }
        return Match.of(true);
    }
}
