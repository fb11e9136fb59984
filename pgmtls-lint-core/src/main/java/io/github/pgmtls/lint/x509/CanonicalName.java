package io.github.pgmtls.lint.x509;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * OpenSSL's canonical encoding of names ({@code x509_name_canon}): strings become UTF-8 in lower case with single
 * blanks between words, and the outer sequence is left out.
 */
final class CanonicalName {

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int UTF8_STRING = 0x0c;

    private CanonicalName() {}

    static byte[] encode(List<List<DistinguishedName.Attribute>> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (List<DistinguishedName.Attribute> part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            List<byte[]> attributes = new ArrayList<>();
            part.forEach(attribute -> attributes.add(attribute(attribute)));
            attributes.sort(Arrays::compareUnsigned);
            ByteArrayOutputStream set = new ByteArrayOutputStream();
            attributes.forEach(set::writeBytes);
            write(SET, set.toByteArray(), out);
        }
        return out.toByteArray();
    }

    private static byte[] attribute(DistinguishedName.Attribute attribute) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            content.writeBytes(new ASN1ObjectIdentifier(attribute.type()).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (attribute.stringType().isCanonical()) {
            write(UTF8_STRING, characters(attribute), content);
        } else {
            attribute.der().chars().forEach(content::write);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(SEQUENCE, content.toByteArray(), out);
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

    private static void write(int tag, byte[] content, ByteArrayOutputStream out) {
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
