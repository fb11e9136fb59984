package io.github.pgmtls.lint.identity.regex;

import java.util.Optional;

/** What became of a subject: it matches, or it does not, or we do not know. */
public sealed interface RegexMatch {

    /** Returns the match, if there is one. */
    default Optional<Found> found() {
        return Optional.empty();
    }

    /**
     * The regular expression matches.
     *
     * @param whole what the whole expression has matched
     * @param group1 what the first pair of capturing parentheses has matched; empty if there is no such pair, or if it
     *     took no part in the match
     */
    record Found(Capture whole, Optional<Capture> group1) implements RegexMatch {
        @Override
        public Optional<Found> found() {
            return Optional.of(this);
        }
    }

    /** The regular expression matches nowhere in the subject. */
    record NotFound() implements RegexMatch {}

    /**
     * The search was given up.
     *
     * @param reason the limit that it exceeds, for people
     */
    record Undecided(String reason) implements RegexMatch {}

    /**
     * A part of the subject.
     *
     * @param start the offset of its first byte, from 0
     * @param end the offset after its last byte
     */
    record Capture(int start, int end) {

        /** Returns this part of the subject. */
        public String of(String subject) {
            return subject.substring(start, end);
        }
    }
}
