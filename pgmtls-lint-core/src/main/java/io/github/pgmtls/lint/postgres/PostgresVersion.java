package io.github.pgmtls.lint.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * A major version of the PostgreSQL server. The newest minor release is meant wherever minors differ.
 *
 * @param major 10 to 19
 */
public record PostgresVersion(int major) implements Comparable<PostgresVersion> {

    /** The oldest version that is modelled. */
    public static final int OLDEST = 10;

    /** The newest version that is modelled. */
    public static final int NEWEST = 19;

    public PostgresVersion {
        if (major < OLDEST || major > NEWEST) {
            throw new IllegalArgumentException(
                    "PostgreSQL version " + major + " is not between " + OLDEST + " and " + NEWEST);
        }
    }

    /** Returns all modelled versions, oldest first. */
    public static List<PostgresVersion> all() {
        List<PostgresVersion> all = new ArrayList<>();
        for (int major = OLDEST; major <= NEWEST; major++) {
            all.add(new PostgresVersion(major));
        }
        return all;
    }

    /** Tells whether this is the given major version or a newer one. */
    public boolean isAtLeast(int otherMajor) {
        return major >= otherMajor;
    }

    @Override
    public int compareTo(PostgresVersion other) {
        return Integer.compare(major, other.major);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PostgresVersion version && major == version.major;
    }

    @Override
    public int hashCode() {
        return major;
    }

    @Override
    public String toString() {
        return Integer.toString(major);
    }
}
