package io.github.pgmtls.lint;

import java.util.Locale;

/**
 * Why a connection ends as it does. Sources: {@code ClientAuthentication} and {@code CheckCertAuth} in
 * {@code src/backend/libpq/auth.c}, {@code check_usermap} in {@code hba.c}, {@code be_tls_open_server} in
 * {@code be-secure-openssl.c}, {@code PostmasterMain} in {@code postmaster.c} (10 to 19).
 */
public enum TraceReason {
    /** Accepted: the record is {@code trust} and asks for no certificate. */
    TRUST_RECORD,
    /** Accepted: {@code clientcert=verify-ca} takes every certificate of a trusted CA, whatever its name. */
    CERTIFICATE_VERIFIED,
    /** Accepted: the name in the certificate is the user. */
    NAME_MATCHES,
    /** Accepted: a row of the map makes the name in the certificate the user. */
    MAP_MATCHES,

    /** Challenged: the server asks for a password; what it does with it depends on the method. */
    PASSWORD_REQUIRED,
    /** Challenged: the server asks for a GSSAPI exchange. */
    GSS_REQUIRED,
    /** Challenged: the server asks for an SSPI exchange. */
    SSPI_REQUIRED,
    /** Challenged: the server asks for a bearer token of OAuth. */
    OAUTH_REQUIRED,

    /** Refused: no record matches. */
    IMPLICIT_REJECT,
    /** Refused: the record says {@code reject}. */
    REJECT_RECORD,
    /** Refused: the record demands a certificate, and the client shows none. */
    NO_CLIENT_CERTIFICATE,
    /**
     * Refused: the certificate that the client shows does not verify. The handshake fails before any record is looked
     * at.
     */
    UNTRUSTED_CERTIFICATE,
    /**
     * Refused: no client can make a TLS connection, because the security level of OpenSSL refuses what the server itself
     * brings to the handshake.
     */
    NO_HANDSHAKE,
    /** Refused: the CN of the certificate holds a zero byte. The connection ends before any record is looked at. */
    NAME_CONTAINS_NUL,
    /** Refused, or challenged in vain: the certificate has no CN, or with {@code clientname=DN} no subject. */
    NO_USER_NAME,
    /** Refused, or challenged in vain: the record has no map, and the name in the certificate is not the user. */
    NAME_MISMATCH,
    /** Refused, or challenged in vain: no row of the map makes the name in the certificate the user. */
    NO_MAP_MATCH,
    /**
     * Refused, or challenged in vain: a row of the map wants a group that its regular expression does not have, or that
     * took no part in the match. The server reads no row behind it.
     */
    MAP_ROW_ABORTS,
    /** Refused, or challenged in vain: pg_ident.conf does not load, so the server has no map at all. */
    IDENT_DOES_NOT_LOAD,
    /** Refused: the record demands a certificate, and without {@code ssl_ca_file} the server cannot check any. */
    NO_ROOT_STORE,
    /** Refused: the client wants TLS, and {@code ssl} is off. */
    SSL_OFF,
    /** Refused: the client wants GSSAPI encryption, which this version or build does not have. */
    GSS_OFF,
    /** Refused: postgresql.conf does not load, so the server does not start. */
    SETTINGS_DO_NOT_LOAD,
    /** Refused: {@code ssl} is on and a file of it does not load, so the server does not start. */
    TLS_FILES_DO_NOT_LOAD,
    /** Refused: pg_hba.conf does not load, so the server does not start. */
    HBA_DOES_NOT_LOAD,

    /** Unknown: pg_hba.conf, or a file that it includes before the record, is not in the directory. */
    HBA_NOT_KNOWN,
    /** Unknown: which record decides depends on more than is looked into, such as a very large regular expression. */
    RECORD_NOT_DECIDED,
    /** Unknown: whether the map makes the name the user depends on what is not known. */
    MAP_NOT_KNOWN,
    /** Unknown: the method {@code peer} goes by the name that the operating system has for the client. */
    PEER_NOT_KNOWN,
    /** Unknown: the method {@code ident} goes by what a server at the client's address answers. */
    IDENT_ANSWER_NOT_KNOWN,
    /** Unknown: with GSSAPI encryption the principal is known to the server, but not here. */
    PRINCIPAL_NOT_KNOWN;

    /** Returns the word for it in answers, such as {@code no-root-store}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
