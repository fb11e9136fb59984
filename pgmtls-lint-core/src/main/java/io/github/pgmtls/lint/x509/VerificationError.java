package io.github.pgmtls.lint.x509;

/** The reasons for which OpenSSL refuses a path of certificates, with its own numbers and words. */
public enum VerificationError {
    UNSPECIFIED(1, "unspecified certificate verification error"),
    UNABLE_TO_GET_ISSUER_CERT(2, "unable to get issuer certificate"),
    UNABLE_TO_GET_CRL(3, "unable to get certificate CRL"),
    UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY(6, "unable to decode issuer public key"),
    CERT_SIGNATURE_FAILURE(7, "certificate signature failure"),
    CRL_SIGNATURE_FAILURE(8, "CRL signature failure"),
    CERT_NOT_YET_VALID(9, "certificate is not yet valid"),
    CERT_HAS_EXPIRED(10, "certificate has expired"),
    CRL_NOT_YET_VALID(11, "CRL is not yet valid"),
    CRL_HAS_EXPIRED(12, "CRL has expired"),
    ERROR_IN_CERT_NOT_BEFORE_FIELD(13, "format error in certificate's notBefore field"),
    ERROR_IN_CERT_NOT_AFTER_FIELD(14, "format error in certificate's notAfter field"),
    ERROR_IN_CRL_LAST_UPDATE_FIELD(15, "format error in CRL's lastUpdate field"),
    ERROR_IN_CRL_NEXT_UPDATE_FIELD(16, "format error in CRL's nextUpdate field"),
    DEPTH_ZERO_SELF_SIGNED_CERT(18, "self-signed certificate", "self signed certificate"),
    SELF_SIGNED_CERT_IN_CHAIN(
            19, "self-signed certificate in certificate chain", "self signed certificate in certificate chain"),
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY(20, "unable to get local issuer certificate"),
    UNABLE_TO_VERIFY_LEAF_SIGNATURE(21, "unable to verify the first certificate"),
    CERT_CHAIN_TOO_LONG(22, "certificate chain too long"),
    CERT_REVOKED(23, "certificate revoked"),
    /** Number 24 before 3.0. */
    INVALID_CA(79, "invalid CA certificate"),
    PATH_LENGTH_EXCEEDED(25, "path length constraint exceeded"),
    INVALID_PURPOSE(26, "unsuitable certificate purpose", "unsupported certificate purpose"),
    KEYUSAGE_NO_CERTSIGN(32, "key usage does not include certificate signing"),
    UNABLE_TO_GET_CRL_ISSUER(33, "unable to get CRL issuer certificate"),
    UNHANDLED_CRITICAL_EXTENSION(34, "unhandled critical extension"),
    KEYUSAGE_NO_CRL_SIGN(35, "key usage does not include CRL signing"),
    UNHANDLED_CRITICAL_CRL_EXTENSION(36, "unhandled critical CRL extension"),
    PROXY_CERTIFICATES_NOT_ALLOWED(40, "proxy certificates not allowed, please set the appropriate flag"),
    DIFFERENT_CRL_SCOPE(44, "different CRL scope", "Different CRL scope"),
    PERMITTED_VIOLATION(47, "permitted subtree violation"),
    EXCLUDED_VIOLATION(48, "excluded subtree violation"),
    SUBTREE_MINMAX(49, "name constraints minimum and maximum not supported"),
    UNSUPPORTED_CONSTRAINT_TYPE(51, "unsupported name constraint type"),
    UNSUPPORTED_NAME_SYNTAX(53, "unsupported or invalid name syntax"),
    EE_KEY_TOO_SMALL(66, "EE certificate key too weak"),
    CA_KEY_TOO_SMALL(67, "CA certificate key too weak"),
    CA_MD_TOO_WEAK(68, "CA signature digest algorithm too weak"),
    EC_KEY_EXPLICIT_PARAMS(94, "Certificate public key has explicit ECC parameters");

    private static final int OLD_INVALID_CA = 24;

    private final int number;
    private final String text;
    private final String oldText;

    VerificationError(int number, String text) {
        this(number, text, text);
    }

    VerificationError(int number, String text, String oldText) {
        this.number = number;
        this.text = text;
        this.oldText = oldText;
    }

    /** Returns the number, as {@code openssl verify} prints it. */
    public int number(OpenSslVersion version) {
        return this == INVALID_CA && version != OpenSslVersion.V3_0 ? OLD_INVALID_CA : number;
    }

    /** Returns the words, as {@code openssl verify} and PostgreSQL 16 and later print them. */
    public String text(OpenSslVersion version) {
        return version == OpenSslVersion.V3_0 ? text : oldText;
    }
}
