package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.BitSet;
import java.util.Optional;

/**
 * A regular expression as a PostgreSQL server reads it in pg_hba.conf and pg_ident.conf: the advanced syntax of
 * src/backend/regex under the C collation, where each byte is a character and only ASCII has letters.
 *
 * <p>Patterns and subjects are byte strings ({@link io.github.pgmtls.lint.source.ByteText}). A pattern is searched for
 * in the subject; it need not match all of it. A regular expression can be used by several threads.
 */
public final class PostgresRegex {

    /** The most bytes of a pattern; longer ones are left undecided. */
    public static final int LONGEST_PATTERN = 10_000;

    /** The most bytes of a subject; longer ones are left undecided. */
    public static final int LONGEST_SUBJECT = 10_000;

    private static final int MOST_STEPS = 1_000_000;

    private final Node tree;
    private final int groups;
    private final boolean ignoreCase;
    private final Dialect dialect;

    private PostgresRegex(Node tree, int groups, boolean ignoreCase, Dialect dialect) {
        this.tree = tree;
        this.groups = groups;
        this.ignoreCase = ignoreCase;
        this.dialect = dialect;
    }

    /**
     * Compiles a pattern.
     *
     * @param pattern the pattern without the slash before it, as a byte string
     */
    public static RegexCompilation compile(String pattern, PostgresVersion version) {
        if (pattern.length() > LONGEST_PATTERN) {
            return new RegexCompilation.Undecided(
                    "the regular expression is longer than " + LONGEST_PATTERN + " bytes");
        }
        try {
            Dialect dialect = Dialect.of(version);
            RegexParser parser = new RegexParser(pattern, dialect);
            Node tree = parser.parse();
            return new RegexCompilation.Valid(
                    new PostgresRegex(tree, parser.groups(), parser.options().ignoreCase(), dialect));
        } catch (RegexSyntaxException e) {
            return new RegexCompilation.Invalid(e.error().message());
        } catch (UndecidedException e) {
            return new RegexCompilation.Undecided(e.reason());
        }
    }

    /** Returns how many pairs of capturing parentheses there are. */
    public int groups() {
        return groups;
    }

    /** Tells whether a match always begins at the start of the subject, as after {@code ^}. */
    public boolean isBoundToStart() {
        return tree.expression().asksFor(Assertion.TEXT_START);
    }

    /** Tells whether a match always ends at the end of the subject, as before {@code $}. */
    public boolean isBoundToEnd() {
        return tree.expression().asksFor(Assertion.TEXT_END);
    }

    /** Searches a byte string. */
    public RegexMatch match(String subject) {
        return match(subject, MOST_STEPS).match();
    }

    /**
     * What became of a subject, and the work that it took.
     *
     * @param match what became of it
     * @param steps how many steps were taken
     */
    public record Measured(RegexMatch match, int steps) {}

    /** Searches a byte string, but gives up after a number of steps. */
    public Measured match(String subject, int mostSteps) {
        if (subject.length() > LONGEST_SUBJECT) {
            String reason = "the string to match is longer than " + LONGEST_SUBJECT + " bytes";
            return new Measured(new RegexMatch.Undecided(reason), 0);
        }
        Budget budget = new Budget(mostSteps);
        try {
            return new Measured(search(new Subject(subject, budget)), budget.spent());
        } catch (UndecidedException e) {
            return new Measured(new RegexMatch.Undecided(e.reason()), budget.spent());
        }
    }

    private RegexMatch search(Subject subject) {
        Dissector dissector = new Dissector(subject, groups, dialect.backReferencesAreExact(), ignoreCase);
        Simulation scan = new Simulation(tree.automaton(), subject);
        int from = 0;
        do {
            int firstEnd = scan.firstEnd(from);
            if (firstEnd < 0) {
                break;
            }
            for (int start = from; start <= firstEnd; start++) {
                Optional<RegexMatch.Found> found = matchFrom(start, dissector);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            from = firstEnd + 1;
            // The server, too, does not try an empty match at the very end once back references have failed before.
        } while (from < subject.length());
        return new RegexMatch.NotFound();
    }

    private Optional<RegexMatch.Found> matchFrom(int start, Dissector dissector) {
        BitSet lengths = dissector.lengths(tree, start);
        boolean shortest = tree.prefersShortest();
        int length = shortest ? lengths.nextSetBit(0) : lengths.length() - 1;
        while (length >= 0) {
            if (dissector.dissect(tree, start, start + length)) {
                return Optional.of(found(start, start + length, dissector));
            }
            length = shortest ? lengths.nextSetBit(length + 1) : lengths.previousSetBit(length - 1);
        }
        return Optional.empty();
    }

    private RegexMatch.Found found(int start, int end, Dissector dissector) {
        Optional<RegexMatch.Capture> group1 = groups > 0 && dissector.start(1) >= 0
                ? Optional.of(new RegexMatch.Capture(dissector.start(1), dissector.end(1)))
                : Optional.empty();
        return new RegexMatch.Found(new RegexMatch.Capture(start, end), group1);
    }
}
