package io.github.pgmtls.lint.x509;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;

/** Reads alternative names and name constraints. */
final class GeneralNameReader {

    private GeneralNameReader() {}

    static List<GeneralName> names(ASN1Primitive value) throws Der.Malformed {
        List<GeneralName> names = new ArrayList<>();
        for (ASN1Encodable element : ASN1Sequence.getInstance(value)) {
            names.add(name(element));
        }
        return List.copyOf(names);
    }

    static GeneralName name(ASN1Encodable element) throws Der.Malformed {
        return Der.guard(() -> {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(element);
            if (tagged.getTagClass() != BERTags.CONTEXT_SPECIFIC) {
                throw new Der.Malformed("a name has a foreign tag");
            }
            return switch (tagged.getTagNo()) {
                case 1 -> new GeneralName.Email(text(tagged));
                case 2 -> new GeneralName.Dns(text(tagged));
                case 4 -> new GeneralName.Directory(DistinguishedName.read(tagged.getExplicitBaseObject()));
                case 6 -> new GeneralName.Uri(text(tagged));
                case 7 ->
                    new GeneralName.Ip(
                            latin1(ASN1OctetString.getInstance(tagged, false).getOctets()));
                case 0 -> new GeneralName.Other(0, typeId(tagged), latin1(tagged.getEncoded("DER")));
                case 3, 5, 8 -> new GeneralName.Other(tagged.getTagNo(), "", latin1(tagged.getEncoded("DER")));
                default -> throw new Der.Malformed("a name has an unknown form");
            };
        });
    }

    private static String typeId(ASN1TaggedObject tagged) {
        ASN1Sequence pair = ASN1Sequence.getInstance(tagged, false);
        return ASN1ObjectIdentifier.getInstance(pair.getObjectAt(0)).getId();
    }

    private static String text(ASN1TaggedObject tagged) {
        return latin1(ASN1IA5String.getInstance(tagged, false).getOctets());
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static NameConstraints constraints(ASN1Primitive value) throws Der.Malformed {
        Der.Cursor cursor = new Der.Cursor(ASN1Sequence.getInstance(value));
        List<NameConstraints.Subtree> permitted = subtrees(cursor.nextTagged(0));
        List<NameConstraints.Subtree> excluded = subtrees(cursor.nextTagged(1));
        cursor.end();
        return new NameConstraints(permitted, excluded);
    }

    private static List<NameConstraints.Subtree> subtrees(Optional<ASN1TaggedObject> tagged) throws Der.Malformed {
        List<NameConstraints.Subtree> subtrees = new ArrayList<>();
        if (tagged.isPresent()) {
            for (ASN1Encodable element : ASN1Sequence.getInstance(tagged.get(), false)) {
                Der.Cursor cursor = new Der.Cursor(ASN1Sequence.getInstance(element));
                GeneralName base = name(cursor.next());
                Optional<ASN1TaggedObject> minimum = cursor.nextTagged(0);
                Optional<ASN1TaggedObject> maximum = cursor.nextTagged(1);
                cursor.end();
                subtrees.add(new NameConstraints.Subtree(
                        base,
                        minimum.map(
                                number -> ASN1Integer.getInstance(number, false).getValue()),
                        maximum.isPresent()));
            }
        }
        return subtrees;
    }
}
