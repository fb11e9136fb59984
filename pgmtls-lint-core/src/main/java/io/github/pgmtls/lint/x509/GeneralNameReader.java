package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads alternative names and name constraints. */
final class GeneralNameReader {

    private GeneralNameReader() {}

    static List<GeneralName> names(DerValue value) throws Der.Malformed {
        return names(value.sequence());
    }

    static List<GeneralName> names(DerCursor elements) throws Der.Malformed {
        List<GeneralName> names = new ArrayList<>();
        while (elements.hasNext()) {
            names.add(name(elements.next()));
        }
        return List.copyOf(names);
    }

    static GeneralName name(DerValue value) throws Der.Malformed {
        int tag = value.contextTag();
        return switch (tag) {
            case 0 -> new GeneralName.Other(0, value.elements().next().objectIdentifier(), Der.text(value.encoding()));
            case 1 -> new GeneralName.Email(value.text());
            case 2 -> new GeneralName.Dns(value.text());
            case 3, 5, 8 -> new GeneralName.Other(tag, "", Der.text(value.encoding()));
            case 4 -> new GeneralName.Directory(DistinguishedName.read(value.explicit()));
            case 6 -> new GeneralName.Uri(value.text());
            case 7 -> new GeneralName.Ip(value.text());
            default -> throw new Der.Malformed("a name has an unknown form");
        };
    }

    static NameConstraints constraints(DerValue value) throws Der.Malformed {
        DerCursor cursor = value.sequence();
        List<NameConstraints.Subtree> permitted = subtrees(cursor.nextTagged(0));
        List<NameConstraints.Subtree> excluded = subtrees(cursor.nextTagged(1));
        cursor.end();
        return new NameConstraints(permitted, excluded);
    }

    private static List<NameConstraints.Subtree> subtrees(Optional<DerValue> tagged) throws Der.Malformed {
        List<NameConstraints.Subtree> subtrees = new ArrayList<>();
        if (tagged.isPresent()) {
            DerCursor elements = tagged.get().elements();
            while (elements.hasNext()) {
                DerCursor cursor = elements.next().sequence();
                GeneralName base = name(cursor.next());
                Optional<DerValue> minimum = cursor.nextTagged(0);
                Optional<DerValue> maximum = cursor.nextTagged(1);
                cursor.end();
                subtrees.add(new NameConstraints.Subtree(
                        base,
                        minimum.isPresent() ? Optional.of(minimum.get().number()) : Optional.empty(),
                        maximum.isPresent()));
            }
        }
        return subtrees;
    }
}
