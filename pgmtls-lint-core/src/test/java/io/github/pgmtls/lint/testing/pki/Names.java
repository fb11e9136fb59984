package io.github.pgmtls.lint.testing.pki;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERUniversalString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Distinguished names from short text, in the order in which they are encoded: {@code C=NL,O=x,CN=alice}. A {@code +}
 * joins the parts of a multi-valued RDN, a backslash takes the next character literally, {@code CN[bmp]=x} chooses the
 * string type (utf8, printable, ia5, t61, bmp, universal), and a dotted number serves as a type.
 */
final class Names {

    private static final Map<String, ASN1ObjectIdentifier> TYPES = Map.ofEntries(
            Map.entry("SN", BCStyle.SURNAME),
            Map.entry("GN", BCStyle.GIVENNAME),
            Map.entry("SERIALNUMBER", BCStyle.SERIALNUMBER),
            Map.entry("TITLE", BCStyle.T));

    private Names() {}

    static X500Name parse(String text) {
        List<RDN> rdns = new ArrayList<>();
        for (String rdn : split(text, ',')) {
            List<AttributeTypeAndValue> parts = new ArrayList<>();
            for (String part : split(rdn, '+')) {
                parts.add(part(part));
            }
            rdns.add(new RDN(parts.toArray(new AttributeTypeAndValue[0])));
        }
        return new X500Name(rdns.toArray(new RDN[0]));
    }

    private static AttributeTypeAndValue part(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("not a name: " + text);
        }
        String type = text.substring(0, equals);
        String string = "utf8";
        int bracket = type.indexOf('[');
        if (bracket >= 0) {
            string = type.substring(bracket + 1, type.length() - 1);
            type = type.substring(0, bracket);
        }
        return new AttributeTypeAndValue(type(type), value(string, unescape(text.substring(equals + 1))));
    }

    private static ASN1ObjectIdentifier type(String name) {
        if (Character.isDigit(name.charAt(0))) {
            return new ASN1ObjectIdentifier(name);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        ASN1ObjectIdentifier own = TYPES.get(upper);
        return own != null ? own : BCStyle.INSTANCE.attrNameToOID(upper);
    }

    private static ASN1Encodable value(String type, String value) {
        return switch (type) {
            case "utf8" -> new DERUTF8String(value);
            case "printable" -> new DERPrintableString(value);
            case "ia5" -> new DERIA5String(value);
            case "t61" -> new DERT61String(value);
            case "bmp" -> new DERBMPString(value);
            case "universal" -> new DERUniversalString(value.getBytes(Charset.forName("UTF-32BE")));
            default -> throw new IllegalArgumentException("not a string type: " + type);
        };
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == separator) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (!text.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        return out.toString();
    }
}
