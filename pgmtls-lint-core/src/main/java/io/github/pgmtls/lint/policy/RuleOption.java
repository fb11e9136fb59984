package io.github.pgmtls.lint.policy;

/**
 * A number that a rule goes by and {@code pgmtls.yaml} can set.
 *
 * @param name its key, in kebab-case
 * @param meaning what it is, one phrase with its unit
 * @param usual its value where nobody sets it
 * @param least the least value that makes sense
 * @param most the greatest
 */
public record RuleOption(String name, String meaning, int usual, int least, int most) {

    private static final int MOST_DAYS = 36_500;

    /** Makes an option that is a number of days. */
    public static RuleOption days(String name, String meaning, int usual) {
        return new RuleOption(name, meaning, usual, 0, MOST_DAYS);
    }
}
