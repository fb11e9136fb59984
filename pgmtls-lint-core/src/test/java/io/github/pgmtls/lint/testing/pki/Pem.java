package io.github.pgmtls.lint.testing.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** PEM text as OpenSSL writes it. */
public final class Pem {

    private Pem() {}

    /** Returns a block with a label such as {@code CERTIFICATE}. */
    public static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + base64(der) + "-----END " + label + "-----\n";
    }

    /** Returns the lines between the armour, 64 characters each. */
    static String base64(byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return lines.encodeToString(der) + "\n";
    }
}
