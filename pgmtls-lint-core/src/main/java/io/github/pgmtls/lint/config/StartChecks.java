package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.ParameterLists;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a server checks about its settings after it has taken them all, before it accepts connections. */
final class StartChecks {

    private static final List<String> TLS_VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    private final Function<String, Optional<EffectiveSetting>> settings;
    private final PostgresVersion version;

    StartChecks(Function<String, Optional<EffectiveSetting>> settings, PostgresVersion version) {
        this.settings = settings;
        this.version = version;
    }

    /** Returns the problems in the order of the server, which ends with the first. */
    List<LoadProblem> problems() {
        List<LoadProblem> problems = new ArrayList<>();
        for (Optional<LoadProblem> problem : List.of(tlsVersions(), listenAddresses())) {
            if (problem.isPresent()) {
                problems.add(problem.get());
            }
        }
        return problems;
    }

    /**
     * The range of TLS versions ({@code be_tls_init} in be-secure-openssl.c); version 12 lets it pass and then accepts no
     * connection.
     */
    private Optional<LoadProblem> tlsVersions() {
        Optional<EffectiveSetting> lowest = settings.apply("ssl_min_protocol_version");
        Optional<EffectiveSetting> highest = settings.apply("ssl_max_protocol_version");
        boolean tls = value(settings.apply("ssl")).equals("on");
        if (!tls || !version.isAtLeast(13) || rank(highest) < 0 || rank(lowest) <= rank(highest)) {
            return Optional.empty();
        }
        return place(highest)
                .or(() -> place(lowest))
                .map(place -> LoadProblem.of(
                                LoadProblem.Kind.TLS_VERSIONS, place, "could not set SSL protocol version range")
                        .about(value(highest)));
    }

    /** The addresses to listen at ({@code PostmasterMain} in postmaster.c). */
    private Optional<LoadProblem> listenAddresses() {
        Optional<EffectiveSetting> addresses = settings.apply("listen_addresses");
        return ParameterLists.split(value(addresses)).isPresent()
                ? Optional.empty()
                : place(addresses)
                        .map(place -> LoadProblem.of(
                                        LoadProblem.Kind.PARAMETER_VALUE,
                                        place,
                                        "invalid list syntax in parameter \"listen_addresses\"")
                                .about("listen_addresses"));
    }

    private static String value(Optional<EffectiveSetting> setting) {
        return setting.isPresent() ? setting.get().value().orElse("") : "";
    }

    private static int rank(Optional<EffectiveSetting> setting) {
        return TLS_VERSIONS.indexOf(value(setting));
    }

    private static Optional<Location> place(Optional<EffectiveSetting> setting) {
        return setting.flatMap(EffectiveSetting::setting).map(Setting::valuePlace);
    }
}
