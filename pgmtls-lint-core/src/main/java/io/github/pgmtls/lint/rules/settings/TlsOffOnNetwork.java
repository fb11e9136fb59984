package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server listens to the network without TLS. */
final class TlsOffOnNetwork extends SettingRule {

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "::1");

    private static final RuleInfo INFO = RuleInfo.of(
                    "tls-off-on-network", Severity.WARNING, "the server listens to the network and has no TLS")
            .because("""
                    Whoever is on the way reads and alters everything. The default of ssl is off. Where there is a \
                    pg_hba.conf, its records are looked at instead.""")
            .claim(Claim.NOTHING)
            .remedy("Set ssl = on, with a certificate and a key.")
            .source("PostgreSQL documentation, section Secure TCP/IP Connections with SSL")
            .bad(Example.conf("listen_addresses = '*'\n"))
            .good(Example.conf("listen_addresses = '*'\nssl = on\n").withCredential("server.crt", "CN=db1"));

    TlsOffOnNetwork() {
        super(INFO, "listen_addresses");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        boolean remote = value.isSet()
                && value.settings().list("listen_addresses").orElse(List.of()).stream()
                        .anyMatch(address -> !OWN.contains(address));
        Optional<EffectiveSetting> tls = value.settings().effective("ssl").filter(EffectiveSetting::isCertain);
        boolean off = tls.flatMap(EffectiveSetting::value).filter("off"::equals).isPresent();
        if (!remote || !off || value.context().cluster().hba().isPresent()) {
            return Optional.empty();
        }
        FindingBuilder finding = value.finding("the server listens at \"" + value.words() + "\" and has no TLS");
        tls.flatMap(EffectiveSetting::setting)
                .ifPresent(line -> finding.related(line.place(), "this switches TLS off"));
        return Optional.of(finding);
    }
}
