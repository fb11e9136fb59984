package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A data directory of a server. It lies in a run directory of its own, which has room for the socket too.
 *
 * @param run the run directory: the working directory of the server, with a path short enough for a socket
 * @param data the data directory
 * @param user the account it belongs to
 * @param own the names in the data directory that are the server's; all others are files that were put there
 */
record DataDirectory(Path run, Path data, ServerUser user, Set<String> own) {

    /** The path of a socket must fit into 107 bytes, and the names below the parent take up to 40. */
    private static final int LONGEST_PARENT = 60;

    private static final long ENOUGH_MEMORY = 1L << 30;
    private static final Set<PosixFilePermission> ENTERED_BY_ALL = PosixFilePermissions.fromString("rwxr-xr-x");

    /** Makes a run directory with a data directory from a template. */
    static DataDirectory create(Installation installation, ServerUser user) throws IOException {
        Path run = Files.createTempDirectory(parent(), "pg" + installation.version() + "-");
        Files.setPosixFilePermissions(run, ENTERED_BY_ALL);
        user.own(run);
        return create(installation, user, run);
    }

    /** Makes another one within a run directory, which goes when that goes. */
    DataDirectory createWithin(Installation installation, String name) throws IOException {
        Path inner = Files.createDirectory(run.resolve(name));
        Files.setPosixFilePermissions(inner, ENTERED_BY_ALL);
        user.own(inner);
        return create(installation, user, inner);
    }

    private static DataDirectory create(Installation installation, ServerUser user, Path run) throws IOException {
        Path data = run.resolve("data");
        Directories.copy(installation.template(), data, user::own);
        Set<String> own = new HashSet<>(names(data));
        own.addAll(List.of("postmaster.pid", "postmaster.opts"));
        return new DataDirectory(run, data, user, own);
    }

    /** Takes memory rather than a disk, where there is enough: a data directory is a thousand files, soon removed. */
    private static Path parent() throws IOException {
        Path memory = Path.of("/dev/shm");
        if (Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= ENOUGH_MEMORY) {
            return memory;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return temporary.toString().length() <= LONGEST_PARENT ? temporary : Path.of("/tmp");
    }

    /**
     * Writes a file, as the server's own; missing directories are made.
     *
     * @param path relative to the data directory
     * @param mode such as {@code rw-------}
     */
    void write(String path, byte[] content, String mode) throws IOException {
        Path file = data.resolve(path);
        createParents(file);
        Files.deleteIfExists(file);
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        user.own(file);
    }

    /** Removes a file or directory, if it exists. */
    void delete(String path) throws IOException {
        Directories.delete(data.resolve(path));
    }

    /** Removes all files that were put there. */
    void clear() throws IOException {
        for (String name : foreign()) {
            delete(name);
        }
    }

    /**
     * Makes the files that were put there the same as in another data directory of this file system: links to them,
     * so that even modes and owners are the same, and files that nobody can read are no obstacle.
     */
    void mirror(DataDirectory other) throws IOException {
        clear();
        for (String name : other.foreign()) {
            Directories.walk(other.data.resolve(name), original -> {
                Path copy = data.resolve(other.data.relativize(original).toString());
                if (Files.isDirectory(original, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(original, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    user.own(copy);
                } else {
                    Files.createLink(copy, original);
                }
            });
        }
    }

    private Set<String> foreign() throws IOException {
        Set<String> names = names(data);
        names.removeAll(own);
        return names;
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(HashSet::new));
        }
    }

    private void createParents(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            createParents(parent);
            Files.createDirectory(parent);
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
            user.own(parent);
        }
    }
}
