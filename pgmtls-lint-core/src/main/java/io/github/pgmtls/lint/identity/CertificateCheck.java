package io.github.pgmtls.lint.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What the server does with the name of a verified certificate, for a record with the method {@code cert} or with
 * {@code clientcert=verify-full}. Source: {@code CheckCertAuth} in {@code src/backend/libpq/auth.c} (10 to 19).
 */
public final class CertificateCheck {

    private final Optional<UserNameMap> maps;

    /**
     * Prepares checks.
     *
     * @param maps the maps of the server; nothing if they are not known
     */
    public CertificateCheck(Optional<UserNameMap> maps) {
        this.maps = maps;
    }

    /**
     * The end of a check.
     *
     * @param identity the name that was taken from the certificate, as a byte string; nothing if it has none
     * @param answer whether the bearer may be the user; nothing if there is no name
     */
    public record Result(Optional<String> identity, Optional<MapAnswer> answer) {}

    /** Checks whether the bearer of a certificate may be a user, by a record. */
    public Result check(HbaRecord record, Certificate leaf, String user, Membership membership) {
        Optional<String> name = CertificateIdentity.nameFor(record, leaf);
        return new Result(name, name.map(value -> answer(record.map(), value, user, membership)));
    }

    private MapAnswer answer(Optional<String> map, String name, String user, Membership membership) {
        if (map.isPresent() && maps.isEmpty()) {
            return new MapAnswer.Unknown(List.of("map " + ByteText.decode(map.get()) + " makes " + ByteText.decode(name)
                    + " the user " + ByteText.decode(user)));
        }
        return maps.orElse(UserNameMap.NONE).check(map, user, name, membership);
    }
}
