package io.github.pgmtls.lint.x509;

/** What a key may be used for (RFC 5280, section 4.2.1.3), in the order of the extension's bits. */
public enum KeyUsage {
    DIGITAL_SIGNATURE("digitalSignature"),
    NON_REPUDIATION("nonRepudiation"),
    KEY_ENCIPHERMENT("keyEncipherment"),
    DATA_ENCIPHERMENT("dataEncipherment"),
    KEY_AGREEMENT("keyAgreement"),
    KEY_CERT_SIGN("keyCertSign"),
    CRL_SIGN("cRLSign"),
    ENCIPHER_ONLY("encipherOnly"),
    DECIPHER_ONLY("decipherOnly");

    private final String word;

    KeyUsage(String word) {
        this.word = word;
    }

    /** Returns the name as RFC 5280 and OpenSSL's configuration files write it. */
    public String word() {
        return word;
    }
}
