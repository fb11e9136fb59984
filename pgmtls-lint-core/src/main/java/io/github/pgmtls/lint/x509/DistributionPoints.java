package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;

/** Where lists are published and which certificates a list covers (RFC 5280, sections 4.2.1.13 and 5.2.5). */
final class DistributionPoints {

    /** All reasons for revocation that there are, in OpenSSL's order of bits. */
    static final int ALL_REASONS = 0x807f;

    private DistributionPoints() {}

    /**
     * The name of a distribution point.
     *
     * @param full the names, if they are full
     * @param relative the rest of a name that is relative to the issuer of the list
     */
    record Name(List<GeneralName> full, Optional<ASN1Set> relative) {

        /** Completes a relative name; a full one stays what it is. */
        List<GeneralName> below(DistinguishedName issuer) throws Der.Malformed {
            if (relative.isEmpty()) {
                return full;
            }
            return Der.guard(() -> {
                List<ASN1Encodable> parts = new ArrayList<>();
                ASN1Sequence.getInstance(issuer.der()).forEach(parts::add);
                parts.add(relative.get());
                ASN1Encodable whole = new DERSequence(parts.toArray(new ASN1Encodable[0]));
                return List.of(new GeneralName.Directory(DistinguishedName.read(whole)));
            });
        }
    }

    /**
     * One distribution point of a certificate.
     *
     * @param issuers who issues the list, if it is not who issued the certificate
     */
    record Point(Optional<Name> name, int reasons, Optional<List<GeneralName>> issuers) {}

    /** What a list says of its scope: the issuingDistributionPoint extension. */
    record Scope(
            Optional<Name> name,
            boolean onlyUsers,
            boolean onlyAuthorities,
            Optional<Integer> reasons,
            boolean indirect,
            boolean onlyAttributes) {}

    static List<Point> points(ASN1Primitive value) throws Der.Malformed {
        List<Point> points = new ArrayList<>();
        for (ASN1Encodable element : ASN1Sequence.getInstance(value)) {
            Der.Cursor cursor = new Der.Cursor(ASN1Sequence.getInstance(element));
            Optional<Name> name = name(cursor.nextTagged(0));
            Optional<Integer> reasons = reasons(cursor.nextTagged(1));
            Optional<ASN1TaggedObject> issuers = cursor.nextTagged(2);
            cursor.end();
            Optional<List<GeneralName>> names = issuers.isPresent()
                    ? Optional.of(GeneralNameReader.names(ASN1Sequence.getInstance(issuers.get(), false)))
                    : Optional.empty();
            points.add(new Point(name, reasons.orElse(ALL_REASONS), names));
        }
        return List.copyOf(points);
    }

    static Scope scope(ASN1Primitive value) throws Der.Malformed {
        Der.Cursor cursor = new Der.Cursor(ASN1Sequence.getInstance(value));
        Optional<Name> name = name(cursor.nextTagged(0));
        boolean users = flag(cursor.nextTagged(1));
        boolean authorities = flag(cursor.nextTagged(2));
        Optional<Integer> reasons = reasons(cursor.nextTagged(3));
        boolean indirect = flag(cursor.nextTagged(4));
        boolean attributes = flag(cursor.nextTagged(5));
        cursor.end();
        return new Scope(name, users, authorities, reasons, indirect, attributes);
    }

    private static boolean flag(Optional<ASN1TaggedObject> tagged) {
        return tagged.map(value -> ASN1Boolean.getInstance(value, false).isTrue())
                .orElse(false);
    }

    private static Optional<Integer> reasons(Optional<ASN1TaggedObject> tagged) {
        return tagged.map(value -> {
            byte[] octets = ASN1BitString.getInstance(value, false).getBytes();
            int mask = octets.length > 0 ? octets[0] & 0xff : 0;
            return (mask | (octets.length > 1 ? (octets[1] & 0xff) << 8 : 0)) & ALL_REASONS;
        });
    }

    private static Optional<Name> name(Optional<ASN1TaggedObject> tagged) throws Der.Malformed {
        if (tagged.isEmpty()) {
            return Optional.empty();
        }
        ASN1TaggedObject choice = ASN1TaggedObject.getInstance(
                tagged.get().getExplicitBaseObject().toASN1Primitive());
        if (choice.hasContextTag(0)) {
            return Optional.of(
                    new Name(GeneralNameReader.names(ASN1Sequence.getInstance(choice, false)), Optional.empty()));
        }
        if (choice.hasContextTag(1)) {
            return Optional.of(new Name(List.of(), Optional.of(ASN1Set.getInstance(choice, false))));
        }
        throw new Der.Malformed("a distribution point has an unknown form");
    }
}
