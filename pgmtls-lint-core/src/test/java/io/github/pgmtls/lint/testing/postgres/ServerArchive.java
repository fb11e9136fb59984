package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A jar from Maven Central that holds a PostgreSQL server as one {@code .txz} file. */
final class ServerArchive {

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private ServerArchive() {}

    /** Unpacks the server into a new directory, with its symbolic links and executable files. */
    static void unpack(Path jar, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream packed = zip.getInputStream(archiveIn(zip));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException(jar + " holds a file outside its top: " + entry.getName());
                }
                unpack(tar, entry, target);
            }
        }
        Directories.walk(directory, path -> {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(path, EXECUTABLE);
            }
        });
    }

    private static ZipEntry archiveIn(ZipFile zip) throws IOException {
        return zip.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .map(ZipEntry.class::cast)
                .findFirst()
                .orElseThrow(() -> new IOException(zip.getName() + " holds no .txz file"));
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) != 0 ? EXECUTABLE : READABLE);
        } else if (!entry.isDirectory()) {
            throw new IOException("neither file nor directory nor symbolic link: " + entry.getName());
        }
    }
}
