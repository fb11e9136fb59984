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

    /** Returns the alternatives, one or more. */
    public List<Name> names() {
        return names;
    }
}
