package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The fields of a revocation list (RFC 5280, section 5.1).
 *
 * @param thisUpdate nothing if the field is not a time that OpenSSL understands
 * @param nextUpdate nothing if there is no such field; in it nothing if it is not a time that OpenSSL understands
 * @param hasUnknownCriticalEntry whether an entry has a critical extension that OpenSSL does not handle
 */
record CrlParts(
        DistinguishedName issuer,
        Optional<Instant> thisUpdate,
        Optional<Optional<Instant>> nextUpdate,
        Map<BigInteger, Instant> revoked,
        boolean hasUnknownCriticalEntry,
        Extensions extensions,
        Signed signed) {

    private static final String REASON_CODE = "2.5.29.21";
    private static final String INVALIDITY_DATE = "2.5.29.24";
    private static final String REMOVE_FROM_CRL = "8";

    static CrlParts read(byte[] bytes) throws Der.Malformed {
        return Der.guard(() -> {
            Signed signed = Signed.read(bytes);
            Der.Cursor cursor = new Der.Cursor(signed.content());
            cursor.nextIf(ASN1Integer.class);
            AlgorithmIdentifier inner = AlgorithmIdentifier.getInstance(cursor.next());
            DistinguishedName issuer = DistinguishedName.read(cursor.next());
            Optional<Instant> thisUpdate = Times.instant(cursor.next());
            Optional<Optional<Instant>> nextUpdate =
                    cursor.nextIsTime() ? Optional.of(Times.instant(cursor.next())) : Optional.empty();
            Entries entries = new Entries();
            Optional<ASN1Sequence> list = cursor.nextIf(ASN1Sequence.class);
            if (list.isPresent()) {
                for (ASN1Encodable entry : list.get()) {
                    entries.add(ASN1Sequence.getInstance(entry));
                }
            }
            Optional<ASN1TaggedObject> extensions = cursor.nextTagged(0);
            cursor.end();
            return new CrlParts(
                    issuer,
                    thisUpdate,
                    nextUpdate,
                    Collections.unmodifiableMap(entries.revoked),
                    entries.unknownCritical,
                    extensions.isPresent()
                            ? Extensions.read(extensions.get().getExplicitBaseObject())
                            : Extensions.none(),
                    signed.withInner(inner));
        });
    }

    private static final class Entries {
        private final Map<BigInteger, Instant> revoked = new LinkedHashMap<>();
        private boolean unknownCritical;

        void add(ASN1Sequence entry) throws Der.Malformed {
            Der.Cursor cursor = new Der.Cursor(entry);
            BigInteger serial = ASN1Integer.getInstance(cursor.next()).getValue();
            Instant date = Times.instant(cursor.next()).orElse(Instant.MIN);
            Optional<ASN1Sequence> list = cursor.nextIf(ASN1Sequence.class);
            cursor.end();
            boolean removed = false;
            if (list.isPresent()) {
                Extensions extensions = Extensions.read(list.get());
                removed = extensions
                        .decode(REASON_CODE, Extensions::enumerated)
                        .map(REMOVE_FROM_CRL::equals)
                        .orElse(false);
                unknownCritical |= extensions.entries().stream()
                        .anyMatch(extension -> extension.critical()
                                && !extension.oid().equals(REASON_CODE)
                                && !extension.oid().equals(INVALIDITY_DATE));
            }
            if (!removed) {
                revoked.putIfAbsent(serial, date);
            }
        }
    }
}
