package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Map<BigInteger, Entry> entries,
        boolean hasUnknownCriticalEntry,
        Extensions extensions,
        Signed signed) {

    private static final String REASON_CODE = "2.5.29.21";
    private static final String CERTIFICATE_ISSUER = "2.5.29.29";
    private static final String REMOVE_FROM_CRL = "8";

    /**
     * An entry of the list.
     *
     * @param removed whether it takes back what another list revoked
     * @param issuers who issued the certificate, if an entry before or this one says so
     */
    record Entry(boolean removed, Optional<List<GeneralName>> issuers) {}

    static CrlParts read(byte[] bytes) throws Der.Malformed {
        try {
            return read(Signed.read(bytes, bytes));
        } catch (Der.Malformed e) {
            return read(Signed.read(bytes, Der.definite(bytes, e)));
        }
    }

    private static CrlParts read(Signed signed) throws Der.Malformed {
        DerCursor cursor = signed.content().sequence();
        Optional<DerValue> version = cursor.nextIf(DerValue.INTEGER);
        if (version.isPresent()) {
            version.get().integer();
        }
        Signed.Algorithm inner = Signed.Algorithm.read(cursor.next());
        DistinguishedName issuer = DistinguishedName.read(cursor.next());
        Optional<Instant> thisUpdate = Times.require(cursor);
        Optional<DerValue> end = Times.next(cursor);
        Optional<Optional<Instant>> nextUpdate =
                end.isPresent() ? Optional.of(Times.instant(end.get())) : Optional.empty();
        Entries entries = new Entries();
        Optional<DerValue> list = cursor.nextIf(DerValue.SEQUENCE);
        if (list.isPresent()) {
            DerCursor elements = list.get().sequence();
            while (elements.hasNext()) {
                entries.add(elements.next().sequence());
            }
        }
        Optional<DerValue> extensions = cursor.nextTagged(0);
        cursor.end();
        return new CrlParts(
                issuer,
                thisUpdate,
                nextUpdate,
                Collections.unmodifiableMap(entries.bySerial),
                entries.unknownCritical,
                extensions.isPresent() ? Extensions.read(extensions.get().explicit()) : Extensions.none(),
                signed.withInner(inner));
    }

    /** OpenSSL's {@code crl_set_issuers}: at an entry that cannot be understood it gives up, and the rest count plainly. */
    private static final class Entries {
        private final Map<BigInteger, Entry> bySerial = new LinkedHashMap<>();
        private Optional<List<GeneralName>> issuers = Optional.empty();
        private boolean unknownCritical;
        private boolean givenUp;

        void add(DerCursor cursor) throws Der.Malformed {
            BigInteger serial = cursor.next().integer();
            Times.require(cursor);
            Optional<DerValue> list = cursor.nextIf(DerValue.SEQUENCE);
            cursor.end();
            Extensions extensions = list.isPresent() ? Extensions.read(list.get()) : Extensions.none();
            bySerial.putIfAbsent(serial, entry(extensions));
        }

        private Entry entry(Extensions extensions) {
            Optional<List<GeneralName>> own = extensions.decode(CERTIFICATE_ISSUER, GeneralNameReader::names);
            givenUp |= extensions.isInvalid();
            if (givenUp) {
                return new Entry(false, Optional.empty());
            }
            issuers = own.or(() -> issuers);
            boolean removed = extensions
                    .decode(REASON_CODE, Extensions::enumerated)
                    .map(REMOVE_FROM_CRL::equals)
                    .orElse(false);
            givenUp = extensions.isInvalid();
            if (!givenUp) {
                unknownCritical |= extensions.entries().stream()
                        .anyMatch(extension ->
                                extension.critical() && !extension.oid().equals(CERTIFICATE_ISSUER));
            }
            return new Entry(removed, issuers);
        }
    }
}
