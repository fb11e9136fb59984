package io.github.pgmtls.lint.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes patterns and subjects at random: sound ones with all of the syntax, and broken ones. */
final class RegexGenerator {

    private static final String[] LETTERS = {"a", "b", "a", "b", "c", "ab", "x"};
    private static final String[] ATOMS = {
        ".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "\\n", "\\x61", "\\u0062", "\\.", "\\t", "-", "_", "\n", "1"
    };
    private static final String[] ASSERTIONS = {"^", "$", "\\A", "\\Z", "\\m", "\\M", "\\y", "\\Y", "[[:<:]]", "[[:>:]]"
    };
    private static final String[] LOOKAROUNDS = {"(?=", "(?!", "(?<=", "(?<!"};
    private static final String[] BOUNDS = {
        "{0}", "{1}", "{2}", "{1,1}", "{0,1}", "{1,2}", "{2,3}", "{0,2}", "{1,}", "{2,}", "{0,0}", "{3}"
    };
    private static final String[] MEMBERS = {
        "a",
        "b",
        "ab",
        "a-c",
        "b-x",
        "[:alpha:]",
        "[:digit:]",
        "[:space:]",
        "\\w",
        "\\d",
        "\\n",
        "[.a.]",
        "[=b=]",
        "[.hyphen.]",
        "-",
        "x",
        "\\W",
        "\\D",
        "[:upper:]",
        "[:cntrl:]",
        "[:punct:]",
        "A-B"
    };
    private static final String[] PREFIXES = {
        "(?i)",
        "(?n)",
        "(?p)",
        "(?w)",
        "(?x)",
        "(?s)",
        "(?in)",
        "(?e)",
        "(?b)",
        "(?q)",
        "***:",
        "***=",
        "***:(?i)",
        "(?m)",
        "(?ix)",
        "(?bx)",
        "(?ei)"
    };
    private static final String[] TOKENS = {
        "[",
        "]",
        "[:alpha:]",
        "[[:<:]]",
        "-",
        "^",
        "\\",
        "{",
        "1",
        "2",
        ",",
        "}",
        "(",
        ")",
        "(?",
        ":",
        "=",
        "<",
        "!",
        "#",
        "i",
        "e",
        "b",
        "x",
        "\\(",
        "\\)",
        "\\{",
        "\\}",
        "*",
        "+",
        "?",
        "a",
        "b",
        "|",
        "$",
        ".",
        "a*",
        "\n",
        " ",
        "(?#",
        "\\<",
        "\\>",
        "\\1",
        "\\12",
        "\\0",
        "\\8",
        "\\x",
        "\\u00",
        "\\c",
        "\\e",
        "\\B",
        "{1}",
        "***",
        "B"
    };
    private static final String[] BRACKET_TOKENS = {
        "a",
        "b",
        "z",
        "-",
        "\\",
        "\\w",
        "\\d",
        "\\D",
        "\\n",
        "[",
        "]",
        "[:",
        "digit",
        "alpha",
        "word",
        ":]",
        "[.",
        ".]",
        "[=",
        "=]",
        "hyphen",
        "tab",
        "^",
        "$",
        "!",
        "~",
        "\\x41",
        "\\u0042",
        "\\b",
        "\\m",
        "\\1",
        "\\101",
        "\u00e9",
        "A",
        "M",
        "Z",
        "[:upper:]",
        "[.a.]",
        "[=a=]",
        "[:xdigit:]"
    };
    private static final String CHARACTERS = "ab()[]{}*+?|\\^$.,0129-:=!<>#\nxXdDwWmMyYAZuUcB \u00e9\u00ff";

    private final Random random;
    private final List<Integer> closed = new ArrayList<>();
    private int groups;

    RegexGenerator(long seed) {
        this.random = new Random(seed);
    }

    String pattern() {
        groups = 0;
        closed.clear();
        int kind = random.nextInt(10);
        if (kind == 0) {
            return soup(TOKENS);
        }
        if (kind == 1) {
            return prefix(4) + "[" + pick("", "^", "]", "^]", "-") + soup(BRACKET_TOKENS) + pick("]", "]", "", "]*");
        }
        if (kind < 5) {
            return pick("", "", "^") + grouped(1 + random.nextInt(3)) + pick("", "$");
        }
        String pattern = prefix(8) + alternatives(1 + random.nextInt(3));
        return kind < 7 ? mutated(pattern) : pattern;
    }

    String subject() {
        String characters = pick("ab", "abc", "abcx ", "abcxAB1 \n_-.\u00e9\u0085");
        StringBuilder subject = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            subject.append(characters.charAt(random.nextInt(characters.length())));
        }
        return subject.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private String prefix(int chances) {
        return oneIn(chances) ? pick(PREFIXES) : "";
    }

    private String alternatives(int depth) {
        StringBuilder result = new StringBuilder(branch(depth));
        while (oneIn(4)) {
            result.append('|').append(branch(depth));
        }
        return result.toString();
    }

    private String branch(int depth) {
        StringBuilder result = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                result.append(pick(ASSERTIONS));
            } else if (kind == 1 && depth > 0) {
                result.append(pick(LOOKAROUNDS)).append(alternatives(depth - 1)).append(')');
            } else {
                result.append(atom(depth)).append(quantifier());
            }
        }
        return result.toString();
    }

    private String atom(int depth) {
        int kind = random.nextInt(12);
        if (kind < 2 && depth > 0) {
            return group(() -> alternatives(depth - 1));
        }
        if (kind == 2 && depth > 0) {
            return "(?:" + alternatives(depth - 1) + ")";
        }
        return switch (kind) {
            case 3 -> bracket();
            case 4 -> pick(ATOMS);
            case 5 -> reference();
            default -> pick(LETTERS);
        };
    }

    /** Few letters, many groups and references to them: what a match is divided into. */
    private String grouped(int depth) {
        StringBuilder result = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(10);
            if (kind < 4 && depth > 0) {
                result.append(group(() -> grouped(depth - 1)));
            } else if (kind == 4 && depth > 0) {
                result.append("(?:").append(grouped(depth - 1)).append(')');
            } else {
                result.append(kind == 5 ? reference() : pick("a", "b", "a", "b", ".", "ab", "[ab]"));
            }
            result.append(quantifier());
            if (oneIn(15)) {
                result.append(pick("$", "\\y"));
            }
            if (i > 1 && oneIn(8)) {
                result.append('|');
            }
        }
        return result.toString();
    }

    private String group(Supplier<String> body) {
        groups++;
        int number = groups;
        String group = "(" + body.get() + ")";
        closed.add(number);
        return group;
    }

    private String reference() {
        return closed.isEmpty() ? "a" : "\\" + closed.get(random.nextInt(closed.size()));
    }

    private String bracket() {
        StringBuilder result = new StringBuilder("[").append(pick("", "", "^")).append(oneIn(12) ? "]" : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            result.append(pick(MEMBERS));
        }
        return result.append(']').toString();
    }

    private String quantifier() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> "*" + preference();
            case 2 -> "+" + preference();
            case 3 -> "?" + preference();
            case 4 -> pick(BOUNDS) + preference();
            default -> "";
        };
    }

    private String preference() {
        return oneIn(4) ? "?" : "";
    }

    private String soup(String... tokens) {
        StringBuilder result = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            result.append(pick(tokens));
        }
        return result.toString();
    }

    private String mutated(String pattern) {
        StringBuilder result = new StringBuilder(pattern);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(result.length() + 1);
            if (at < result.length() && oneIn(3)) {
                result.deleteCharAt(at);
            } else {
                result.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
        }
        return result.toString();
    }
}
