package io.github.pgmtls.lint.postgres;

/**
 * The number that stands at the start of a text, as {@code strtol} and {@code strtod} of the C library (glibc, locale
 * C) read it.
 *
 * @param value the number; the largest or smallest one if it is out of range
 * @param end the index behind the number; 0 if no number stands there
 * @param outOfRange whether it is too large, or too small to tell from zero (ERANGE)
 */
record CNumber(double value, int end, boolean outOfRange) {

    private static final CNumber NONE = new CNumber(0, 0, false);

    /** Reads a whole number with {@code strtol(…, 0)}: {@code 0x} hexadecimal, leading {@code 0} octal. */
    static CNumber whole(String text) {
        int start = skipBlanks(text, 0);
        boolean negative = at(text, start) == '-';
        if (negative || at(text, start) == '+') {
            start++;
        }
        int radix = 10;
        if (at(text, start) == '0') {
            boolean hexadecimal = (at(text, start + 1) | 0x20) == 'x' && digit(at(text, start + 2), 16) >= 0;
            radix = hexadecimal ? 16 : 8;
            start += hexadecimal ? 2 : 0;
        }
        int end = start;
        long value = 0;
        boolean overflow = false;
        for (int digit = digit(at(text, end), radix); digit >= 0; digit = digit(at(text, ++end), radix)) {
            overflow |= negative ? value < (Long.MIN_VALUE + digit) / radix : value > (Long.MAX_VALUE - digit) / radix;
            value = overflow ? value : value * radix + (negative ? -digit : digit);
        }
        if (end == start) {
            return NONE;
        }
        long limit = negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        return new CNumber(overflow ? limit : value, end, overflow);
    }

    /** Reads a floating-point number with {@code strtod}: decimal, hexadecimal, {@code inf} or {@code nan}. */
    static CNumber real(String text) {
        int start = skipBlanks(text, 0);
        boolean negative = at(text, start) == '-';
        if (negative || at(text, start) == '+') {
            start++;
        }
        CNumber magnitude = magnitude(text, start);
        return negative ? new CNumber(-magnitude.value, magnitude.end, magnitude.outOfRange) : magnitude;
    }

    private static CNumber magnitude(String text, int start) {
        for (String word : new String[] {"infinity", "inf"}) {
            if (text.regionMatches(true, start, word, 0, word.length())) {
                return new CNumber(Double.POSITIVE_INFINITY, start + word.length(), false);
            }
        }
        if (text.regionMatches(true, start, "nan", 0, 3)) {
            return new CNumber(Double.NaN, endOfNan(text, start + 3), false);
        }
        boolean hexadecimal = at(text, start) == '0' && (at(text, start + 1) | 0x20) == 'x';
        if (hexadecimal) {
            CNumber read = digits(text, start, start + 2, 16);
            return read.end > 0 ? read : new CNumber(0, start + 1, false);
        }
        return digits(text, start, start, 10);
    }

    /** Reads digits, a point and an exponent; an exponent without digits does not belong to the number. */
    private static CNumber digits(String text, int start, int firstDigit, int radix) {
        int end = skipDigits(text, firstDigit, radix);
        int count = end - firstDigit;
        if (at(text, end) == '.') {
            int fraction = skipDigits(text, end + 1, radix);
            count += fraction - end - 1;
            end = fraction;
        }
        if (count == 0) {
            return NONE;
        }
        int mantissa = end;
        boolean exponent = (at(text, end) | 0x20) == (radix == 16 ? 'p' : 'e');
        if (exponent) {
            int sign = at(text, end + 1) == '-' || at(text, end + 1) == '+' ? 1 : 0;
            int behind = skipDigits(text, end + 1 + sign, 10);
            end = behind > end + 1 + sign ? behind : end;
        }
        String number = text.substring(start, end);
        double value = Double.parseDouble(radix == 16 && end == mantissa ? number + "p0" : number);
        boolean zero = isZero(text, firstDigit, mantissa);
        boolean tooSmall = !zero && Math.abs(value) < Double.MIN_NORMAL;
        return new CNumber(value, end, Double.isInfinite(value) || tooSmall);
    }

    private static int endOfNan(String text, int end) {
        if (at(text, end) != '(') {
            return end;
        }
        int close = end + 1;
        while (digit(at(text, close), 36) >= 0 || at(text, close) == '_') {
            close++;
        }
        return at(text, close) == ')' ? close + 1 : end;
    }

    private static boolean isZero(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '0' && text.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the first char that is not a blank ({@code isspace}). */
    static int skipBlanks(String text, int start) {
        int i = start;
        while (isBlank(at(text, i))) {
            i++;
        }
        return i;
    }

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static int skipDigits(String text, int start, int radix) {
        int i = start;
        while (digit(at(text, i), radix) >= 0) {
            i++;
        }
        return i;
    }

    private static int digit(char c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
