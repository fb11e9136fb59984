package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    record Name(List<GeneralName> full, Optional<DerValue> relative) {

        /** Completes a relative name; a full one stays what it is. */
        List<GeneralName> below(DistinguishedName issuer) throws Der.Malformed {
            if (relative.isEmpty()) {
                return full;
            }
            return List.of(new GeneralName.Directory(issuer.with(relative.get())));
        }
    }

    /**
     * One distribution point of a certificate.
     *
     * @param issuers who issues the list, if it is not who issued the certificate
     */
    record Point(Optional<Name> name, int reasons, Optional<List<GeneralName>> issuers) {

        /** Tells whether it says nothing of where lists are. */
        boolean isEmpty() {
            return name.isEmpty() && issuers.map(List::isEmpty).orElse(true);
        }
    }

    /** What a list says of its scope: the issuingDistributionPoint extension. */
    record Scope(
            Optional<Name> name,
            boolean onlyUsers,
            boolean onlyAuthorities,
            Optional<Integer> reasons,
            boolean indirect,
            boolean onlyAttributes) {}

    static List<Point> points(DerValue value) throws Der.Malformed {
        List<Point> points = new ArrayList<>();
        DerCursor elements = value.sequence();
        while (elements.hasNext()) {
            DerCursor cursor = elements.next().sequence();
            Optional<Name> name = name(cursor.nextTagged(0));
            Optional<Integer> reasons = reasons(cursor.nextTagged(1));
            Optional<DerValue> issuers = cursor.nextTagged(2);
            cursor.end();
            Optional<List<GeneralName>> names = issuers.isPresent()
                    ? Optional.of(GeneralNameReader.names(issuers.get().elements()))
                    : Optional.empty();
            points.add(new Point(name, reasons.orElse(ALL_REASONS), names));
        }
        return List.copyOf(points);
    }

    static Scope scope(DerValue value) throws Der.Malformed {
        DerCursor cursor = value.sequence();
        Optional<Name> name = name(cursor.nextTagged(0));
        boolean users = flag(cursor.nextTagged(1));
        boolean authorities = flag(cursor.nextTagged(2));
        Optional<Integer> reasons = reasons(cursor.nextTagged(3));
        boolean indirect = flag(cursor.nextTagged(4));
        boolean attributes = flag(cursor.nextTagged(5));
        cursor.end();
        return new Scope(name, users, authorities, reasons, indirect, attributes);
    }

    private static boolean flag(Optional<DerValue> tagged) throws Der.Malformed {
        return tagged.isPresent() && tagged.get().flag();
    }

    private static Optional<Integer> reasons(Optional<DerValue> tagged) throws Der.Malformed {
        if (tagged.isEmpty()) {
            return Optional.empty();
        }
        byte[] octets = tagged.get().bits();
        int mask = octets.length > 0 ? octets[0] & 0xff : 0;
        return Optional.of((mask | (octets.length > 1 ? (octets[1] & 0xff) << 8 : 0)) & ALL_REASONS);
    }

    private static Optional<Name> name(Optional<DerValue> tagged) throws Der.Malformed {
        if (tagged.isEmpty()) {
            return Optional.empty();
        }
        DerValue choice = tagged.get().explicit();
        return Optional.of(
                switch (choice.contextTag()) {
                    case 0 -> new Name(GeneralNameReader.names(choice.elements()), Optional.empty());
                    case 1 -> {
                        DistinguishedName.part(choice.elements());
                        yield new Name(List.of(), Optional.of(choice));
                    }
                    default -> throw new Der.Malformed("a distribution point has an unknown form");
                });
    }
}
