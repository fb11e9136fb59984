package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.util.Optional;

/**
 * Why a server or client cannot load one of its files.
 *
 * @param step what it was about to do
 * @param place what is to blame
 * @param message one phrase for people: lower case, no final period
 * @param reason OpenSSL's own word, if it is known exactly
 */
public record LoadFailure(Step step, Location place, String message, Optional<String> reason) {

    /** The steps of loading, in their order (be_tls_init in be-secure-openssl.c). */
    public enum Step {
        CERTIFICATE("could not load server certificate file \"%s\"", "could not read certificate file \"%s\""),
        PRIVATE_KEY("could not load private key file \"%s\"", "could not load private key file \"%s\""),
        KEY_CHECK("check of private key failed", "certificate does not match private key file \"%s\""),
        AUTHORITIES("could not load root certificate file \"%s\"", "could not read root certificate file \"%s\""),
        REVOCATION("could not load SSL certificate revocation list file \"%s\"", "");

        private final String server;
        private final String client;

        Step(String server, String client) {
            this.server = server;
            this.client = client;
        }
    }

    static LoadFailure of(Step step, ReadProblem problem, String reason) {
        Optional<String> known = problem.kind() == ReadProblem.Kind.MALFORMED ? Optional.empty() : Optional.of(reason);
        return new LoadFailure(step, problem.place(), problem.message(), known);
    }

    /**
     * Returns what the server writes to its log; without OpenSSL's word if that is not known.
     *
     * @param path the path of the file as it is configured
     */
    public String serverMessage(String path) {
        return filled(step.server, path);
    }

    /** Returns what libpq says; empty for revocation lists, for which it does not care. */
    public String clientMessage(String path) {
        return step.client.isEmpty() ? "" : filled(step.client, path);
    }

    private String filled(String words, String path) {
        return words.replace("%s", path) + reason.map(own -> ": " + own).orElse("");
    }
}
