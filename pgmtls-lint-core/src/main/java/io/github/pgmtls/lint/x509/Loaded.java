package io.github.pgmtls.lint.x509;

import java.util.Optional;

/**
 * What loading a file came to.
 *
 * @param value what was read, up to a failure
 * @param failure why the file is refused, if it is
 */
public record Loaded<T>(T value, Optional<LoadFailure> failure) {

    /** Tells whether the file is accepted. */
    public boolean isAccepted() {
        return failure.isEmpty();
    }
}
