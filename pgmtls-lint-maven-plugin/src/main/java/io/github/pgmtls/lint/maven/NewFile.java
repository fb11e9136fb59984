package io.github.pgmtls.lint.maven;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Files that are written once and never over another. */
final class NewFile {

    private NewFile() {}

    /** Writes a file and says so, unless there is one; returns whether it did. */
    static boolean write(Path file, String text, Log log) throws MojoExecutionException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            log.info("written: " + file);
            return true;
        } catch (FileAlreadyExistsException e) {
            log.warn(file + " is there already and stays as it is");
            return false;
        } catch (IOException e) {
            log.debug(e);
            throw new MojoExecutionException(file + " cannot be written: " + e);
        }
    }
}
