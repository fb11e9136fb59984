package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Trace;
import io.github.pgmtls.lint.TraceReason;

/** Reasons for people. */
final class TraceWords {

    private TraceWords() {}

    static String of(Trace.Ending ending) {
        boolean inVain = ending.outcome() == Trace.Outcome.CHALLENGED && isRefusal(ending.reason());
        return (inVain ? "the server asks for a password, but even the right one is in vain: " : "")
                + of(ending.reason());
    }

    private static boolean isRefusal(TraceReason reason) {
        return switch (reason) {
            case NO_USER_NAME, NAME_MISMATCH, NO_MAP_MATCH, MAP_ROW_ABORTS, IDENT_DOES_NOT_LOAD -> true;
            default -> false;
        };
    }

    private static String of(TraceReason reason) {
        return switch (reason) {
            case TRUST_RECORD -> "the record lets in everybody whom it matches, without any proof";
            case CERTIFICATE_VERIFIED -> "any certificate of a trusted CA suffices, whatever its name";
            case NAME_MATCHES -> "the name in the certificate is the user";
            case MAP_MATCHES -> "the map makes the name in the certificate the user";
            case PASSWORD_REQUIRED -> "the server asks for a password";
            case GSS_REQUIRED -> "the server asks for a GSSAPI exchange";
            case SSPI_REQUIRED -> "the server asks for an SSPI exchange";
            case OAUTH_REQUIRED -> "the server asks for a bearer token";
            case IMPLICIT_REJECT -> "no record matches";
            case REJECT_RECORD -> "the record rejects whom it matches";
            case NO_CLIENT_CERTIFICATE -> "the record demands a certificate, and the client shows none";
            case UNTRUSTED_CERTIFICATE -> "the server does not verify the certificate; no record is looked at";
            case NO_HANDSHAKE -> "OpenSSL's security level refuses the server's own certificates or key exchange";
            case NAME_CONTAINS_NUL -> "the CN holds a zero byte; no record is looked at";
            case NO_USER_NAME -> "the certificate holds no name for the record to use";
            case NAME_MISMATCH -> "the name in the certificate is not the user, and the record has no map";
            case NO_MAP_MATCH -> "no row of the map makes the name in the certificate the user";
            case MAP_ROW_ABORTS ->
                "the row wants a group that its expression does not give, and no row behind it is read";
            case IDENT_DOES_NOT_LOAD -> "pg_ident.conf does not load, so that there is no map";
            case NO_ROOT_STORE -> "the record demands a certificate, and ssl_ca_file is not set";
            case SSL_OFF -> "ssl is off";
            case GSS_OFF -> "the server has no GSSAPI encryption";
            case SETTINGS_DO_NOT_LOAD -> "postgresql.conf does not load, so that the server does not start";
            case TLS_FILES_DO_NOT_LOAD -> "a file of ssl does not load, so that the server does not start";
            case HBA_DOES_NOT_LOAD -> "pg_hba.conf does not load, so that the server does not start";
            case HBA_NOT_KNOWN -> "a file that may decide is not in the directory";
            case RECORD_NOT_DECIDED -> "too much is unknown to tell which record decides";
            case MAP_NOT_KNOWN -> "it is not known whether the map makes the name in the certificate the user";
            case PEER_NOT_KNOWN -> "the operating system's name of the client is not known";
            case IDENT_ANSWER_NOT_KNOWN -> "the answer of the client's ident server is not known";
            case PRINCIPAL_NOT_KNOWN -> "the client's principal is not known";
        };
    }
}
