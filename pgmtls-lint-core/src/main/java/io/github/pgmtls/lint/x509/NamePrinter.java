package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Prints names as OpenSSL's {@code X509_NAME_print_ex} does with {@code XN_FLAG_RFC2253}. */
final class NamePrinter {

    private static final String ALWAYS_ESCAPED = ",+\"\\<>;";

    private NamePrinter() {}

    static String print(List<List<DistinguishedName.Attribute>> parts) {
        StringBuilder out = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            List<DistinguishedName.Attribute> part = new ArrayList<>(parts.get(i));
            Collections.reverse(part);
            String separator = out.isEmpty() ? "" : ",";
            for (DistinguishedName.Attribute attribute : part) {
                out.append(separator);
                append(attribute, out);
                separator = "+";
            }
        }
        return out.toString();
    }

    private static void append(DistinguishedName.Attribute attribute, StringBuilder out) {
        out.append(attribute.shortName()).append('=');
        if (!AttributeNames.isKnown(attribute.type()) || !isPrinted(attribute.stringType())) {
            out.append('#');
            attribute.der().chars().forEach(octet -> out.append(String.format(Locale.ROOT, "%02X", octet)));
            return;
        }
        if (isPlain(attribute)) {
            out.append(attribute.value());
            return;
        }
        StringBuilder utf8 = new StringBuilder();
        Characters.utf8(attribute.stringType(), attribute.value(), octet -> utf8.append((char) octet));
        for (int i = 0; i < utf8.length(); i++) {
            escape(utf8.charAt(i), i == 0, i == utf8.length() - 1, out);
        }
    }

    /** Tells whether a value is printed as it stands, as nearly all are. */
    private static boolean isPlain(DistinguishedName.Attribute attribute) {
        String value = attribute.value();
        boolean plain = attribute.stringType().width() < 2;
        for (int i = 0; plain && i < value.length(); i++) {
            char c = value.charAt(i);
            boolean inner = i > 0 && i < value.length() - 1 && c == ' ';
            plain = inner || (c > ' ' && c < 0x7f && c != '#' && ALWAYS_ESCAPED.indexOf(c) < 0);
        }
        return plain;
    }

    private static boolean isPrinted(StringType type) {
        return switch (type) {
            case BIT_STRING, SEQUENCE, OTHER -> false;
            default -> true;
        };
    }

    /** A value of one character counts as a last and not as a first one, so that a lone {@code #} is not escaped. */
    private static void escape(char octet, boolean first, boolean last, StringBuilder out) {
        boolean escaped = ALWAYS_ESCAPED.indexOf(octet) >= 0
                || (octet == ' ' && (first || last))
                || (octet == '#' && first && !last);
        if (escaped) {
            out.append('\\').append(octet);
        } else if (octet < ' ' || octet >= 0x7f) {
            out.append(String.format(Locale.ROOT, "\\%02X", (int) octet));
        } else {
            out.append(octet);
        }
    }
}
