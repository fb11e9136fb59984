package io.github.pgmtls.lint.source;

import java.util.Optional;

/**
 * What is known about a file besides its content.
 *
 * @param posix owner and mode, where the file system has them
 * @param tracked whether git tracks the file; git stores no mode but executable or not
 */
public record FileFacts(Optional<Posix> posix, boolean tracked) {

    /**
     * Owner and mode of a file.
     *
     * @param owner the user id of the owner, 0 for root
     * @param mode the permission bits, 0 to 0777
     */
    public record Posix(int owner, int mode) {

        /** Returns the mode as {@code chmod} takes it, in four octal digits. */
        public String octalMode() {
            return String.format("%04o", mode);
        }
    }
}
