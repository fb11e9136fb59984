package io.github.pgmtls.lint.testing.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;

/**
 * Changes encodings in ways that no library would write. What is changed is a list of the encodings of a sequence's
 * elements: of a TBSCertificate or TBSCertList before it is signed anew, or of what the signature is put into.
 */
public final class Rewriting {

    private Rewriting() {}

    /** Returns a value: its tag, its length in as few octets as can be, and its parts. */
    public static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        List.of(parts).forEach(content::writeBytes);
        int length = content.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length >= 0x100) {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8)});
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    /** Returns the elements of a sequence. */
    public static List<byte[]> elements(byte[] sequence) {
        List<byte[]> elements = new ArrayList<>();
        for (ASN1Encodable element : ASN1Sequence.getInstance(sequence)) {
            elements.add(Issued.encode(element));
        }
        return elements;
    }

    /** Returns the sequence of some elements. */
    public static byte[] sequence(List<byte[]> elements) {
        return value(0x30, elements.toArray(new byte[0][]));
    }

    /** Changes the list of extensions, which an explicit tag at the end of the elements holds. */
    public static void extensions(List<byte[]> content, Consumer<List<byte[]>> change) {
        byte[] tagged = content.remove(content.size() - 1);
        try {
            ASN1TaggedObject object = ASN1TaggedObject.getInstance(ASN1Primitive.fromByteArray(tagged));
            List<byte[]> extensions = elements(Issued.encode(object.getExplicitBaseObject()));
            change.accept(extensions);
            content.add(value(tagged[0] & 0xff, sequence(extensions)));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns something signed with changes: first to what is signed, then to the whole. */
    static byte[] anew(byte[] signed, Issued by, Consumer<List<byte[]>> content, Consumer<List<byte[]>> whole) {
        List<byte[]> outer = elements(signed);
        List<byte[]> inner = elements(outer.get(0));
        content.accept(inner);
        byte[] toBeSigned = sequence(inner);
        String algorithm = by.keyKind().signatureAlgorithm("SHA256");
        outer.set(0, toBeSigned);
        outer.set(2, Issued.encode(new DERBitString(Keys.sign(algorithm, by.keyPair(), toBeSigned))));
        whole.accept(outer);
        return sequence(outer);
    }
}
