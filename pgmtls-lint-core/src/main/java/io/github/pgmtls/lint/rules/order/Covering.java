package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.HbaView;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.config.NamePattern.Kind;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.Arrays;
import java.util.List;

/** Comparison of two records by the connections they match. Only what is certain counts. */
final class Covering {

    private static final io.github.pgmtls.lint.postgres.PostgresVersion V =
            new io.github.pgmtls.lint.postgres.PostgresVersion(18);

    private Covering() {}

    /** Tells whether every connection that one record matches is matched by another too. */
    static boolean covers(HbaRecord wide, HbaRecord narrow) {
        return Arrays.stream(Transport.values())
                        .allMatch(t -> !narrow.type().matches(t) || wide.type().matches(t))
                && coversAddress(wide.address(), narrow.address())
                && coversNames(wide.databases(), narrow.databases())
                && coversNames(wide.users(), narrow.users());
    }

    static boolean coversAddress(AddressPattern wide, AddressPattern narrow) {
        if (wide instanceof AddressPattern.Any) {
            return !(narrow instanceof AddressPattern.Local);
        }
        if (wide instanceof AddressPattern.SameNet && narrow instanceof AddressPattern.SameHost) {
            return true;
        }
        if (wide instanceof AddressPattern.Network a && narrow instanceof AddressPattern.Network b) {
            boolean maskInMask = a.mask().and(b.mask()).equals(a.mask());
            IpAddress common = b.address().and(b.mask());
            return a.address().v6() == b.address().v6() && maskInMask && a.contains(common);
        }
        return wide.equals(narrow);
    }

    static boolean coversNames(List<NamePattern> wide, List<NamePattern> narrow) {
        return narrow.stream().allMatch(n -> wide.stream().anyMatch(w -> coversName(w, n)));
    }

    private static boolean coversName(NamePattern wide, NamePattern narrow) {
        if (wide.kind() == Kind.ALL) {
            return narrow.kind() != Kind.REPLICATION;
        }
        return wide.kind() == narrow.kind() && wide.name().equals(narrow.name());
    }

    static boolean isReject(HbaRecord record) {
        return record.method() == AuthMethod.REJECT;
    }

    static boolean sameDecision(HbaRecord a, HbaRecord b) {
        return a.method() == b.method()
                && a.clientCert() == b.clientCert()
                && HbaView.options(a, V).equals(HbaView.options(b, V));
    }

    /** Tells whether some connection can match both, as far as that is certain. */
    static boolean overlap(List<NamePattern> a, List<NamePattern> b) {
        return a.stream().anyMatch(x -> b.stream().anyMatch(y -> coversName(x, y) || coversName(y, x)));
    }

    static boolean overlap(AddressPattern a, AddressPattern b) {
        return coversAddress(a, b) || coversAddress(b, a);
    }
}
