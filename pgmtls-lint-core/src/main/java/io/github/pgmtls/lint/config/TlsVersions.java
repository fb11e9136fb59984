package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The range of TLS versions, which the server checks when it prepares TLS ({@code be_tls_init} in be-secure-openssl.c). */
final class TlsVersions {

    private static final List<String> ASCENDING = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    private TlsVersions() {}

    /** Returns what the server complains about; version 12 lets the range pass and then accepts no connection. */
    static Optional<LoadProblem> problem(
            Function<String, Optional<EffectiveSetting>> settings, PostgresVersion version) {
        Optional<EffectiveSetting> lowest = settings.apply("ssl_min_protocol_version");
        Optional<EffectiveSetting> highest = settings.apply("ssl_max_protocol_version");
        boolean tls = settings.apply("ssl").flatMap(EffectiveSetting::value).equals(Optional.of("on"));
        if (!tls || !version.isAtLeast(13) || rank(highest) < 0 || rank(lowest) <= rank(highest)) {
            return Optional.empty();
        }
        return place(highest)
                .or(() -> place(lowest))
                .map(place -> LoadProblem.of(
                                LoadProblem.Kind.TLS_VERSIONS, place, "could not set SSL protocol version range")
                        .about(highest.flatMap(EffectiveSetting::value).orElse("")));
    }

    private static int rank(Optional<EffectiveSetting> setting) {
        return setting.flatMap(EffectiveSetting::value).map(ASCENDING::indexOf).orElse(-1);
    }

    private static Optional<Location> place(Optional<EffectiveSetting> setting) {
        return setting.flatMap(EffectiveSetting::setting).map(Setting::valuePlace);
    }
}
