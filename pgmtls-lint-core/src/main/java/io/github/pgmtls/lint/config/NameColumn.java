package io.github.pgmtls.lint.config;

import java.util.ArrayList;
import java.util.List;

/** What a database or user column says, without its places. Equal columns of a large file are one object. */
public final class NameColumn {

    private final List<Name> names;

    private NameColumn(List<Name> names) {
        this.names = names;
    }

    /**
     * An alternative.
     *
     * @param kind how it matches
     * @param text what it matches by, see {@link NamePattern#name()}
     */
    public record Name(NamePattern.Kind kind, String text) {}

    /** Returns what patterns say. */
    public static NameColumn of(List<NamePattern> patterns) {
        if (patterns.size() == 1) {
            return new NameColumn(List.of(name(patterns.get(0))));
        }
        List<Name> names = new ArrayList<>(patterns.size());
        for (NamePattern pattern : patterns) {
            names.add(name(pattern));
        }
        return new NameColumn(names);
    }

    private static Name name(NamePattern pattern) {
        return new Name(pattern.kind(), pattern.name());
    }

    /** Returns a column of one alternative. */
    public static NameColumn of(NamePattern.Kind kind, String text) {
        return new NameColumn(List.of(new Name(kind, text)));
    }

    /** Returns a column of the alternatives of two. */
    public static NameColumn joined(NameColumn one, NameColumn other) {
        List<Name> names = new ArrayList<>(one.names);
        names.addAll(other.names);
        return new NameColumn(List.copyOf(names));
    }

    /** Tells whether there is an alternative of a kind. */
    public boolean has(NamePattern.Kind kind) {
        for (Name name : names) {
            if (name.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a name is written out. */
    public boolean hasLiteral(String name) {
        for (Name each : names) {
            if (each.kind() == NamePattern.Kind.LITERAL && each.text().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the alternatives, one or more. */
    public List<Name> names() {
        return names;
    }
}
