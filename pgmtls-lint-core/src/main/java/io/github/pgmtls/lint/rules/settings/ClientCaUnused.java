package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.Optional;

/** The server asks for certificates that no record wants. */
final class ClientCaUnused extends SettingRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "client-ca-unused", Severity.INFO, "ssl_ca_file is set, but no record demands a certificate")
            .because("""
                    With ssl_ca_file the server asks every client for a certificate. One that is shown and does not \
                    verify, an expired one for instance, ends the connection, even where a password would do; one that \
                    is not shown is not missed.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Demand certificates with the method cert or clientcert=verify-full, or take ssl_ca_file out.")
            .source("be_tls_init in be-secure-openssl.c; PostgreSQL documentation, section Using Client Certificates")
            .bad(Example.hba("hostssl  all  all  all  scram-sha-256\n")
                    .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"))
            .good(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"));

    ClientCaUnused() {
        super(INFO, "ssl_ca_file");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        Cluster cluster = value.context().cluster();
        boolean allKnown = cluster.hba()
                .filter(hba ->
                        hba.isComplete() && hba.loads() && !cluster.records().isEmpty())
                .isPresent();
        boolean demanded = cluster.meantRecords().stream().anyMatch(HbaRecord::demandsCertificate);
        return value.text().isEmpty() || value.isTlsOff() || demanded || !allKnown
                ? Optional.empty()
                : Optional.of(value.finding("clients are asked for certificates, but no record demands one"));
    }
}
