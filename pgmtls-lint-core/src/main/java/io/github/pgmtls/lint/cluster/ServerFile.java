package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.Optional;

/**
 * A file that the server opens because a setting, or a default, says so.
 *
 * @param role what it is for
 * @param name the path as configured
 * @param setBy the value that names it; empty for a default
 * @param path where it is in the tree, whether or not something is there; empty if the name leads out of the tree
 * @param assumed whether the name leads out of the tree, and a file of that name beside postgresql.conf is taken for it
 * @param keptElsewhere whether the policy says that the tree rightly lacks it
 * @param read what came of reading it; empty if it is not in the tree, or was not to be read
 * @param facts of a private key, owner, mode and tracking of the file, if it is there
 */
public record ServerFile(
        Role role,
        String name,
        Optional<Location> setBy,
        Optional<String> path,
        boolean assumed,
        boolean keptElsewhere,
        Optional<FileRead> read,
        Optional<FileFacts> facts) {

    /** What the server reads a file for. */
    public enum Role {
        SETTINGS("config_file", "configuration file"),
        HBA("hba_file", "client authentication file"),
        IDENT("ident_file", "user name map file"),
        HOSTS("hosts_file", "host name file"),
        SERVER_CERTIFICATE("ssl_cert_file", "server certificate"),
        SERVER_KEY("ssl_key_file", "private key"),
        CLIENT_CA("ssl_ca_file", "certificate authority file"),
        REVOCATION_LIST("ssl_crl_file", "revocation list"),
        REVOCATION_DIRECTORY("ssl_crl_dir", "revocation list directory");

        private final String parameter;
        private final String words;

        Role(String parameter, String words) {
            this.parameter = parameter;
            this.words = words;
        }

        /** Returns the setting that names the file. */
        public String parameter() {
            return parameter;
        }

        /** Returns what the file is, for people. */
        public String words() {
            return words;
        }
    }

    /** Returns the file, if it was read. */
    public Optional<SourceFile> content() {
        return read.isPresent() && read.get() instanceof FileRead.Content content
                ? Optional.of(content.file())
                : Optional.empty();
    }

    /** Returns why the file was not read, if reading was tried. */
    public Optional<FileRead.Failure> failure() {
        return read.isPresent() && read.get() instanceof FileRead.Failure failure
                ? Optional.of(failure)
                : Optional.empty();
    }

    /** Tells whether reading was tried and failed for a reason. */
    public boolean failed(FileRead.Reason reason) {
        return read.isPresent() && read.get() instanceof FileRead.Failure failure && failure.reason() == reason;
    }

    /** Tells whether the tree should have the file but does not. */
    public boolean isMissing() {
        return !keptElsewhere && failed(FileRead.Reason.ABSENT);
    }

    /** Tells whether the file may well be there, but under this name the server finds none, as with a slash behind it. */
    public boolean isMisnamed() {
        return failed(FileRead.Reason.NOT_A_DIRECTORY);
    }

    /** Returns what the server says if it cannot open the file, as a byte string. */
    public String serverMessage() {
        String start = switch (role) {
            case SERVER_CERTIFICATE -> "could not load server certificate file";
            case SERVER_KEY -> "could not access private key file";
            case CLIENT_CA -> "could not load root certificate file";
            case REVOCATION_LIST -> "could not load SSL certificate revocation list file";
            default -> "could not open file";
        };
        return start + " \"" + name + "\": " + (isMisnamed() ? "Not a directory" : "No such file or directory");
    }
}
