package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory in which OpenSSL looks files up by the hash of a name, as {@code ssl_crl_dir} and {@code sslcrldir} name
 * one. It never fails: what is not called as it should be is not found.
 *
 * @param revocationLists the lists that are found, each under the name of its issuer
 * @param certificates the certificates that are found; a server trusts them like those of {@code ssl_ca_file}
 * @param oddities what is in the directory but not found, or not as meant
 */
public record HashedDirectory(List<Crl> revocationLists, List<Certificate> certificates, List<Oddity> oddities) {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{8})\\.(r?)(\\d{1,9})");

    public HashedDirectory {
        revocationLists = List.copyOf(revocationLists);
        certificates = List.copyOf(certificates);
        oddities = List.copyOf(oddities);
    }

    /** Returns what is found, as if it came from a file; see {@link ServerFiles#trustStore}. */
    public StoreContents contents() {
        return new StoreContents(certificates, revocationLists);
    }

    /** What can be odd about such a directory. */
    public enum Kind {
        /** There is no such directory, or it cannot be read. */
        ABSENT,
        /** It holds no file that is found. */
        NOTHING_FOUND,
        /** A file holds a revocation list but is not called {@code <hash>.r<number>}. */
        NOT_HASHED,
        /** A file is not reached because one with a lower number is missing or unreadable. */
        GAP,
        /** A file holds something that is not of the issuer, or not of the subject, that its name says. */
        OTHER_HASH,
        /** A file is called as it should be but cannot be read as it is meant. */
        UNREADABLE
    }

    /**
     * Something odd.
     *
     * @param path the path of the file, or of the directory
     * @param file the file, if it could be read
     * @param message one phrase for people: lower case, no final period
     */
    public record Oddity(Kind kind, String path, Optional<SourceFile> file, String message) {}

    /** Reads a directory of a tree. */
    public static HashedDirectory read(FileTree tree, String directory) {
        Optional<List<String>> names = tree.list(directory);
        if (names.isEmpty()) {
            Oddity absent = new Oddity(
                    Kind.ABSENT, directory, Optional.empty(), "there is no such directory, or it cannot be read");
            return new HashedDirectory(List.of(), List.of(), List.of(absent));
        }
        Search search = new Search(tree, directory, names.get());
        search.run();
        return new HashedDirectory(search.lists, search.certificates, search.oddities);
    }

    /** Follows the numbers of each hash from 0 on, as {@code by_dir.c} does. */
    private static final class Search {
        private final FileTree tree;
        private final String directory;
        private final List<String> names;
        private final TreeSet<String> reached = new TreeSet<>();
        private final List<Crl> lists = new ArrayList<>();
        private final List<Certificate> certificates = new ArrayList<>();
        private final List<Oddity> oddities = new ArrayList<>();

        Search(FileTree tree, String directory, List<String> names) {
            this.tree = tree;
            this.directory = directory;
            this.names = names;
        }

        void run() {
            TreeSet<String> series = new TreeSet<>();
            for (String name : names) {
                Matcher matcher = NAME.matcher(name);
                if (matcher.matches()) {
                    series.add(matcher.group(1) + "." + matcher.group(2));
                }
            }
            series.forEach(this::follow);
            names.stream().filter(name -> !reached.contains(name)).forEach(this::explainUnreached);
            if (lists.isEmpty() && certificates.isEmpty()) {
                oddities.add(new Oddity(
                        Kind.NOTHING_FOUND, directory, Optional.empty(), "the directory holds nothing that is found"));
            }
        }

        private void follow(String series) {
            for (int number = 0; names.contains(series + number); number++) {
                String name = series + number;
                reached.add(name);
                Optional<PemFile> file = read(name);
                boolean found = file.isPresent()
                        && (series.endsWith("r") ? takeLists(name, file.get()) : takeCertificates(name, file.get()));
                if (!found) {
                    return;
                }
            }
        }

        private boolean takeLists(String name, PemFile file) {
            for (Crl list : file.revocationLists()) {
                if (name.startsWith(list.issuer().hash() + ".")) {
                    lists.add(list);
                } else {
                    otherHash(name, file, "issuer", list.issuer());
                }
            }
            return isReadable(name, file, !file.revocationLists().isEmpty());
        }

        private boolean takeCertificates(String name, PemFile file) {
            for (Certificate certificate : file.certificates()) {
                if (name.startsWith(certificate.subject().hash() + ".")) {
                    certificates.add(certificate);
                } else {
                    otherHash(name, file, "subject", certificate.subject());
                }
            }
            return isReadable(name, file, !file.certificates().isEmpty());
        }

        private void otherHash(String name, PemFile file, String role, DistinguishedName own) {
            oddities.add(oddity(
                    Kind.OTHER_HASH,
                    name,
                    Optional.of(file.file()),
                    String.format(Locale.ROOT, "the hash of its %s \"%s\" is %s", role, own, own.hash())));
        }

        private boolean isReadable(String name, PemFile file, boolean found) {
            Optional<ReadProblem> problem = file.problems().stream()
                    .filter(own -> own.kind().stopsReading())
                    .findFirst();
            if (found && file.isPem() && problem.isEmpty()) {
                return true;
            }
            String message = problem.map(ReadProblem::message).orElse("the file does not hold what its name says");
            oddities.add(oddity(Kind.UNREADABLE, name, Optional.of(file.file()), message));
            return false;
        }

        private void explainUnreached(String name) {
            Optional<PemFile> file = read(name);
            if (NAME.matcher(name).matches()) {
                oddities.add(oddity(
                        Kind.GAP,
                        name,
                        file.map(PemFile::file),
                        "the file with the number before is missing or unreadable"));
            } else if (file.isPresent() && !file.get().revocationLists().isEmpty()) {
                String hash = file.get().revocationLists().get(0).issuer().hash();
                oddities.add(oddity(
                        Kind.NOT_HASHED,
                        name,
                        Optional.of(file.get().file()),
                        "the file must be called \"" + hash + ".r0\" to be found"));
            }
        }

        private Optional<PemFile> read(String name) {
            String path = ServerPaths.join(directory, name);
            return tree.read(path) instanceof FileRead.Content content
                    ? Optional.of(PemFile.parse(content.file()))
                    : Optional.empty();
        }

        private Oddity oddity(Kind kind, String name, Optional<SourceFile> file, String message) {
            return new Oddity(kind, ServerPaths.join(directory, name), file, message);
        }
    }
}
