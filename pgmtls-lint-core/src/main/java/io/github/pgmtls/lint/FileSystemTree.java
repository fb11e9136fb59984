package io.github.pgmtls.lint;

import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileRead.Failure;
import io.github.pgmtls.lint.source.FileRead.Reason;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A directory of this machine.
 *
 * <p>Nothing outside the directory is read: a symbolic link is followed only to a place inside. Nothing but regular files
 * is opened, so that a named pipe cannot block. Files read last are kept, so asking for them again is cheap; safe for use
 * by several threads.
 */
public final class FileSystemTree implements FileTree {

    /** The size in bytes above which a file is not read: more than a configuration or certificate file can sensibly be. */
    public static final int DEFAULT_LIMIT = 64 << 20;

    private static final long CACHE_CAPACITY = 32 << 20;

    /** As many links as Linux follows (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    /** Names in the order of their UTF-8 bytes, which is the same on every machine and in every locale. */
    static final Comparator<String> BYTE_ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final Path given;
    private final Path top;
    private final int limit;
    private final FileCache cache = new FileCache(CACHE_CAPACITY);
    private final Map<Path, Path> directories = new ConcurrentHashMap<>();
    private final GitTracking git = new GitTracking();
    private final TreeSet<String> problems = new TreeSet<>(BYTE_ORDER);

    private FileSystemTree(Path given, Path top, int limit) {
        this.given = given;
        this.top = top;
        this.limit = limit;
    }

    /**
     * Opens a directory.
     *
     * @throws IOException if it is not there, is no directory, or may not be entered
     */
    public static FileSystemTree open(Path directory) throws IOException {
        return open(directory, DEFAULT_LIMIT);
    }

    /**
     * Opens a directory.
     *
     * @param limit the size in bytes above which a file is not read
     * @throws IOException if the directory is not there, is no directory, or may not be entered
     */
    public static FileSystemTree open(Path directory, int limit) throws IOException {
        Path real = directory.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new NotDirectoryException(directory.toString());
        }
        return new FileSystemTree(directory.toAbsolutePath().normalize(), real, limit);
    }

    @Override
    public FileRead read(String path) {
        Optional<FileRead> known = cache.get(path);
        return known.isPresent() ? known.get() : cache.keep(path, readNow(path));
    }

    private FileRead readNow(String path) {
        try {
            Path real = resolve(path);
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new Failure(Reason.DIRECTORY, "is a directory");
            }
            if (!attributes.isRegularFile()) {
                return new Failure(Reason.NOT_REGULAR, "is not a regular file");
            }
            // the size is asked first to set no memory aside, and checked again because a file may grow
            byte[] content = attributes.size() > limit ? new byte[0] : readBytes(real, limit);
            return attributes.size() > limit || content.length > limit
                    ? new Failure(Reason.TOO_LARGE, "is larger than " + limit + " bytes")
                    : new FileRead.Content(SourceFile.of(path, content));
        } catch (OutsideException e) {
            return new Failure(Reason.OUTSIDE, "leads out of the linted directory");
        } catch (NoSuchFileException e) {
            return new Failure(Reason.ABSENT, "no such file or directory");
        } catch (IOException e) {
            return new Failure(Reason.UNREADABLE, reason(e));
        }
    }

    /** Reads a file, or of a larger one than the limit the limit and one byte more. */
    private static byte[] readBytes(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit + 1);
        }
    }

    /** Reads the start of a file as UTF-8. */
    static String readText(Path file, int limit) throws IOException {
        return new String(readBytes(file, limit), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<List<String>> list(String directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(directory))) {
            List<String> names = new ArrayList<>();
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
            names.sort(BYTE_ORDER);
            return Optional.of(List.copyOf(names));
        } catch (OutsideException | NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException | DirectoryIteratorException e) {
            problem("the directory \"" + directory + "\" cannot be listed (" + reason(e) + ")");
            return Optional.empty();
        }
    }

    @Override
    public Optional<FileFacts> facts(String path) {
        try {
            Path real = resolve(path);
            return Optional.of(new FileFacts(posix(real), git.isTracked(real)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<FileFacts.Posix> posix(String path) {
        try {
            return posix(resolve(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<FileFacts.Posix> posix(Path real) throws IOException {
        try {
            Map<String, Object> attributes = Files.readAttributes(real, "unix:uid,mode");
            return attributes.get("uid") instanceof Integer uid && attributes.get("mode") instanceof Integer mode
                    ? Optional.of(new FileFacts.Posix(uid, mode & 0777))
                    : Optional.empty();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // a file system without owners and modes
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> locate(String absolutePath) {
        Path path;
        try {
            path = Path.of(absolutePath);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!path.isAbsolute()) {
            return Optional.empty();
        }
        Path normal = path.normalize();
        for (Path root : List.of(top, given)) {
            if (normal.startsWith(root)) {
                return Optional.of(slashed(root.relativize(normal)));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the paths of everything below that is not a directory, in byte order. Directories named {@code .git},
     * {@code target} and {@code node_modules} are left out. Symbolic links to directories are not descended into, so
     * that nothing is met twice; other links are listed whether or not they lead anywhere, and {@link #read} tells.
     */
    public List<String> walk() {
        TreeSet<String> found = new TreeSet<>(BYTE_ORDER);
        try {
            Files.walkFileTree(top, new TreeWalk(top, found::add, this::problem));
        } catch (IOException e) {
            problem("the directory cannot be walked (" + reason(e) + ")");
        }
        return List.copyOf(found);
    }

    /**
     * Returns what went wrong so far besides the reading of files, one phrase each and in byte order: directories that
     * could not be listed and git indexes that could not be read, so that no file of theirs counts as tracked.
     */
    public synchronized List<String> problems() {
        TreeSet<String> all = new TreeSet<>(problems);
        all.addAll(git.problems());
        return List.copyOf(all);
    }

    private synchronized void problem(String phrase) {
        problems.add(phrase);
    }

    /** Returns the real path of something in the tree. */
    private Path resolve(String path) throws IOException {
        Path inside;
        try {
            inside = top.resolve(path);
        } catch (InvalidPathException e) {
            throw new FileSystemException(path, null, "cannot be a file name here: " + e.getReason());
        }
        Path real;
        try {
            real = real(inside);
        } catch (NoSuchFileException e) {
            throw leadsOut(inside) ? new OutsideException() : e;
        }
        if (!real.startsWith(top)) {
            throw new OutsideException();
        }
        return real;
    }

    /** Follows links. The way to a directory is looked up once for the files in it. */
    private Path real(Path path) throws IOException {
        Path directory = path.getParent();
        if (directory == null || !path.normalize().equals(path) || path.equals(top)) {
            return path.toRealPath();
        }
        Path known = directories.get(directory);
        if (known == null) {
            known = directory.toRealPath();
            directories.put(directory, known);
        }
        Path there = known.resolve(path.getFileName());
        boolean isLink = Files.readAttributes(there, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isSymbolicLink();
        return isLink ? there.toRealPath() : there;
    }

    /** Tells whether a path that leads nowhere would lead out of the tree if there were something. */
    private boolean leadsOut(Path path) throws IOException {
        Path at = path.normalize();
        for (int links = 0; links < MOST_LINKS && at.startsWith(top); links++) {
            Optional<Path> link = firstLink(at);
            if (link.isEmpty()) {
                return false;
            }
            Path rest = link.get().relativize(at);
            at = link.get()
                    .resolveSibling(Files.readSymbolicLink(link.get()))
                    .resolve(rest)
                    .normalize();
        }
        return !at.startsWith(top);
    }

    private Optional<Path> firstLink(Path path) {
        Path at = top;
        for (Path name : top.relativize(path)) {
            at = at.resolve(name);
            if (Files.isSymbolicLink(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Returns a relative path with {@code /} between its parts, whatever this machine uses. */
    static String slashed(Path relative) {
        List<String> names = new ArrayList<>();
        for (Path name : relative) {
            names.add(name.toString());
        }
        return String.join("/", names);
    }

    /** Returns in one phrase why something could not be read, without the machine's path. */
    static String reason(Exception e) {
        if (e instanceof DirectoryIteratorException wrapper && wrapper.getCause() != null) {
            return reason(wrapper.getCause());
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    @Override
    public String toString() {
        return given.toString();
    }

    /** Thrown where a path leads out of the tree. */
    private static final class OutsideException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
