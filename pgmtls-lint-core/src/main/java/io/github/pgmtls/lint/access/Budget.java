package io.github.pgmtls.lint.access;

/**
 * How much work an analysis may do. It is counted in steps and not in time, so that an answer does not depend on the
 * machine. What the budget does not suffice for is reported as not decided.
 *
 * @param entries how many products of one database, one user and one address range the records may have in all; records
 *     from the first one on that does not fit are not decided
 * @param products how many products of a database and a user are taken as they are; if there are more, names that stand
 *     together in every list are treated as one
 * @param ranges how many address ranges a mask with gaps may have before it counts as not known
 * @param stepsPerQuestion steps for one question about one record
 * @param steps steps for all questions together; when they are used up, {@link #reducedSteps} are left for each question
 * @param reducedSteps see there
 */
public record Budget(int entries, int products, int ranges, long stepsPerQuestion, long steps, long reducedSteps) {

    /** Enough for files of 100,000 records, and an end within seconds for hostile ones. */
    public static final Budget DEFAULT = new Budget(4_000_000, 400_000, 4_096, 200_000, 25_000_000, 500);
}
