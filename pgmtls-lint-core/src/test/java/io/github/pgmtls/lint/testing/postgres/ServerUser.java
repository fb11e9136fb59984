package io.github.pgmtls.lint.testing.postgres;

import com.sun.security.auth.module.UnixSystem;
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
 * <p>PostgreSQL refuses to run as root, and as a user without a name. If the tests run as such a user, the servers are
 * started as {@code nobody} by {@code setpriv}, else in a user namespace by {@code unshare -U}, in which this user
 * looks like {@code nobody}. Any other user starts them directly. {@code runuser} and {@code su} would not do: they
 * stay between this process and the server, and hide that the server has ended.
 *
 * @param launcher the command and arguments that come before the command to run
 * @param owner the user and group id that the server's files need, if they are not the ones of this process
 */
record ServerUser(List<String> launcher, Optional<Integer> owner) {

    private static final int NOBODY = 65534;

    private static final List<ServerUser> OTHERS = List.of(
            new ServerUser(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"),
                    Optional.of(NOBODY)),
            new ServerUser(List.of("unshare", "-U", "--"), Optional.empty()));

    /** Returns the account, or nothing if this user cannot run servers and can become nobody else. */
    static Optional<ServerUser> detect() {
        boolean named = new UnixSystem().getUsername() != null;
        if (named && ownId() != 0) {
            return Optional.of(new ServerUser(List.of(), Optional.empty()));
        }
        return OTHERS.stream().filter(ServerUser::works).findFirst();
    }

    /** Returns the user id of this process. */
    static int ownId() {
        // A link to the directory of this process. The JDK's UnixSystem says 0 for a user without a name.
        return idOf(Path.of("/proc/self"));
    }

    /** Returns the user id of the owner of a file. */
    static int idOf(Path file, LinkOption... links) {
        try {
            return (Integer) Files.getAttribute(file, "unix:uid", links);
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
