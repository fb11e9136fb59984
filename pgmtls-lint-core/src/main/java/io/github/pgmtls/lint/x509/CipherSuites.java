package io.github.pgmtls.lint.x509;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of cipher suites for TLS 1.3 ({@code ssl_tls13_ciphers}), which has names and nothing else: no groups, no
 * {@code !} and no {@code @SECLEVEL}. Sources: OpenSSL, {@code set_ciphersuites} and {@code CONF_parse_list} (1.1.1 and
 * 3.0).
 *
 * @param unknown what stands between its colons and is no suite, in its order
 * @param names whether there is a suite in it
 */
public record CipherSuites(List<String> unknown, boolean names) {

    private static final Set<String> SUITES = Set.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_CCM_SHA256",
            "TLS_AES_128_CCM_8_SHA256");

    /** OpenSSL takes its standard names of older suites too; how many it has depends on how it was built. */
    private static final Pattern OLDER = Pattern.compile("(TLS|SSL)_\\w+_(WITH_\\w+|SCSV)");

    private static final String BLANKS = "[ \\t\\n\\u000b\\f\\r]+";

    public CipherSuites {
        unknown = List.copyOf(unknown);
    }

    /** Reads a list. */
    public static CipherSuites parse(String text) {
        List<String> items = List.of(text.split(":", -1)).stream()
                .map(item -> item.replaceAll("^" + BLANKS + "|" + BLANKS + "\\z", ""))
                .toList();
        List<String> unknown = items.stream()
                .filter(item -> !SUITES.contains(item) && !OLDER.matcher(item).matches())
                .toList();
        return new CipherSuites(unknown, unknown.size() < items.size());
    }

    /**
     * Returns the first thing for which OpenSSL refuses the list. Early releases of 1.1.1 refuse any that they do not
     * know, 3.0 passes over them unless there is nothing else; late releases of 1.1.1 are not accused of either.
     */
    public Optional<String> refused(OpenSslVersion version) {
        return version == OpenSslVersion.V1_1_1 || !names ? unknown.stream().findFirst() : Optional.empty();
    }
}
