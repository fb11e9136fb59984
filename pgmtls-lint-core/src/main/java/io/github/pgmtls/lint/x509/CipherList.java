package io.github.pgmtls.lint.x509;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A list of ciphers for TLS up to 1.2 ({@code ssl_ciphers}), as far as it is more than names. Sources: OpenSSL,
 * {@code ssl_create_cipher_list} and {@code ssl_cipher_process_rulestr} (1.1.1 and 3.0).
 *
 * @param securityLevel what the last {@code @SECLEVEL} in it says, for clients that connect; whatever stands before it
 * @param mistake the first thing for which OpenSSL refuses the whole list; names that it does not know are none
 */
public record CipherList(OptionalInt securityLevel, Optional<String> mistake) {

    private static final String SEPARATORS = ": ;,";
    private static final String DEFAULT = "DEFAULT";
    private static final String SECURITY_LEVEL = "SECLEVEL=";

    /** Lists of the NSA's Suite B; what follows them is not read. */
    private static final String SUITE_B = "SUITEB1(28(ONLY|C2)?|92).*";

    /** What the names of single ciphers are made of. */
    private static final String CIPHER =
            "(ADH|AECDH|DHE|ECDHE|RSA|PSK|SRP|AES|CAMELLIA|ARIA|CHACHA20|DES|SEED|IDEA|RC4|NULL)[A-Z0-9]*(-[A-Z0-9]+)+";

    /** Names of several ciphers. */
    private static final Set<String> GROUPS = Set.of(
            ("ALL COMPLEMENTOFALL COMPLEMENTOFDEFAULT HIGH MEDIUM LOW FIPS eNULL aNULL NULL kRSA aRSA RSA kDHE kEDH DH"
                            + " DHE EDH ADH kECDHE kEECDH ECDH ECDHE EECDH AECDH aDSS DSS aECDSA ECDSA kPSK kRSAPSK"
                            + " kECDHEPSK kDHEPSK aPSK PSK kSRP aSRP SRP kGOST aGOST aGOST01 aGOST12 AES128 AES256 AES"
                            + " AESGCM AESCCM AESCCM8 ARIA ARIA128 ARIA256 ARIAGCM CAMELLIA CAMELLIA128 CAMELLIA256"
                            + " CHACHA20 3DES RC4 RC2 IDEA SEED GOST89 GOST94 GOST89MAC MD5 SHA SHA1 SHA256 SHA384"
                            + " TLSv1.2 TLSv1.0 TLSv1 SSLv3")
                    .split(" "));

    /** Reads a list. */
    public static CipherList parse(String text) {
        if (text.matches(SUITE_B)) {
            return new CipherList(OptionalInt.empty(), Optional.empty());
        }
        Reader reader = new Reader(text);
        reader.read();
        return new CipherList(reader.level, reader.mistake);
    }

    private static final class Reader {
        private final String text;
        private int at;
        private OptionalInt level = OptionalInt.empty();
        private Optional<String> mistake = Optional.empty();

        Reader(String text) {
            this.text = text;
            this.at = text.startsWith(DEFAULT) ? DEFAULT.length() : 0;
        }

        private void read() {
            while (at < text.length()) {
                char first = text.charAt(at);
                if ("-+!@".indexOf(first) >= 0) {
                    at++;
                }
                if (SEPARATORS.indexOf(first) >= 0) {
                    at++;
                } else if (first == '@') {
                    command(word());
                    skip();
                } else if (!names()) {
                    skip();
                }
            }
        }

        /** Passes names joined by {@code +}; behind one that OpenSSL does not know it skips the rest of the item. */
        private boolean names() {
            while (true) {
                String name = word();
                if (name.isEmpty()) {
                    at++;
                    return true;
                }
                boolean joined = at < text.length() && text.charAt(at) == '+';
                at += joined ? 1 : 0;
                if (!GROUPS.contains(name) && !name.matches(CIPHER)) {
                    return false;
                }
                if (!joined) {
                    return true;
                }
            }
        }

        private void command(String command) {
            int length = SECURITY_LEVEL.length();
            if (command.length() == length + 1 && command.startsWith(SECURITY_LEVEL)) {
                int digit = command.charAt(length) - '0';
                if (digit >= 0 && digit <= 5) {
                    level = OptionalInt.of(digit);
                    return;
                }
            }
            if (!command.isEmpty() && !command.equals("STRENGTH")) {
                mistaken("@" + command);
            }
        }

        /** Takes the characters that names and commands may have; that there are none is a mistake. */
        private String word() {
            int start = at;
            while (at < text.length() && isWordCharacter(text.charAt(at))) {
                at++;
            }
            if (at == start) {
                mistaken(text.substring(Math.max(0, start - 1), Math.min(text.length(), start + 1)));
            }
            return text.substring(start, at);
        }

        private static boolean isWordCharacter(char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "-.=".indexOf(c) >= 0;
        }

        private void mistaken(String what) {
            mistake = mistake.or(() -> Optional.of(what));
        }

        private void skip() {
            while (at < text.length() && SEPARATORS.indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }
}
