package io.github.pgmtls.lint.x509;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;

/** Times in certificates and revocation lists, as strictly as OpenSSL's {@code X509_cmp_time} reads them. */
final class Times {

    private Times() {}

    /** Tells whether an element is one of the two types of time. */
    static boolean isTime(ASN1Encodable element) {
        ASN1Primitive value = element.toASN1Primitive();
        return value instanceof ASN1UTCTime || value instanceof ASN1GeneralizedTime;
    }

    /** Returns the instant, or nothing if OpenSSL would not make sense of it either. */
    static Optional<Instant> instant(ASN1Encodable element) throws Der.Malformed {
        if (!isTime(element)) {
            throw new Der.Malformed("a time is of another type");
        }
        return Der.guard(() -> {
            ASN1Primitive value = element.toASN1Primitive();
            int digits = value instanceof ASN1UTCTime ? 12 : 14;
            byte[] der = value.getEncoded("DER");
            if (der.length != 2 + digits + 1 || der[der.length - 1] != 'Z') {
                return Optional.empty();
            }
            int[] pairs = new int[digits / 2];
            for (int i = 0; i < digits; i++) {
                int digit = der[2 + i] - '0';
                if (digit < 0 || digit > 9) {
                    return Optional.empty();
                }
                pairs[i / 2] = pairs[i / 2] * 10 + digit;
            }
            return instant(pairs);
        });
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
