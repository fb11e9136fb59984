package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Trace.Ending;
import io.github.pgmtls.lint.Trace.Outcome;
import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.identity.CertificateCheck;
import io.github.pgmtls.lint.identity.MapAnswer;
import io.github.pgmtls.lint.identity.Membership;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.ByteText;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a connection once its record is found. Source: {@code ClientAuthentication} in
 * {@code src/backend/libpq/auth.c} (10 to 19).
 */
final class RecordStep {

    private final Connection connection;
    private final Handshake handshake;
    private final CertificateCheck check;
    private final boolean identLoads;
    private final ServerWords words;

    RecordStep(
            Connection connection, Handshake handshake, CertificateCheck check, boolean identLoads, ServerWords words) {
        this.connection = connection;
        this.handshake = handshake;
        this.check = check;
        this.identLoads = identLoads;
        this.words = words;
    }

    Ending end(HbaRecord record, Membership membership) {
        if (record.demandsCertificate()) {
            // even before a record that rejects everybody does so
            if (!handshake.rootStore()) {
                return Ending.refused(TraceReason.NO_ROOT_STORE, ServerWords.NO_ROOT_STORE);
            }
            if (handshake.verified().isEmpty()) {
                return Ending.refused(TraceReason.NO_CLIENT_CERTIFICATE, ServerWords.NO_CERTIFICATE);
            }
        }
        Ending end = byMethod(record);
        boolean goesOn = end.outcome() != Outcome.REFUSED && record.clientCert() == ClientCert.VERIFY_FULL;
        return goesOn ? byName(record, end, membership) : end;
    }

    private Ending byMethod(HbaRecord record) {
        return switch (record.method()) {
            case TRUST ->
                Ending.of(
                        Outcome.ACCEPTED,
                        record.demandsCertificate() ? TraceReason.CERTIFICATE_VERIFIED : TraceReason.TRUST_RECORD);
            case CERT -> Ending.of(Outcome.ACCEPTED, TraceReason.NAME_MATCHES);
            case REJECT -> Ending.refused(TraceReason.REJECT_RECORD, words.reject());
            case PASSWORD, MD5, SCRAM_SHA_256, PAM, BSD, LDAP, RADIUS -> challenge(TraceReason.PASSWORD_REQUIRED);
            case GSS ->
                connection.transport() == Transport.GSS
                        ? depends(TraceReason.PRINCIPAL_NOT_KNOWN, "the client's principal is, or maps to, " + user())
                        : challenge(TraceReason.GSS_REQUIRED);
            case SSPI -> challenge(TraceReason.SSPI_REQUIRED);
            case OAUTH -> challenge(TraceReason.OAUTH_REQUIRED);
            case PEER ->
                depends(TraceReason.PEER_NOT_KNOWN, "the client's operating system user is, or maps to, " + user());
            case IDENT ->
                depends(
                        TraceReason.IDENT_ANSWER_NOT_KNOWN,
                        "the ident server of the client answers a name that is, or maps to, " + user());
        };
    }

    private static Ending challenge(TraceReason reason) {
        return Ending.of(Outcome.CHALLENGED, reason);
    }

    private static Ending depends(TraceReason reason, String condition) {
        return Ending.of(Outcome.UNKNOWN, reason).assuming(List.of(condition));
    }

    private String user() {
        return ByteText.decode(connection.user());
    }

    /** Checks the name of the certificate of a connection that the method has let pass, or may yet. */
    private Ending byName(HbaRecord record, Ending passed, Membership membership) {
        CertificateCheck.Result result =
                check.check(record, handshake.verified().orElseThrow(), connection.user(), membership);
        if (result.answer().isEmpty()) {
            return refusal(passed, TraceReason.NO_USER_NAME).saying(words.noUserName());
        }
        MapAnswer answer = result.answer().get();
        if (answer instanceof MapAnswer.Granted granted) {
            TraceReason reason = granted.by().isPresent() ? TraceReason.MAP_MATCHES : TraceReason.NAME_MATCHES;
            Ending end = passed.outcome() == Outcome.ACCEPTED ? passed.because(reason) : passed;
            return end.as(result.identity(), granted.by());
        }
        if (answer instanceof MapAnswer.Refused refused) {
            return refusal(passed, reason(refused))
                    .saying(refused.serverMessage())
                    .as(result.identity(), refused.by());
        }
        MapAnswer.Unknown unknown = (MapAnswer.Unknown) answer;
        Outcome outcome = passed.outcome() == Outcome.CHALLENGED ? Outcome.CHALLENGED : Outcome.UNKNOWN;
        return Ending.of(outcome, TraceReason.MAP_NOT_KNOWN)
                .assuming(unknown.conditions())
                .assuming(passed.assumptions())
                .as(result.identity(), Optional.empty());
    }

    /** A server that asks for a password does so before it looks at the name. */
    private static Ending refusal(Ending passed, TraceReason reason) {
        return Ending.of(passed.outcome() == Outcome.CHALLENGED ? Outcome.CHALLENGED : Outcome.REFUSED, reason);
    }

    private TraceReason reason(MapAnswer.Refused refused) {
        return switch (refused.why()) {
            case NAME_MISMATCH -> TraceReason.NAME_MISMATCH;
            case ROW_ABORTS -> TraceReason.MAP_ROW_ABORTS;
            case NO_MATCH -> identLoads ? TraceReason.NO_MAP_MATCH : TraceReason.IDENT_DOES_NOT_LOAD;
        };
    }
}
