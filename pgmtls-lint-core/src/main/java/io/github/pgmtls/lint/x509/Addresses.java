package io.github.pgmtls.lint.x509;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as the C library does; results are byte strings of 4 or 16 bytes. */
final class Addresses {

    private static final long MOST = 0xffff_ffffL;
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]{1,8}|0[0-7]{0,11}|[1-9][0-9]{0,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;

    private Addresses() {}

    /**
     * Reads an IPv4 address as {@code inet_aton} does: one to four numbers, decimal, octal or hexadecimal, of which the
     * last fills what is left; blanks and anything behind them are ignored.
     */
    static Optional<String> ipv4(String text) {
        int end = 0;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        String[] parts = text.substring(0, end).split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            Optional<Long> number = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? MOST >> 8 * i : 0xff;
            if (number.isEmpty() || number.get() > limit) {
                return Optional.empty();
            }
            address |= last ? number.get() : number.get() << 24 - 8 * i;
        }
        StringBuilder octets = new StringBuilder();
        for (int shift = 24; shift >= 0; shift -= 8) {
            octets.append((char) (address >> shift & 0xff));
        }
        return Optional.of(octets.toString());
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static Optional<Long> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return Optional.of(Long.parseLong(text.substring(2), 16));
        }
        return Optional.of(Long.parseLong(text, text.startsWith("0") ? 8 : 10));
    }

    /** Reads an IPv6 address as {@code inet_pton} does: no zone, and at the end perhaps four decimal numbers. */
    static Optional<String> ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, GROUPS);
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        Optional<String> head = before.isEmpty() ? Optional.of("") : hexadecimal(before);
        Optional<String> tail = after.isEmpty() ? Optional.of("") : mixed(after);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int missing = 2 * GROUPS - head.get().length() - tail.get().length();
        return missing >= 2 ? Optional.of(head.get() + "\0".repeat(missing) + tail.get()) : Optional.empty();
    }

    private static Optional<String> groups(String text, int count) {
        return mixed(text).filter(octets -> octets.length() == 2 * count);
    }

    private static Optional<String> mixed(String text) {
        int colon = text.lastIndexOf(':');
        String last = text.substring(colon + 1);
        if (last.indexOf('.') < 0) {
            return hexadecimal(text);
        }
        Optional<String> head = colon < 0 ? Optional.of("") : hexadecimal(text.substring(0, colon));
        Optional<String> tail = dotted(last);
        return head.isPresent() && tail.isPresent() ? Optional.of(head.get() + tail.get()) : Optional.empty();
    }

    private static Optional<String> hexadecimal(String text) {
        StringBuilder octets = new StringBuilder();
        for (String group : text.split(":", -1)) {
            if (!GROUP.matcher(group).matches() || octets.length() >= 2 * GROUPS) {
                return Optional.empty();
            }
            int value = Integer.parseInt(group, 16);
            octets.append((char) (value >> 8)).append((char) (value & 0xff));
        }
        return Optional.of(octets.toString());
    }

    /** Reads four decimal numbers and nothing else. */
    static Optional<String> dotted(String text) {
        StringBuilder octets = new StringBuilder();
        for (String part : text.split("\\.", -1)) {
            boolean sound = DECIMAL.matcher(part).matches() && (part.length() == 1 || part.charAt(0) != '0');
            if (!sound || Integer.parseInt(part) > 0xff) {
                return Optional.empty();
            }
            octets.append((char) Integer.parseInt(part));
        }
        return octets.length() == 4 ? Optional.of(octets.toString()) : Optional.empty();
    }
}
