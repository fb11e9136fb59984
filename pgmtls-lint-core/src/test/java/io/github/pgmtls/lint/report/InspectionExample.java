package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Inspection;
import io.github.pgmtls.lint.Inspector;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Directories to inspect. */
final class InspectionExample {

    /** Files of one server that hold one of everything; no server takes them. */
    static final Map<String, String> RICH = Map.of(
            "pg_hba.conf", """
                    # TYPE    DATABASE        USER             ADDRESS          METHOD
                    local     all             all                               peer
                    local     sameuser,"all"  +role,"a ""b\"""  ident map=m
                    host      "d \u00e9\u65e5"  @users         10/8             reject
                    hostssl   all             app              10.0.0.0/8       cert clientcert=verify-full map=certs
                    hostssl   all             all              ::1 ffff::       scram-sha-256 clientcert=verify-ca
                    hostssl   all             all              samenet          scram-sha-256 clientcert=nonsense
                    hostssl   all             all              .example.org     trust
                    hostnossl all             all              all              reject
                    host      all             all              1.2.3.4/33       md5
                    host      all             all              0.0.0.0/0        trust \\
                                                                                nonsense
                    nonsense
                    include   more_hba.conf
                    include   missing.conf
                    host      all             all              all              trust
                    """,
            "users", "a, b\n\"all\"\n",
            "more_hba.conf", "\nhost more all samehost md5\nhost more\n",
            "pg_ident.conf", """
                    certs  /^(.*)@example\\.org$  \\1
                    certs  "d \u00e9"             all
                    certs  alice
                    certs  /(a                    b
                    include more_ident.conf
                    certs  alice                  +"role"
                    """,
            "more_ident.conf", "more  a  b\n",
            "postgresql.conf", """
                    listen_addresses = '*'
                    ssl = off
                    ssl_ciphers = 'HIGH:!\u65e5'
                    ssl_passphrase_command = 'echo "open sesame"'
                    primary_conninfo = 'host=db user=replicator password=hunter2 port=1'
                    include 'conf.d/more.conf'
                    ssl_min_protocol_version = TLSv1.2
                    work_mem = lots
                    """,
            "conf.d/more.conf", "\nssl_max_protocol_version = 'TLSv1.3'\nSSL_CIPHERS = 'HIGH'\n");

    private static final Map<String, String> OLD = Map.of(
            "pg_hba.conf", """
                    hostssl all all 10.0.0.0/8 md5 clientcert=1
                    host all all 10.0.0.0/8 ldap ldapserver=ldap ldapbasedn=x ldapbinddn=y ldapbindpasswd="hunter 2"
                    host all all 10.0.0.0/8 ldap ldapserver=ldap ldapbasedn=x ldapbinddn=y ldapbindpasswd= hunter4
                    host all all 10.0.0.0/8 radius radiusservers=127.0.0.1 radiussecrets=hunter3
                    """,
            "postgresql.conf", "ssl = on\nhba_file = 'pg_hba.conf'\nident_file = '/etc/postgresql/pg_ident.conf'\n");

    private InspectionExample() {}

    /**
     * Inspects a cluster whose version is declared, one of an unknown version, one that is not all there, and one with
     * certificates.
     */
    static Inspection rich(Path directory) {
        write(directory.resolve("prod"), RICH);
        write(directory.resolve("prod"), Map.of("PG_VERSION", "16\n"));
        write(directory.resolve("more/old"), OLD);
        write(directory.resolve("part"), Map.of("pg_hba.conf", "include ../../outside.conf\nhost all all all trust\n"));
        write(directory.resolve("tls"), certificates());
        return Inspector.inspect(LintRequest.of(directory).now(Pki.NOW));
    }

    /** Files of a server with an own CA, and clients whose certificates are good, expired, and of another CA. */
    private static Map<String, String> certificates() {
        Issued root = Pki.ca("O=Example,CN=Root");
        Issued issuing = root.ca("O=Example,CN=Issuing");
        Issued server = root.server("CN=db", how -> how.dns("db.example.org").ip("10.0.0.1"));
        Issued other = Pki.ca("CN=Other");
        return Map.of(
                "PG_VERSION",
                "18\n",
                "postgresql.conf",
                "ssl = on\nssl_ca_file = 'ca/root.crt'\nssl_key_file = 'key.pem'\n",
                "pg_hba.conf",
                "hostssl all all all cert\n",
                "server.crt",
                server.pem(),
                "key.pem",
                other.keyPem(),
                "ca/root.crt",
                root.pem() + root.ca("O=Example,CN=Old", how -> how.expired()).pem(),
                "clients/alice.crt",
                issuing.client("CN=alice").pem() + issuing.pem(),
                "clients/bob.crt",
                issuing.client("CN=bob", how -> how.expired()).pem() + issuing.pem(),
                "clients/eve.crt",
                other.client("CN=eve").pem());
    }

    static void write(Path directory, Map<String, String> files) {
        files.forEach((name, content) -> {
            try {
                Path file = directory.resolve(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static String write(InspectionFormat format, Inspection inspection) {
        StringBuilder out = new StringBuilder();
        try {
            format.write(inspection, out, ReportOptions.PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
