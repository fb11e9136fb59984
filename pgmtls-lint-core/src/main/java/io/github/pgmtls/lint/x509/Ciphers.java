package io.github.pgmtls.lint.x509;

import java.util.Map;

/** The ciphers by which private keys are encrypted, as OpenSSL names them. */
final class Ciphers {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("2.16.840.1.101.3.4.1.2", "AES-128-CBC"),
            Map.entry("2.16.840.1.101.3.4.1.22", "AES-192-CBC"),
            Map.entry("2.16.840.1.101.3.4.1.42", "AES-256-CBC"),
            Map.entry("1.2.840.113549.3.7", "DES-EDE3-CBC"),
            Map.entry("1.3.14.3.2.7", "DES-CBC"),
            Map.entry("1.2.840.113549.3.2", "RC2-CBC"),
            Map.entry("1.2.840.113549.1.5.1", "PBE-MD2-DES"),
            Map.entry("1.2.840.113549.1.5.3", "PBE-MD5-DES"),
            Map.entry("1.2.840.113549.1.5.10", "PBE-SHA1-DES"),
            Map.entry("1.2.840.113549.1.12.1.1", "PBE-SHA1-RC4-128"),
            Map.entry("1.2.840.113549.1.12.1.2", "PBE-SHA1-RC4-40"),
            Map.entry("1.2.840.113549.1.12.1.3", "PBE-SHA1-3DES"),
            Map.entry("1.2.840.113549.1.12.1.4", "PBE-SHA1-2DES"),
            Map.entry("1.2.840.113549.1.12.1.5", "PBE-SHA1-RC2-128"),
            Map.entry("1.2.840.113549.1.12.1.6", "PBE-SHA1-RC2-40"));

    private Ciphers() {}

    /** Returns the name of a cipher, or its dotted number if it has none here. */
    static String name(String oid) {
        return NAMES.getOrDefault(oid, oid);
    }
}
