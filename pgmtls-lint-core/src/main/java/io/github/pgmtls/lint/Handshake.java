package io.github.pgmtls.lint;

import io.github.pgmtls.lint.identity.CertificateIdentity;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the handshake of TLS can come to, as far as records are concerned. Without TLS there is none, which comes to the
 * same as one without certificates.
 *
 * @param rootStore whether the server has a root store, so that it asks for certificates
 * @param verified the client's certificate, if the server has asked for it and verified it
 * @param failure how the connection ends here, if it does
 * @param assumptions what is not known and was taken to hold
 */
record Handshake(
        boolean rootStore, Optional<Certificate> verified, Optional<Trace.Ending> failure, List<String> assumptions) {

    static Handshake withoutRootStore(String... assumptions) {
        return new Handshake(false, Optional.empty(), Optional.empty(), List.of(assumptions));
    }

    static Handshake withoutCertificate(String... assumptions) {
        return new Handshake(true, Optional.empty(), Optional.empty(), List.of(assumptions));
    }

    static Handshake verified(Certificate leaf, String... assumptions) {
        Optional<Trace.Ending> end = CertificateIdentity.hasEmbeddedNul(leaf)
                ? Optional.of(Trace.Ending.refused(TraceReason.NAME_CONTAINS_NUL, ServerWords.EMBEDDED_NUL))
                : Optional.empty();
        return new Handshake(true, Optional.of(leaf), end, List.of(assumptions));
    }

    static Handshake untrusted(String... assumptions) {
        Trace.Ending end = Trace.Ending.refused(TraceReason.UNTRUSTED_CERTIFICATE, ServerWords.VERIFY_FAILED);
        return new Handshake(true, Optional.empty(), Optional.of(end), List.of(assumptions));
    }

    static Handshake impossible(String reason) {
        Trace.Ending end = Trace.Ending.refused(TraceReason.NO_HANDSHAKE, ServerWords.NOT_ACCEPTED + reason);
        return new Handshake(true, Optional.empty(), Optional.of(end), List.of());
    }

    Handshake assuming(String assumption) {
        return new Handshake(rootStore, verified, failure, List.of(assumption));
    }

    Handshake alsoAssuming(String assumption) {
        List<String> all = new ArrayList<>(assumptions);
        all.add(assumption);
        return new Handshake(rootStore, verified, failure, List.copyOf(all));
    }

    Handshake unconditional() {
        return new Handshake(rootStore, verified, failure, List.of());
    }
}
