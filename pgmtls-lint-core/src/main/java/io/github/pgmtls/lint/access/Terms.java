package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The alternatives that occur in database and user columns, each with a number. That of a literal is also the number of
 * the name.
 */
final class Terms {

    static final int ALL = 0;
    static final int REPLICATION = 1;
    static final int SAME_USER = 2;
    static final int SAME_ROLE = 3;
    static final int NONE = -1;

    /** For all names together. */
    private static final long REGEX_STEPS = 200_000_000;

    private static final int LITERAL = NamePattern.Kind.LITERAL.ordinal();

    private static final int MAX_EXAMPLES = 16;

    private static final int[] NO_TERMS = {};

    private static final NamePattern.Kind[] KINDS = NamePattern.Kind.values();

    private byte[] kinds = new byte[64];
    private final List<String> texts = new ArrayList<>();

    /** For each term the list that holds nothing else. */
    private final List<int[]> alone = new ArrayList<>();

    private final Map<String, Integer> literals = new HashMap<>();

    /** For each literal the term of the members of that role, and the other way round. */
    private final IntList members = new IntList();

    private final Map<String, Integer> regexes = new LinkedHashMap<>();
    private final Regexes expressions = new Regexes(REGEX_STEPS);
    private final Map<Integer, int[]> matching = new HashMap<>();
    private final Map<Integer, int[]> possiblyMatching = new HashMap<>();
    private final Map<Integer, int[]> examples = new HashMap<>();
    private final IntList freshDatabases = new IntList();
    private final IntList freshUsers = new IntList();
    private final Set<String> reserved;

    /**
     * @param reserved names that are not fresh, although no record has them
     */
    Terms(Set<String> reserved) {
        this.reserved = reserved;
        add(NamePattern.Kind.ALL, "");
        add(NamePattern.Kind.REPLICATION, "");
        add(NamePattern.Kind.SAME_USER, "");
        add(NamePattern.Kind.SAME_ROLE, "");
    }

    private int add(NamePattern.Kind kind, String text) {
        int term = texts.size();
        if (term == kinds.length) {
            kinds = Arrays.copyOf(kinds, term * 2);
        }
        kinds[term] = (byte) kind.ordinal();
        texts.add(text);
        alone.add(new int[] {term});
        members.add(NONE);
        return term;
    }

    int size() {
        return texts.size();
    }

    NamePattern.Kind kind(int term) {
        return KINDS[kinds[term]];
    }

    /** Tells whether a term is a name. */
    boolean isName(int term) {
        return kinds[term] == LITERAL;
    }

    /** Returns the name of a literal, the role of a membership, the regular expression. */
    String text(int term) {
        return texts.get(term);
    }

    /** Returns the number of an alternative; nothing if no connection can ever match it. */
    int of(NameColumn.Name name) {
        return switch (name.kind()) {
            case ALL -> ALL;
            case REPLICATION -> REPLICATION;
            case SAME_USER -> SAME_USER;
            case SAME_ROLE -> SAME_ROLE;
            case LITERAL -> isPossible(name.text()) ? literal(name.text()) : NONE;
            case MEMBER -> isPossible(name.text()) ? member(name.text()) : NONE;
            case REGEX -> regex(name.text());
        };
    }

    /** Returns the list that holds one term, or none. */
    int[] alone(int term) {
        return term == NONE ? NO_TERMS : alone.get(term);
    }

    /** Names of connections and roles have 1 to 63 bytes. */
    static boolean isPossible(String name) {
        return !name.isEmpty() && name.length() <= Connection.MAX_NAME;
    }

    int literal(String name) {
        Integer known = literals.get(name);
        if (known != null) {
            return known;
        }
        int term = add(NamePattern.Kind.LITERAL, name);
        literals.put(name, term);
        return term;
    }

    private int member(String role) {
        int literal = literal(role);
        if (members.get(literal) == NONE) {
            int member = add(NamePattern.Kind.MEMBER, role);
            members.set(literal, member);
            members.set(member, literal);
        }
        return members.get(literal);
    }

    /** Returns the literal that names the role of a membership. */
    int role(int member) {
        return members.get(member);
    }

    private int regex(String expression) {
        NameRegex regex = expressions.compile(expression);
        if (regex.matchesEverything()) {
            return ALL;
        }
        Optional<String> name = regex.onlyName();
        if (name.isPresent()) {
            return isPossible(name.get()) ? literal(name.get()) : NONE;
        }
        return regexes.computeIfAbsent(expression, e -> add(NamePattern.Kind.REGEX, e));
    }

    /** Returns the term of the members of the role that a literal names, if it occurs. */
    int membersOf(int literal) {
        return members.get(literal);
    }

    /** Returns the term of the members of a role, if it occurs. */
    int membersOf(String role) {
        Integer literal = literals.get(role);
        return literal == null ? NONE : members.get(literal);
    }

    boolean hasRegexes() {
        return !regexes.isEmpty();
    }

    Truth matches(int regex, int literal) {
        return expressions.matches(texts.get(regex), texts.get(literal));
    }

    /** Returns the regular expressions that match a name, at will also those of which that is not known. */
    int[] regexesMatching(int literal, boolean alsoPossibly) {
        if (regexes.isEmpty()) {
            return NO_TERMS;
        }
        return (alsoPossibly ? possiblyMatching : matching).computeIfAbsent(literal, name -> {
            IntList found = new IntList();
            for (int regex : regexes.values()) {
                Truth truth = matches(regex, name);
                if (truth == Truth.YES || (alsoPossibly && truth == Truth.UNKNOWN)) {
                    found.add(regex);
                }
            }
            return found.toArray();
        });
    }

    /** Returns names that occur nowhere, the best to read first, as databases. */
    int[] freshDatabases() {
        return fresh(freshDatabases, "some_db", "y", "Q8", "catalog", "8", "_db", "base");
    }

    /** Returns names that occur nowhere, the best to read first, as users. */
    int[] freshUsers() {
        return fresh(freshUsers, "some_user", "x", "Q7", "carol", "7", "_user", "alice");
    }

    private int[] fresh(IntList names, String... stems) {
        for (int i = names.size(); i < stems.length; i++) {
            String name = stems[i];
            for (int n = 2; literals.containsKey(name) || reserved.contains(name); n++) {
                name = stems[i] + n;
            }
            names.add(literal(name));
        }
        return names.toArray();
    }

    /** Returns names that a regular expression may match: some that occur, and some made up after it. */
    int[] examples(int regex) {
        return examples.computeIfAbsent(regex, r -> {
            IntList names = new IntList();
            for (int term = 0; term < size() && names.size() < MAX_EXAMPLES; term++) {
                if (kind(term) == NamePattern.Kind.LITERAL && matches(r, term) == Truth.YES) {
                    names.add(term);
                }
            }
            NameSamples.of(text(r)).stream().filter(Terms::isPossible).forEach(name -> names.addNew(literal(name)));
            return names.toArray();
        });
    }
}
