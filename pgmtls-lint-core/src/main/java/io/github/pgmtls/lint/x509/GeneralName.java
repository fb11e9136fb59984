package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.ByteText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;

/** A name in one of the forms of RFC 5280, section 4.2.1.6. Texts are byte strings. */
public sealed interface GeneralName {

    /** Returns the name as people write it, with its form, such as {@code DNS:db.example.com}. */
    String display();

    /** A host name or, in constraints, a domain. */
    record Dns(String name) implements GeneralName {
        @Override
        public String display() {
            return "DNS:" + ByteText.decode(name);
        }
    }

    /**
     * An address.
     *
     * @param octets 4 or 16 bytes, in constraints address and mask; other lengths occur in defective certificates
     */
    record Ip(String octets) implements GeneralName {

        /** Reads an address as people write it, of which IPv6 has many forms; nothing if it is none. */
        public static Optional<Ip> parse(String text) {
            try {
                ASN1OctetString octets = ASN1OctetString.getInstance(new org.bouncycastle.asn1.x509.GeneralName(
                                org.bouncycastle.asn1.x509.GeneralName.iPAddress, text)
                        .getName());
                return Optional.of(new Ip(new String(octets.getOctets(), StandardCharsets.ISO_8859_1)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** Returns the address as {@link InetAddress} writes it, or hexadecimal digits if it is none. */
        public String address() {
            byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
            try {
                return InetAddress.getByAddress(bytes).getHostAddress();
            } catch (UnknownHostException e) {
                return HexFormat.of().formatHex(bytes);
            }
        }

        @Override
        public String display() {
            return "IP:" + address();
        }
    }

    /** A mail address or, in constraints, a host or domain of mail addresses. */
    record Email(String address) implements GeneralName {
        @Override
        public String display() {
            return "email:" + ByteText.decode(address);
        }
    }

    /** A URI or, in constraints, a host or domain of URIs. */
    record Uri(String uri) implements GeneralName {
        @Override
        public String display() {
            return "URI:" + ByteText.decode(uri);
        }
    }

    /** A distinguished name. */
    record Directory(DistinguishedName name) implements GeneralName {
        @Override
        public String display() {
            return "DirName:" + name;
        }
    }

    /**
     * A name in another form.
     *
     * @param tag its number in the ASN.1 definition: 0 for otherName, 3 X.400, 5 EDI, 8 registered ID
     * @param typeId the dotted number of the kind of otherName, empty for other forms
     * @param der its DER encoding as a byte string
     */
    record Other(int tag, String typeId, String der) implements GeneralName {
        @Override
        public String display() {
            return tag == 0 ? "othername" : "name of form " + tag;
        }
    }
}
