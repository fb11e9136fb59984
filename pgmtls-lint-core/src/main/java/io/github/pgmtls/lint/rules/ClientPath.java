package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PathResult;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server makes of a client's certificate.
 *
 * @param file its file: the first certificate is the client's, the others are sent along
 * @param leaf the client's certificate
 * @param result what verification came to
 */
public record ClientPath(PemFile file, Certificate leaf, PathResult result) {

    /** Returns why it is refused, if it is. */
    public Optional<PathResult.Refused> refused() {
        return result instanceof PathResult.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    static List<ClientPath> all(List<PemFile> files, PathVerifier verifier, Instant now) {
        List<ClientPath> all = new ArrayList<>();
        for (PemFile file : files) {
            List<Certificate> chain = file.certificates();
            if (!chain.isEmpty()) {
                List<Certificate> sent = chain.subList(1, chain.size());
                all.add(new ClientPath(
                        file, chain.get(0), verifier.verify(chain.get(0), sent, Purpose.SSL_CLIENT, now)));
            }
        }
        return List.copyOf(all);
    }
}
