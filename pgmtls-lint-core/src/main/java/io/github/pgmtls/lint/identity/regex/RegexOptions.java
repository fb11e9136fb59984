package io.github.pgmtls.lint.identity.regex;

/**
 * How a pattern is to be read, as its prefixes say: {@code ***=}, {@code ***:} and {@code (?options)}.
 *
 * @param flavour the syntax
 * @param ignoreCase whether letters stand for both cases
 * @param expanded whether white space and comments are skipped
 * @param newlineStops whether {@code .} and {@code [^...]} leave out newline
 * @param newlineAnchors whether {@code ^} and {@code $} also match beside a newline
 * @param length how many bytes of the pattern the prefixes take
 */
record RegexOptions(
        Flavour flavour,
        boolean ignoreCase,
        boolean expanded,
        boolean newlineStops,
        boolean newlineAnchors,
        int length) {

    /** The syntaxes, from the richest to the poorest. */
    enum Flavour {
        ADVANCED,
        EXTENDED,
        BASIC,
        LITERAL
    }

    private static final String DIRECTOR = "***";

    /** Reads the prefixes of a pattern. */
    static RegexOptions of(String pattern) {
        int at = 0;
        if (pattern.startsWith(DIRECTOR) && pattern.length() > DIRECTOR.length()) {
            at = DIRECTOR.length() + 1;
            switch (pattern.charAt(DIRECTOR.length())) {
                case '=' -> {
                    return new RegexOptions(Flavour.LITERAL, false, false, false, false, at);
                }
                case ':' -> {
                    /* the advanced syntax, which it is anyway */
                }
                case '?' -> throw new RegexSyntaxException(RegexError.BAD_PATTERN);
                default -> throw new RegexSyntaxException(RegexError.QUANTIFIER);
            }
        }
        if (pattern.startsWith("(?", at) && at + 2 < pattern.length() && Ascii.isLetter(pattern.charAt(at + 2))) {
            return embedded(pattern, at + 2);
        }
        return new RegexOptions(Flavour.ADVANCED, false, false, false, false, at);
    }

    private static RegexOptions embedded(String pattern, int from) {
        RegexOptions options = new RegexOptions(Flavour.ADVANCED, false, false, false, false, from);
        int at = from;
        while (at < pattern.length() && Ascii.isLetter(pattern.charAt(at))) {
            options = options.with(pattern.charAt(at));
            at++;
        }
        if (at == pattern.length() || pattern.charAt(at) != ')') {
            throw new RegexSyntaxException(RegexError.OPTION);
        }
        boolean literal = options.flavour == Flavour.LITERAL;
        return new RegexOptions(
                options.flavour,
                options.ignoreCase,
                options.expanded && !literal,
                options.newlineStops && !literal,
                options.newlineAnchors && !literal,
                at + 1);
    }

    private RegexOptions with(char option) {
        return switch (option) {
            case 'b' -> flavour(Flavour.BASIC);
            case 'c' -> new RegexOptions(flavour, false, expanded, newlineStops, newlineAnchors, length);
            case 'e' -> flavour(Flavour.EXTENDED);
            case 'i' -> new RegexOptions(flavour, true, expanded, newlineStops, newlineAnchors, length);
            case 'm', 'n' -> newlines(true, true);
            case 'p' -> newlines(true, false);
            case 'q' -> flavour(Flavour.LITERAL);
            case 's' -> newlines(false, false);
            case 't' -> new RegexOptions(flavour, ignoreCase, false, newlineStops, newlineAnchors, length);
            case 'w' -> newlines(false, true);
            case 'x' -> new RegexOptions(flavour, ignoreCase, true, newlineStops, newlineAnchors, length);
            default -> throw new RegexSyntaxException(RegexError.OPTION);
        };
    }

    private RegexOptions flavour(Flavour next) {
        return new RegexOptions(next, ignoreCase, expanded, newlineStops, newlineAnchors, length);
    }

    private RegexOptions newlines(boolean stops, boolean anchors) {
        return new RegexOptions(flavour, ignoreCase, expanded, stops, anchors, length);
    }
}
