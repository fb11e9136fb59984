package io.github.pgmtls.lint.x509;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of OpenSSL whose verification of certificates is modelled; they differ. */
public enum OpenSslVersion {
    /** 1.1.1 to 1.1.1g: what the PostgreSQL builds on Maven Central and Ubuntu 18.04 and 20.04 carry. */
    V1_1_1("1.1.1"),
    /** 1.1.1i and later letters, into which parts of the verification of 3.0 were taken over. */
    V1_1_1I("1.1.1i"),
    /** 3.0. */
    V3_0("3.0");

    private static final Pattern NUMBER = Pattern.compile("(1\\.1\\.1)([a-z]?)|(3\\.0)(\\.\\d+)?");

    private final String word;

    OpenSslVersion(String word) {
        this.word = word;
    }

    /** Returns the version of a number such as {@code 1.1.1}, {@code 1.1.1w}, {@code 3.0} or {@code 3.0.19}. */
    public static Optional<OpenSslVersion> parse(String number) {
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) == null) {
            return Optional.of(V3_0);
        }
        String letter = matcher.group(2);
        return Optional.of(letter.isEmpty() || letter.charAt(0) < 'h' ? V1_1_1 : V1_1_1I);
    }

    /** Tells whether this version is the given one or a later one. */
    public boolean isAtLeast(OpenSslVersion other) {
        return compareTo(other) >= 0;
    }

    /** Returns the number of the first release that it stands for. */
    @Override
    public String toString() {
        return word;
    }
}
