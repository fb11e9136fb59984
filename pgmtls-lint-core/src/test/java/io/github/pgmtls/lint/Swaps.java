package io.github.pgmtls.lint;

import io.github.pgmtls.lint.rules.Example;
import java.util.List;

/**
 * For each rule that can find different things at one place, two directories in which it finds one and the other.
 *
 * @param one a directory in which the rule finds something
 * @param other a directory in which it finds something else at the same place
 */
record Swaps(String rule, Example one, Example other) {

    private static final String CONF = "ssl = on\nssl_ca_file = 'root.crt'\n";
    private static final Example CA = Example.conf(CONF).withCredential("root.crt", "CN=Root | ca");
    private static final Example TWO_CAS = Example.conf(CONF + "ssl_crl_file = 'both.crl'\n")
            .withCredential("root.crt", "CN=Root | ca | with second")
            .withCredential("second", "CN=Second | ca | elsewhere");
    private static final String PAST = " | from 2026-05-01 | until 2026-06-01";

    static List<Swaps> all() {
        return List.of(
                yaml("map-grants-superuser", mapped(), "superusers: [boss]", "superusers: [chief]"),
                yaml("superuser-by-cert", everybody(), "superusers: [boss]", "superusers: [chief]"),
                yaml(
                        "superuser-by-shared-ca",
                        everybody(),
                        "client-ca: {dedicated: false}, superusers: [boss]",
                        "client-ca: {dedicated: false}, superusers: [chief]"),
                yaml(
                        "role-misspelt",
                        Example.hba("hostssl all billign,ordres all cert\n"),
                        "roles: {apps: {members: [billing]}}",
                        "roles: {apps: {members: [orders]}}"),
                clients(
                        "user-without-certificate",
                        "CN=app1 | by root.crt | for clients",
                        "CN=app2 | by root.crt | for clients"),
                records(
                        "expected-client-refused",
                        "hostssl shop app1 10.0.0.0/8 cert",
                        "hostssl shop app2 10.0.0.0/8 cert"),
                records("expectation-violated", """
                        hostssl a app1 all cert
                        hostssl all app1 all scram-sha-256""", """
                        hostssl b app1 all reject
                        hostssl all app1 all scram-sha-256"""),
                records("replication-not-covered", """
                        hostssl all replicator,standby 10.0.0.0/8 cert
                        hostssl replication replicator 10.0.0.0/8 cert""", """
                        hostssl all replicator,standby 10.0.0.0/8 cert
                        hostssl replication standby 10.0.0.0/8 cert"""),
                more("md5-method", "hostssl all %s 10.0.0.0/8 md5"),
                more("plaintext-record", "host all %s 10.0.0.0/8 scram-sha-256"),
                more("superuser-by-password-remote", "hostssl %s all 10.0.0.0/8 scram-sha-256"),
                records(
                        "address-by-host-name",
                        "hostssl all a a.example.com cert\nhostssl all b b.example.com cert",
                        "hostssl all a a.example.com cert\nhostssl all c c.example.com cert"),
                records(
                        "option-in-comment",
                        "hostssl all a all scram-sha-256 # clientcert=verify-full",
                        "hostssl all a all scram-sha-256 # clientcert=verify-ca"),
                records(
                        "comment-continuation",
                        "local all all peer\n# old \\\nhostssl all app1 all cert",
                        "local all all peer\n# old \\\nhostssl all app2 all cert"),
                server("san-lacks-server-name", "CN=db1 | dns a.example.com", "CN=db1 | dns b.example.com"),
                server("host-name-malformed", "CN=db1 | dns a.example.com:1", "CN=db1 | dns b.example.com:1"),
                server("wildcard-name", "CN=db1 | dns a*.example.com", "CN=db1 | dns b*.example.com"),
                server(
                        "server-certificate-purpose",
                        "CN=db1 | dns a.example.com | for clients",
                        "CN=db1 | dns a.example.com | for servers | usage cRLSign"),
                new Swaps("client-certificate-for-servers", names("a.example.com"), names("b.example.com")),
                new Swaps(
                        "client-certificate-refused",
                        CA.withCredential("clients/c.crt", "CN=app1 | by root.crt | for servers"),
                        CA.withCredential("stranger", "CN=Stranger | ca | elsewhere")
                                .withCredential("clients/c.crt", "CN=app1 | by stranger | for clients")),
                new Swaps(
                        "authority-refused",
                        CA.withCredential("root.crt", "CN=Root | ca | for servers"),
                        CA.withCredential("root.crt", "CN=Root | ca | usage cRLSign")),
                new Swaps("several-roots", roots("CN=Third | by root.crt | ca"), roots("CN=Third | ca")),
                new Swaps("duplicate-serial", serials(101, 101, 102), serials(101, 102, 102)),
                new Swaps(
                        "many-certificates-for-one-user",
                        serials(1, 2, 3),
                        serials(1, 2, 3).withCredential("clients/4.crt", "CN=app1 | by root.crt | for clients")),
                new Swaps(
                        "same-key-reused",
                        CA.withCredential("clients/1.crt", "CN=app1 | by root.crt | for clients | sharing it")
                                .withCredential("clients/3.crt", "CN=app3 | by root.crt | for clients | sharing it"),
                        CA.withCredential("clients/1.crt", "CN=app1 | by root.crt | for clients | sharing it")
                                .withCredential("clients/2.crt", "CN=app2 | by root.crt | for clients | sharing it")
                                .withCredential("clients/3.crt", "CN=app3 | by root.crt | for clients | sharing it")),
                new Swaps("deployed-key-mode", tasks("0644", "0600"), tasks("0600", "0644")),
                new Swaps("legacy-key-encryption", encrypted("DES-EDE3-CBC"), encrypted("DES-CBC")),
                new Swaps(
                        "crl-expired",
                        TWO_CAS.withCredential("both.crl", "crl of root.crt" + PAST),
                        TWO_CAS.withCredential("both.crl", "crl of second" + PAST)));
    }

    private static Swaps yaml(String rule, Example example, String one, String other) {
        return new Swaps(rule, declaring(example, one), declaring(example, other));
    }

    private static Example declaring(Example example, String cluster) {
        return example.with("pgmtls.yaml", "clusters: {db: {" + cluster + "}}\n");
    }

    private static Example everybody() {
        return CA.with("pg_hba.conf", "hostssl all all all cert\n");
    }

    private static Example mapped() {
        return CA.with("pg_hba.conf", "hostssl all all all cert map=m\n")
                .with("pg_ident.conf", "m /^(.*)@x\\.example$ \\1\n");
    }

    private static Swaps records(String rule, String one, String other) {
        Example example = declaring(Example.conf(CONF), """
                certificate-clients: [app1 to shop from 10.2.3.4, app2 to shop from 10.2.3.4], \
                expect: [{user: app1, database: a, using: cert}, {user: app1, database: b, using: reject}]""");
        boolean declares = rule.startsWith("expect");
        Example files = declares ? example : Example.conf(CONF);
        return new Swaps(rule, files.with("pg_hba.conf", one + "\n"), files.with("pg_hba.conf", other + "\n"));
    }

    /** One record more than there were: what is told once for all of them is something else then. */
    private static Swaps more(String rule, String record) {
        String two = record.formatted("a") + "\n" + record.formatted("b") + "\n";
        return new Swaps(rule, Example.hba(two), Example.hba(two + record.formatted("c") + "\n"));
    }

    private static Swaps server(String rule, String one, String other) {
        Example example = declaring(
                Example.conf("ssl = on\n").withCredential("root", "CN=Root | ca | elsewhere"),
                "server-names: [a.example.com, b.example.com]");
        return new Swaps(
                rule,
                example.withCredential("server.crt", one + " | by root"),
                example.withCredential("server.crt", other + " | by root"));
    }

    private static Swaps clients(String rule, String one, String other) {
        Example example = declaring(
                CA.with("pg_hba.conf", "hostssl all app1,app2 all cert\n"), "client-certificates-complete: true");
        return new Swaps(
                rule, example.withCredential("clients/c.crt", one), example.withCredential("clients/c.crt", other));
    }

    private static Example names(String name) {
        return declaring(CA, "server-names: [" + name + "]")
                .withCredential(
                        "clients/c.crt",
                        "CN=app1 | by root.crt | for servers and clients | dns a.example.com | dns b.example.com");
    }

    private static Example roots(String third) {
        return Example.conf(CONF)
                .withCredential("root.crt", "CN=Root | ca | with second | with third")
                .withCredential("second", "CN=Second | ca | elsewhere")
                .withCredential("third", third + " | elsewhere");
    }

    private static Example serials(int one, int two, int three) {
        String client = "CN=app1 | by root.crt | for clients | own key | serial ";
        return CA.withCredential("clients/1.crt", client + one)
                .withCredential("clients/2.crt", client + two)
                .withCredential("clients/3.crt", client + three);
    }

    private static Example tasks(String one, String other) {
        String task = """
                - copy:
                    src: server.key
                    dest: /srv/%s/server.key
                    owner: postgres
                    mode: '%s'
                """;
        return Example.conf("ssl = on\n").with("tasks/main.yml", task.formatted("a", one) + task.formatted("b", other));
    }

    private static Example encrypted(String cipher) {
        return Example.conf("ssl = on\nssl_passphrase_command = 'cat /run/secrets/passphrase'\n")
                .withCredential("server.crt", "CN=db1")
                .withCredential("server.key", "key of server.crt | encrypted by " + cipher + " | mode 0600");
    }

    @Override
    public String toString() {
        return rule;
    }
}
