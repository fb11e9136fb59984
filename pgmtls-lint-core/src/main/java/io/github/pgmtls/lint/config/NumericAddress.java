package io.github.pgmtls.lint.config;

import java.util.Optional;

/**
 * Numeric addresses as the C library (glibc) reads them for {@code getaddrinfo} with {@code AI_NUMERICHOST}: every form
 * of {@code inet_aton} (octal, hexadecimal, fewer than four parts) and {@code inet_pton} for IPv6 with a zone id.
 */
final class NumericAddress {

    private static final long[] LAST_PART_LIMITS = {0xffff_ffffL, 0xff_ffffL, 0xffffL, 0xffL};

    private static final long NOT_PLAIN = -1;

    private NumericAddress() {}

    /** Returns the address, or nothing if the server takes the text for a host name. */
    static Optional<IpAddress> parse(String text) {
        long plain = parsePlainV4(text);
        if (plain != NOT_PLAIN) {
            return Optional.of(IpAddress.v4(plain));
        }
        Optional<IpAddress> v4 = parseV4(text);
        return v4.isPresent() ? v4 : parseV6WithZone(text);
    }

    /** The form that nearly all addresses have: four decimal numbers without leading zeros. */
    private static long parsePlainV4(String text) {
        long address = 0;
        int value = 0;
        int digits = 0;
        int dots = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && digits > 0 && dots < 3) {
                address = address << 8 | value;
                value = 0;
                digits = 0;
                dots++;
            } else if (c >= '0' && c <= '9' && (digits == 0 || value > 0)) {
                value = value * 10 + c - '0';
                digits++;
                if (value > 255) {
                    return NOT_PLAIN;
                }
            } else {
                return NOT_PLAIN;
            }
        }
        return dots == 3 && digits > 0 ? address << 8 | value : NOT_PLAIN;
    }

    private static Optional<IpAddress> parseV4(String text) {
        long address = 0;
        int at = 0;
        for (int part = 0; ; part++) {
            int end = numberEnd(text, at);
            if (end == at) {
                return Optional.empty();
            }
            long value = number(text, at, end);
            boolean last = end == text.length();
            if (last && value <= LAST_PART_LIMITS[part]) {
                return Optional.of(IpAddress.v4((address << (32 - 8 * part)) | value));
            }
            if (last || part == 3 || value > 0xff || text.charAt(end) != '.') {
                return Optional.empty();
            }
            address = (address << 8) | value;
            at = end + 1;
        }
    }

    /** Returns where {@code strtoul} with base 0 stops reading. */
    private static int numberEnd(String text, int start) {
        if (start >= text.length() || Character.digit(text.charAt(start), 10) < 0) {
            return start;
        }
        int radix = radix(text, start);
        int end = radix == 16 ? start + 2 : start;
        while (end < text.length() && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static int radix(String text, int start) {
        if (text.charAt(start) != '0' || start + 1 >= text.length()) {
            return 10;
        }
        boolean hex = (text.charAt(start + 1) | 0x20) == 'x'
                && start + 2 < text.length()
                && Character.digit(text.charAt(start + 2), 16) >= 0;
        return hex ? 16 : 8;
    }

    private static long number(String text, int start, int end) {
        int radix = radix(text, start);
        long value = 0;
        for (int i = radix == 16 ? start + 2 : start; i < end; i++) {
            value = value * radix + Character.digit(text.charAt(i), radix);
            if (value > 0xffff_ffffL) {
                return Long.MAX_VALUE;
            }
        }
        return value;
    }

    private static Optional<IpAddress> parseV6WithZone(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return parseV6(text);
        }
        Optional<IpAddress> address = parseV6(text.substring(0, percent));
        String zone = text.substring(percent + 1);
        return address.filter(a -> isZone(a, zone));
    }

    /**
     * A zone is a number, or for link-local addresses the name of an interface of the server; whether that interface
     * exists cannot be known here, so it is taken for granted.
     */
    private static boolean isZone(IpAddress address, String zone) {
        if (!zone.isEmpty() && zone.chars().allMatch(c -> c >= '0' && c <= '9')) {
            String digits = zone.replaceFirst("^0+(?=.)", "");
            return digits.length() <= 10 && Long.parseLong(digits) <= 0xffff_ffffL;
        }
        long top = address.high() >>> 48;
        boolean linkLocal = (top & 0xffc0) == 0xfe80 || (top & 0xff0f) == 0xff02;
        return linkLocal && zone.matches("[A-Za-z][A-Za-z0-9._:-]{0,14}");
    }

    private static Optional<IpAddress> parseV6(String text) {
        int[] words = new int[8];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith(":")) {
            if (!text.startsWith("::")) {
                return Optional.empty();
            }
            at = 1;
        }
        int digits = 0;
        int value = 0;
        int tokenStart = at;
        while (at < text.length()) {
            char c = text.charAt(at++);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit >= 0) {
                if (++digits > 4) {
                    return Optional.empty();
                }
                value = (value << 4) | digit;
            } else if (c == ':') {
                tokenStart = at;
                if (digits == 0) {
                    if (gap >= 0) {
                        return Optional.empty();
                    }
                    gap = count;
                    continue;
                }
                if (at == text.length() || count == 8) {
                    return Optional.empty();
                }
                words[count++] = value;
                digits = 0;
                value = 0;
            } else if (c == '.' && count <= 6) {
                Optional<Long> embedded = dottedQuad(text.substring(tokenStart));
                if (embedded.isEmpty()) {
                    return Optional.empty();
                }
                words[count++] = (int) (embedded.get() >>> 16);
                words[count++] = (int) (embedded.get() & 0xffff);
                digits = 0;
                break;
            } else {
                return Optional.empty();
            }
        }
        if (digits > 0) {
            if (count == 8) {
                return Optional.empty();
            }
            words[count++] = value;
        }
        return assemble(words, count, gap);
    }

    private static Optional<IpAddress> assemble(int[] words, int count, int gap) {
        if (gap >= 0 ? count == 8 : count != 8) {
            return Optional.empty();
        }
        long[] halves = new long[2];
        int missing = 8 - count;
        for (int i = 0; i < 8; i++) {
            int word = gap < 0 || i < gap ? words[i] : i < gap + missing ? 0 : words[i - missing];
            halves[i / 4] = (halves[i / 4] << 16) | word;
        }
        return Optional.of(new IpAddress(true, halves[0], halves[1]));
    }

    /** The strict form within IPv6: four decimal parts without leading zeros. */
    private static Optional<Long> dottedQuad(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long bits = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            bits = (bits << 8) | Integer.parseInt(part);
        }
        return Optional.of(bits);
    }
}
