package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The account that runs the servers.
 *
 * <p>PostgreSQL refuses to run as root. If the tests run as root, the servers are started as {@code nobody} by
 * {@code setpriv}, else by {@code runuser}, else in a user namespace by {@code unshare -U}, in which root looks like
 * {@code nobody}. Any other user starts them directly.
 *
 * @param launcher the command and arguments that come before the command to run
 * @param owner the user and group id that the server's files need, if they are not the ones of this process
 */
record ServerUser(List<String> launcher, Optional<Integer> owner) {

    private static final int NOBODY = 65534;

    private static final List<ServerUser> FOR_ROOT = List.of(
            new ServerUser(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"),
                    Optional.of(NOBODY)),
            new ServerUser(List.of("runuser", "-u", "nobody", "--"), Optional.of(NOBODY)),
            new ServerUser(List.of("unshare", "-U", "--"), Optional.empty()));

    /** Returns the account, or nothing if this process is root and can become nobody else. */
    static Optional<ServerUser> detect() {
        if (ownId() != 0) {
            return Optional.of(new ServerUser(List.of(), Optional.empty()));
        }
        return FOR_ROOT.stream().filter(ServerUser::works).findFirst();
    }

    /** Returns the user id of this process. */
    static int ownId() {
        return idOf(Path.of("/proc/self"));
    }

    static int idOf(Path file) {
        try {
            return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file the server's own. */
    void own(Path file) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(file, "unix:gid", owner.get(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:uid", owner.get(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Tells whether the account can enter a directory. */
    boolean canEnter(Path directory) {
        return succeeds(List.of("sh", "-c", "cd \"$1\"", "sh", directory.toString()));
    }

    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(launcher);
        all.addAll(command);
        return all;
    }

    private boolean works() {
        return succeeds(List.of("sh", "-c", "test \"$(id -u)\" = " + NOBODY));
    }

    private boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .directory(Path.of("/").toFile())
                    .start();
            process.getOutputStream().close();
            boolean done = process.waitFor(10, TimeUnit.SECONDS);
            if (!done) {
                process.destroyForcibly();
            }
            return done && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
