package io.github.pgmtls.lint.x509;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times in certificates and revocation lists, as strictly as OpenSSL's {@code X509_cmp_time} reads them. */
final class Times {

    private Times() {}

    /** Takes the next element if it is of one of the two types of time; what it says is another matter. */
    static Optional<DerValue> next(DerCursor cursor) throws Der.Malformed {
        boolean time = cursor.nextIs(DerValue.UTC_TIME) || cursor.nextIs(DerValue.GENERALIZED_TIME);
        return time ? Optional.of(cursor.next()) : Optional.empty();
    }

    /** Takes the next element, which must be a time. */
    static Optional<Instant> require(DerCursor cursor) throws Der.Malformed {
        Optional<DerValue> time = next(cursor);
        if (time.isEmpty()) {
            throw new Der.Malformed("a time is of another type");
        }
        return instant(time.get());
    }

    /** Returns the instant, or nothing if OpenSSL would not make sense of it either. */
    static Optional<Instant> instant(DerValue time) throws Der.Malformed {
        int digits = time.is(DerValue.UTC_TIME) ? 12 : 14;
        byte[] text = time.octets();
        if (text.length != digits + 1 || text[digits] != 'Z') {
            return Optional.empty();
        }
        int[] pairs = new int[digits / 2];
        for (int i = 0; i < digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            pairs[i / 2] = pairs[i / 2] * 10 + digit;
        }
        return instant(pairs);
    }

    private static Optional<Instant> instant(int[] pairs) {
        boolean fourDigitYear = pairs.length == 7;
        int at = fourDigitYear ? 2 : 1;
        int shortYear = pairs[0] < 50 ? 2000 + pairs[0] : 1900 + pairs[0];
        int year = fourDigitYear ? pairs[0] * 100 + pairs[1] : shortYear;
        try {
            return Optional.of(
                    LocalDateTime.of(year, pairs[at], pairs[at + 1], pairs[at + 2], pairs[at + 3], pairs[at + 4])
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
