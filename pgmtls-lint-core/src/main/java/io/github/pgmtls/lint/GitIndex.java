package io.github.pgmtls.lint;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.util.FS;

/** The index of a git repository. A class of its own since loading JGit takes a while, and few trees need it. */
final class GitIndex {

    /** The size of the smallest entry of an index, which bounds how many an index of some size can hold. */
    private static final int SMALLEST_ENTRY = 62;

    private final DirCache entries;

    private GitIndex(DirCache entries) {
        this.entries = entries;
    }

    /**
     * Reads an index.
     *
     * @throws IOException if it is no index, or damaged
     */
    static GitIndex read(Path file) throws IOException {
        checkEntryCount(file);
        return new GitIndex(DirCache.read(file.toFile(), FS.DETECTED));
    }

    /** Tells whether a file is in the index, given by its path in the work tree with {@code /} between its parts. */
    boolean contains(String path) {
        return entries.findEntry(path) >= 0;
    }

    /** Refuses an index that claims more entries than its size allows, before memory is set aside for them. */
    private static void checkEntryCount(Path index) throws IOException {
        if (!Files.isRegularFile(index)) {
            throw new IOException("it is not a regular file");
        }
        try (InputStream in = Files.newInputStream(index);
                DataInputStream header = new DataInputStream(in)) {
            header.skipNBytes(8);
            if (Integer.toUnsignedLong(header.readInt()) > Files.size(index) / SMALLEST_ENTRY) {
                throw new IOException("it is shorter than it says");
            }
        }
    }
}
