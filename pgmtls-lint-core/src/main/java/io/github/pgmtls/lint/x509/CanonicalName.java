package io.github.pgmtls.lint.x509;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * OpenSSL's canonical encoding of names ({@code x509_name_canon}): strings become UTF-8 in lower case with single
 * blanks between words, and the outer sequence is left out.
 */
final class CanonicalName {

    private static final int UTF8_STRING = 0x0c;

    private CanonicalName() {}

    static byte[] encode(DistinguishedName name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DerCursor elements = DerValue.read(name.encoding()).sequence();
            for (List<DistinguishedName.Attribute> part : name.parts()) {
                DerCursor types = elements.next().set();
                if (!part.isEmpty()) {
                    write(DerValue.SET, set(part, types), out);
                }
            }
        } catch (Der.Malformed e) {
            throw new IllegalStateException("not as it was read", e);
        }
        return out.toByteArray();
    }

    private static byte[] set(List<DistinguishedName.Attribute> part, DerCursor pairs) throws Der.Malformed {
        List<byte[]> attributes = new ArrayList<>(part.size());
        for (DistinguishedName.Attribute attribute : part) {
            attributes.add(attribute(attribute, pairs.next().sequence().next().encoding()));
        }
        attributes.sort(Arrays::compareUnsigned);
        ByteArrayOutputStream set = new ByteArrayOutputStream();
        attributes.forEach(set::writeBytes);
        return set.toByteArray();
    }

    private static byte[] attribute(DistinguishedName.Attribute attribute, byte[] type) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(type);
        if (attribute.stringType().isCanonical()) {
            write(UTF8_STRING, characters(attribute), content);
        } else {
            content.writeBytes(Der.bytes(attribute.der()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(DerValue.SEQUENCE, content.toByteArray(), out);
        return out.toByteArray();
    }

    private static byte[] characters(DistinguishedName.Attribute attribute) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean[] blank = {false};
        Characters.utf8(attribute.stringType(), attribute.value(), octet -> {
            if (octet == ' ' || (octet >= '\t' && octet <= '\r')) {
                blank[0] = true;
                return;
            }
            if (blank[0] && out.size() > 0) {
                out.write(' ');
            }
            blank[0] = false;
            out.write(octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet);
        });
        return out.toByteArray();
    }

    static void write(int tag, byte[] content, ByteArrayOutputStream out) {
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            int octets = 4 - Integer.numberOfLeadingZeros(content.length) / 8;
            out.write(0x80 | octets);
            for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
                out.write(content.length >> shift);
            }
        }
        out.writeBytes(content);
    }
}
