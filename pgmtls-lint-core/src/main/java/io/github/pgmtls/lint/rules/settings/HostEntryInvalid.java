package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.HostsFile;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A line of pg_hosts.conf cannot be read. */
final class HostEntryInvalid extends LoadRule.Hosts {

    private static final RuleInfo INFO = RuleInfo.of(
                    "host-entry-invalid", Severity.ERROR, "a line of pg_hosts.conf cannot be read")
            .because("""
                    With ssl_sni on the server takes certificate, key and CA from pg_hosts.conf, by the host name that \
                    the client asks for. It refuses the whole file for one bad line: it does not start, or at a reload \
                    keeps the old TLS configuration. The files that the entries name are not looked at.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write host name, certificate file and key file, and then a CA file if clients show certificates.")
            .source("PostgreSQL 19 documentation, section SSL; load_hosts in be-secure-common.c")
            .since(HostsFile.SINCE)
            .bad(Example.conf("ssl = on\nssl_sni = on\n")
                    .with("pg_hosts.conf", "db.example.com  db.crt\n")
                    .on(19))
            .good(Example.conf("ssl = on\nssl_sni = on\n")
                    .with("pg_hosts.conf", "db.example.com  db.crt  db.key\n")
                    .on(19));

    HostEntryInvalid() {
        super(
                INFO,
                LoadProblem.Kind.HOST_ENTRY,
                LoadProblem.Kind.COLUMN_MISSING,
                LoadProblem.Kind.COLUMN_MULTIPLE,
                LoadProblem.Kind.TOKEN,
                LoadProblem.Kind.FILE);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "the line cannot be read: " + problem.message();
    }
}
