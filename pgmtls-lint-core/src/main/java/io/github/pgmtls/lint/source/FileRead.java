package io.github.pgmtls.lint.source;

/** The outcome of reading a file: its content, or why there is none. */
public sealed interface FileRead {

    /** The file was read. */
    record Content(SourceFile file) implements FileRead {}

    /**
     * The file was not read.
     *
     * @param reason which way it failed
     * @param detail one phrase for people, such as {@code permission denied}
     */
    record Failure(Reason reason, String detail) implements FileRead {}

    /** The ways in which reading fails. */
    enum Reason {
        /** Nothing is there, or a symbolic link leads nowhere. */
        ABSENT,
        /** A directory is there. */
        DIRECTORY,
        /** Something that is no directory stands where the path needs one, as in {@code server.crt/}. */
        NOT_A_DIRECTORY,
        /** Something that is neither a file nor a directory is there, such as a named pipe. */
        NOT_REGULAR,
        /** A file is there, but this process may not read it. */
        UNREADABLE,
        /** A symbolic link or {@code ..} leads out of the linted directory; it is not followed. */
        OUTSIDE,
        /** The file is larger than the limit for its kind. */
        TOO_LARGE
    }
}
