package io.github.pgmtls.lint.x509;

import java.util.List;
import java.util.Set;

/** What a certificate is presented for. */
public enum Purpose {
    /** A client's certificate, as the server verifies it. */
    SSL_CLIENT(
            "sslclient",
            "clientAuth",
            List.of("1.3.6.1.5.5.7.3.2"),
            NetscapeType.CLIENT,
            Set.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_AGREEMENT)),
    /** A server's certificate, as the client verifies it; OpenSSL lets two old usages for export ciphers pass too. */
    SSL_SERVER(
            "sslserver",
            "serverAuth",
            List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.4.1.311.10.3.3", "2.16.840.1.113730.4.1"),
            NetscapeType.SERVER,
            Set.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT, KeyUsage.KEY_AGREEMENT));

    /** The extended key usage that ought to mean every purpose but does not, for OpenSSL. */
    public static final String ANY_EXTENDED_KEY_USAGE = "2.5.29.37.0";

    private final String openSslName;
    private final String usage;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> usages;

    private final NetscapeType netscapeType;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<KeyUsage> keyUsages;

    Purpose(String openSslName, String usage, List<String> usages, NetscapeType netscapeType, Set<KeyUsage> keyUsages) {
        this.openSslName = openSslName;
        this.usage = usage;
        this.usages = usages;
        this.netscapeType = netscapeType;
        this.keyUsages = keyUsages;
    }

    /** Returns OpenSSL's name, which {@code openssl verify -purpose} takes. */
    public String openSslName() {
        return openSslName;
    }

    /** Returns the name of the extended key usage that is wanted. */
    public String usage() {
        return usage;
    }

    /** Tells whether the extendedKeyUsage of a certificate, CA certificates included, lets it serve this purpose. */
    public boolean isAllowedByExtendedKeyUsage(Certificate certificate) {
        return certificate
                .extendedKeyUsage()
                .map(own -> own.stream().anyMatch(usages::contains))
                .orElse(true);
    }

    /** Tells whether the keyUsage of a certificate at the end of a path lets it serve this purpose. */
    public boolean isAllowedByKeyUsage(Certificate certificate) {
        return certificate
                .keyUsage()
                .map(own -> own.stream().anyMatch(keyUsages::contains))
                .orElse(true);
    }

    /** Tells whether Netscape's type of a certificate at the end of a path lets it serve this purpose. */
    public boolean isAllowedByNetscapeType(Certificate certificate) {
        return certificate
                .netscapeTypes()
                .map(own -> own.contains(netscapeType))
                .orElse(true);
    }

    boolean isAllowedForLeaf(Certificate certificate) {
        return isAllowedByExtendedKeyUsage(certificate)
                && isAllowedByKeyUsage(certificate)
                && isAllowedByNetscapeType(certificate);
    }
}
