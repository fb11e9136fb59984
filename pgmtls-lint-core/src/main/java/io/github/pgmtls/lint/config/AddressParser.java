package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.LoadProblem.Kind;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.Optional;

/** Reads the address column of a record and, where there is one, the mask column behind it. */
final class AddressParser {

    private static final AddressPattern ANY = new AddressPattern.Any();
    private static final AddressPattern SAME_HOST = new AddressPattern.SameHost();
    private static final AddressPattern SAME_NET = new AddressPattern.SameNet();

    /** Greater than any prefix length. */
    private static final int OUT_OF_RANGE = 1_000;

    private final LineCursor cursor;

    AddressParser(LineCursor cursor) {
        this.cursor = cursor;
    }

    AddressPattern parse() throws LineRefused {
        AuthToken token = cursor.single(
                "end-of-line before IP address specification",
                "multiple values specified for host address",
                "Specify one address range per line.");
        Optional<AddressPattern> keyword = token.quoted() ? Optional.empty() : keyword(token.value());
        if (keyword.isPresent()) {
            return keyword.get();
        }
        int slash = token.value().indexOf('/');
        String host = slash < 0 ? token.value() : token.value().substring(0, slash);
        Optional<IpAddress> address = NumericAddress.parse(host);
        if (address.isEmpty()) {
            if (slash >= 0) {
                throw refuse(token, "specifying both host name and CIDR mask is invalid: \"" + token.value() + "\"");
            }
            return new AddressPattern.HostName(host);
        }
        if (slash < 0) {
            return new AddressPattern.Network(address.get(), maskColumn(address.get()));
        }
        Optional<IpAddress> mask = prefixMask(token.value().substring(slash + 1), address.get());
        if (mask.isEmpty()) {
            throw refuse(token, "invalid CIDR mask in address \"" + token.value() + "\"");
        }
        return new AddressPattern.Network(address.get(), mask.get());
    }

    /** Reads an unquoted word that says all: a keyword, or an address with its prefix length. */
    static Optional<AddressPattern> parseAlone(String word) {
        Optional<AddressPattern> keyword = keyword(word);
        int slash = word.indexOf('/');
        if (keyword.isPresent() || slash < 0) {
            return keyword;
        }
        Optional<IpAddress> address = NumericAddress.parse(word.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<IpAddress> mask = prefixMask(word.substring(slash + 1), address.get());
        return mask.isEmpty() ? Optional.empty() : Optional.of(new AddressPattern.Network(address.get(), mask.get()));
    }

    private static Optional<AddressPattern> keyword(String word) {
        return switch (word) {
            case "all" -> Optional.of(ANY);
            case "samehost" -> Optional.of(SAME_HOST);
            case "samenet" -> Optional.of(SAME_NET);
            default -> Optional.empty();
        };
    }

    private static Optional<IpAddress> prefixMask(String text, IpAddress address) {
        Optional<Integer> bits = prefixLength(text);
        int limit = address.v6() ? 128 : 32;
        return bits.isEmpty() || bits.get() < 0 || bits.get() > limit
                ? Optional.empty()
                : Optional.of(IpAddress.mask(address.v6(), bits.get()));
    }

    /** Reads a number as {@code strtol} with base 10 does: leading white space and a sign are allowed. */
    private static Optional<Integer> prefixLength(String text) {
        int start = 0;
        while (start < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean negative = text.startsWith("-", start);
        if (negative || text.startsWith("+", start)) {
            start++;
        }
        int number = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            number = Math.min(number * 10 + digit, OUT_OF_RANGE);
        }
        return start == text.length() ? Optional.empty() : Optional.of(negative ? -number : number);
    }

    private IpAddress maskColumn(IpAddress address) throws LineRefused {
        if (!cursor.hasNext()) {
            throw new LineRefused(
                    LoadProblem.of(Kind.COLUMN_MISSING, cursor.end(), "end-of-line before netmask specification")
                            .withHint("Specify an address range in CIDR notation, or provide a separate netmask."));
        }
        AuthToken token = cursor.single("", "multiple values specified for netmask");
        Optional<IpAddress> mask = NumericAddress.parse(token.value());
        if (mask.isEmpty()) {
            throw refuse(token, "invalid IP mask \"" + token.value() + "\": Name or service not known");
        }
        if (mask.get().v6() != address.v6()) {
            throw refuse(token, "IP address and mask do not match");
        }
        return mask.get();
    }

    private static LineRefused refuse(AuthToken token, String message) {
        return new LineRefused(LoadProblem.of(Kind.ADDRESS, HbaRecord.locationOf(token), message)
                .about(token.value()));
    }
}
