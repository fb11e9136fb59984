package io.github.pgmtls.lint.identity.regex;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The names of characters in {@code [.name.]} and {@code [=name=]}: those of the POSIX portable character set. */
final class CollatingElements {

    /** From character 0, one word for each; a character with more than one name has them joined by a slash. */
    private static final String CONTROLS = "NUL SOH STX ETX EOT ENQ ACK BEL/alert BS/backspace HT/tab LF/newline"
            + " VT/vertical-tab FF/form-feed CR/carriage-return SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC"
            + " IS4/FS IS3/GS IS2/RS IS1/US";

    /** From the space on. */
    private static final String SIGNS = "space exclamation-mark quotation-mark number-sign dollar-sign percent-sign"
            + " ampersand apostrophe left-parenthesis right-parenthesis asterisk plus-sign comma hyphen/hyphen-minus"
            + " period/full-stop slash/solidus zero one two three four five six seven eight nine colon semicolon"
            + " less-than-sign equals-sign greater-than-sign question-mark commercial-at";

    /** From the opening bracket on. */
    private static final String AFTER_UPPER = "left-square-bracket backslash/reverse-solidus right-square-bracket"
            + " circumflex/circumflex-accent underscore/low-line grave-accent";

    /** From the opening brace on. */
    private static final String AFTER_LOWER =
            "left-brace/left-curly-bracket vertical-line right-brace/right-curly-bracket tilde DEL";

    private static final Map<String, Integer> NAMES = new HashMap<>();

    static {
        add(0, CONTROLS);
        add(' ', SIGNS);
        add('[', AFTER_UPPER);
        add('{', AFTER_LOWER);
    }

    private CollatingElements() {}

    private static void add(int first, String names) {
        int code = first;
        for (String word : names.split(" ", -1)) {
            for (String name : word.split("/", -1)) {
                NAMES.put(name, code);
            }
            code++;
        }
    }

    /** Returns the character of that name; a single character is its own name. */
    static OptionalInt named(String name) {
        if (name.length() == 1) {
            return OptionalInt.of(name.charAt(0));
        }
        Integer code = NAMES.get(name);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
