package io.github.pgmtls.lint.x509;

import java.util.List;
import java.util.Optional;

/**
 * Whether a certificate is for a host.
 *
 * @param name the name in the certificate that matched, as people write it; nothing if none did
 * @param examined all names that were compared, in their order
 * @param defect one phrase about a name that makes the client give up, such as a NUL byte in it
 */
public record HostNameMatch(Optional<String> name, List<String> examined, Optional<String> defect) {

    public HostNameMatch {
        examined = List.copyOf(examined);
    }

    /** Tells whether the client accepts the certificate for the host. */
    public boolean matches() {
        return name.isPresent();
    }
}
