package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;
import java.util.Optional;

/**
 * A line of pg_hosts.conf: the certificate for clients that ask for one of these host names. Paths are relative to the
 * data directory. Read from documentation and source of PostgreSQL 19; no server was asked.
 *
 * @param line the line it came from
 * @param hosts the names, literal ones without wildcards, or one of the two special ones alone
 * @param certificate the file of the server certificate and its chain
 * @param key the file of the private key
 * @param ca the file of trusted roots; without one, no client is asked for a certificate
 * @param passphraseCommand the command that tells the passphrase of the key
 * @param passphraseCommandForReload whether that command is run at a reload too
 */
public record HostsRecord(
        AuthLine line,
        List<AuthToken> hosts,
        AuthToken certificate,
        AuthToken key,
        Optional<AuthToken> ca,
        Optional<AuthToken> passphraseCommand,
        boolean passphraseCommandForReload) {

    /** The name that stands for every name without an entry of its own, and for none. Quotes do not change that. */
    public static final String DEFAULT = "*";

    /** The name that stands for clients that send none; it comes before {@link #DEFAULT}. */
    public static final String NO_SNI = "/no_sni/";

    /** Tells whether it is for clients without a name of their own record: the names are one of the special ones. */
    public boolean isSpecial() {
        String first = hosts.get(0).value();
        return first.equals(DEFAULT) || first.equals(NO_SNI);
    }

    /** Tells whether a name is among the hosts; case of ASCII letters does not matter. */
    public boolean hasHost(String name) {
        return hosts.stream().anyMatch(host -> key(host.value()).equals(key(name)));
    }

    /** Returns a name in the form in which names are compared. */
    static String key(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return folded.toString();
    }
}
