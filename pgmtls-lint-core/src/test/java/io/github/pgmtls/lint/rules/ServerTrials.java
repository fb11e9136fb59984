package io.github.pgmtls.lint.rules;

import static io.github.pgmtls.lint.rules.ServerTrial.keepsOut;
import static io.github.pgmtls.lint.rules.ServerTrial.letsIn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** For each rule that claims something about logins, the logins that show it. */
final class ServerTrials {

    private static final String SCRAM = "password_encryption = 'scram-sha-256'\n";
    private static final String LIST = "ssl_crl_file = 'a.crl'\n";
    private static final String ANY = "hostssl all all all cert";
    private static final String MAP = "hostssl all all all cert map=m";
    private static final String OTHER = "CN=other | by root.crt | for clients";
    private static final String PAST = " | from 2020-01-01 | until 2021-01-01";
    private static final String FUTURE = " | from 2040-01-01 | until 2041-01-01";
    private static final String LONG = "a".repeat(64);

    private final List<ServerTrial> trials = new ArrayList<>();

    private ServerTrials() {}

    static List<ServerTrial> all() {
        ServerTrials all = new ServerTrials();
        all.settings();
        all.records();
        all.order();
        all.names();
        all.maps();
        all.superusers();
        all.certificates();
        all.authorities();
        all.revocation();
        return List.copyOf(all.trials);
    }

    private void add(ServerTrial trial) {
        trials.add(trial);
    }

    /** Adds a trial, and the same without what the rule finds. */
    private void add(ServerTrial trial, UnaryOperator<ServerTrial> mend) {
        trials.add(trial);
        trials.add(trial.mend(mend));
    }

    private void settings() {
        add(keepsOut("ssl-off").settings(""), trial -> trial.settings(ServerTrial.CONF));
        add(keepsOut("ssl-ca-file-unset").settings("ssl = on\n"), trial -> trial.settings(ServerTrial.CONF));
        add(
                keepsOut("setting-overridden").andSettings("ssl_ca_file = ''\n"),
                trial -> trial.settings(ServerTrial.CONF));
        add(
                keepsOut("tls-version-capped")
                        .andSettings("ssl_max_protocol_version = 'TLSv1.2'\n")
                        .attempt(login -> login.withTlsVersion("TLSv1.3")),
                trial -> trial.settings(ServerTrial.CONF));
        add(
                keepsOut("client-ca-unused")
                        .records("hostssl all all all trust")
                        .client("CN=app1 | for clients"),
                trial -> trial.settings("ssl = on\n"));
        add(
                keepsOut("password-encryption-md5")
                        .records("hostssl all app1 all scram-sha-256")
                        .andSettings("password_encryption = md5\n")
                        .password(),
                trial -> trial.andSettings(SCRAM));
        add(
                keepsOut("no-handshake").andSettings("ssl_ciphers = 'HIGH:!aNULL@SECLEVEL=4'\n"),
                trial -> trial.settings(ServerTrial.CONF));
        add(
                letsIn("security-level-lowered")
                        .andSettings("ssl_ciphers = 'HIGH:!aNULL@SECLEVEL=0'\n")
                        .client("CN=app1 | by root.crt | for clients | key RSA512")
                        .attempt(login -> login.withTlsVersion("TLSv1.2")),
                trial -> trial.settings(ServerTrial.CONF));
    }

    private void records() {
        add(keepsOut("name-regex-unsupported").records("hostssl all /^app all cert"));
        add(keepsOut("quoted-keyword").records("hostssl all \"all\" all cert"), trial -> trial.records(ANY));
        add(keepsOut("comment-continuation").records("""
                local all all peer
                # old \\
                hostssl all app1 all cert"""));
        add(
                keepsOut("address-typo-keyword").records("hostssl all all samehots cert"),
                trial -> trial.records("hostssl all all samehost cert"));
        add(
                letsIn("address-host-bits").records("hostssl all all 127.0.0.77/24 cert"),
                trial -> trial.records("hostssl all all 127.0.0.77/32 cert"));
        add(keepsOut("clientcert-redundant")
                .records("hostssl all all all trust clientcert=verify-full")
                .user("app2"));
        add(
                keepsOut("duplicate-option")
                        .records("hostssl all app1 all cert map=m map=n")
                        .mappings("m app1 app1\nn other app1"),
                trial -> trial.records("hostssl all app1 all cert map=m"));
        add(
                letsIn("clientname-without-effect")
                        .records("hostssl all app1 all trust clientcert=verify-ca clientname=DN")
                        .client(OTHER),
                trial -> trial.records("hostssl all app1 all cert clientname=CN"));
        add(
                letsIn("option-in-comment")
                        .records("hostssl all app1 all trust # clientcert=verify-full")
                        .client(OTHER),
                trial -> trial.records("hostssl all app1 all cert"));
        add(letsIn("trust-remote")
                .user("postgres")
                .records("hostssl all all all trust clientcert=verify-ca")
                .client(OTHER));
        ServerTrial anyCertificate = letsIn("verify-ca-is-not-identity")
                .andSettings(SCRAM)
                .password()
                .client(OTHER)
                .shows("clients/c.crt");
        add(
                anyCertificate
                        .records("hostssl all app1 all scram-sha-256 clientcert=verify-ca")
                        .since(12),
                trial -> trial.records("hostssl all app1 all cert"));
        add(anyCertificate
                .records("hostssl all app1 all scram-sha-256 clientcert=1")
                .until(13));
        add(
                letsIn("clientcert-without-effect")
                        .andSettings(SCRAM)
                        .records("hostssl all app1 all scram-sha-256 clientcert=verify-full")
                        .password(),
                trial -> trial.records("hostssl all app1 all cert"));
        add(letsIn("md5-method")
                .andSettings(SCRAM)
                .records("hostssl all app1 all md5")
                .password());
        add(
                letsIn("cleartext-password")
                        .records("host all app1 all password")
                        .password()
                        .attempt(login -> login.withoutTls()),
                trial -> trial.records("hostssl all app1 all scram-sha-256"));
        add(
                letsIn("plaintext-record")
                        .andSettings(SCRAM)
                        .records("host all app1 all scram-sha-256")
                        .password()
                        .attempt(login -> login.withoutTls()),
                trial -> trial.records("hostssl all app1 all scram-sha-256"));
    }

    private void order() {
        add(
                keepsOut("record-shadowed").records("host all all all reject\nhostssl all app1 all cert"),
                trial -> trial.records("hostssl all app1 all cert\nhost all all all reject"));
        String rest = "\nhostssl all all all scram-sha-256";
        add(
                letsIn("address-family-hole")
                        .andSettings(SCRAM)
                        .records("hostssl all app1 0.0.0.0/0 cert" + rest)
                        .password()
                        .attempt(login -> login.from("::1")),
                trial -> trial.records("hostssl all app1 all cert" + rest));
        add(
                letsIn("record-partly-shadowed")
                        .andSettings(SCRAM)
                        .records("hostssl all all 0.0.0.0/0 scram-sha-256\nhostssl all app1 all cert")
                        .password(),
                trial -> trial.records("hostssl all app1 all cert" + rest));
        add(
                letsIn("plaintext-bypass")
                        .andSettings(SCRAM)
                        .records("hostssl all app1 all cert\nhost all all all scram-sha-256")
                        .password()
                        .attempt(login -> login.withoutTls()),
                trial -> trial.records("hostssl all app1 all cert" + rest));
        add(
                letsIn("other-door-without-certificate")
                        .andSettings(SCRAM)
                        .records("hostssl shop app1 all cert" + rest)
                        .password(),
                trial -> trial.records("hostssl all app1 all cert" + rest));
        add(
                keepsOut("replication-not-covered")
                        .user("replicator")
                        .records("hostssl all replicator all cert")
                        .client("CN=replicator | by root.crt | for clients")
                        .run("create role replicator login replication")
                        .attempt(login -> login.withReplication("true")),
                trial -> trial.records("hostssl replication replicator all cert"));
        add(
                keepsOut("expected-client-refused")
                        .declaring("certificate-clients: [app1 to postgres from 127.0.0.1]")
                        .records("hostssl postgres app1 10.1.0.0/16 cert"),
                trial -> trial.records("hostssl postgres app1 127.0.0.0/16 cert"));
        add(
                keepsOut("expectation-violated")
                        .declaring("expect: [{user: app1, database: postgres, from: 127.0.0.1/32, using: cert}]")
                        .records("hostssl postgres app1 10.1.0.0/16 cert"),
                trial -> trial.records("hostssl postgres app1 127.0.0.0/16 cert"));
    }

    private void names() {
        add(keepsOut("cn-not-admitted").client("CN=App1 | by root.crt | for clients"));
        add(keepsOut("cn-not-admitted").records("hostssl all app1 all cert").mend(trial -> trial));
        add(keepsOut("cn-too-long").user(LONG).records(ANY).client("CN=" + LONG + " | by root.crt | for clients"));
        add(keepsOut("cn-too-long")
                .user(LONG.substring(1))
                .records(ANY)
                .client("CN=" + LONG.substring(1) + " | by root.crt | for clients")
                .mend(trial -> trial));
        add(keepsOut("cn-contains-nul").client("CN[bmp]=app1 | by root.crt | for clients"));
        add(
                keepsOut("several-cns").user("app2").records(ANY).client("CN=app1,CN=app2 | by root.crt | for clients"),
                trial -> trial.client("CN=app2 | by root.crt | for clients"));
        add(
                keepsOut("role-misspelt")
                        .user("billign")
                        .declaring("roles: {apps: {members: [billing]}}")
                        .records("hostssl all billign all cert")
                        .client("CN=billign | by root.crt | for clients")
                        .run("create role billing login"),
                trial -> trial.user("billing")
                        .records("hostssl all billing all cert")
                        .client("CN=billing | by root.crt | for clients"));
        add(
                keepsOut("clientname-dn-without-map").records("hostssl all all all cert clientname=DN"),
                trial -> trial.records("hostssl all all all cert clientname=DN map=m")
                        .mappings("m CN=app1 app1"));
        add(
                keepsOut("dn-row-format")
                        .records("hostssl all all all cert clientname=DN map=m")
                        .mappings("m \"CN=app1, O=Acme\" app1")
                        .client("O=Acme,CN=app1 | by root.crt | for clients"),
                trial -> trial.mappings("m \"CN=app1,O=Acme\" app1"));
    }

    private void maps() {
        add(keepsOut("map-undefined").records(MAP).mappings("n app1 app1"), trial -> trial.mappings("m app1 app1"));
        add(
                keepsOut("map-unused").records(MAP).mappings("m alice al\nn app1 app1"),
                trial -> trial.mappings("m alice al\nm app1 app1"));
        add(
                letsIn("empty-map").records("hostssl all all all cert map=").mappings("m other app1"),
                trial -> trial.records(MAP));
        add(
                keepsOut("mapping-extra-word")
                        .records(MAP)
                        .mappings("m Billing app app1")
                        .client("CN=Billing app | by root.crt | for clients"),
                trial -> trial.mappings("m \"Billing app\" app1"));
        add(
                keepsOut("backref-without-group").records(MAP).mappings("m /^app1$ \\1\nm app1 app1"),
                trial -> trial.mappings("m /^(app1)$ \\1\nm app1 app1"));
        add(
                keepsOut("backref-not-replaced").records(MAP).mappings("m app1 \\1"),
                trial -> trial.mappings("m /^(app1)$ \\1"));
        add(keepsOut("role-keyword-drift").records(MAP).mappings("m app1 all"));
        add(
                letsIn("regex-unanchored")
                        .records(MAP)
                        .mappings("m /app1 app1")
                        .client("CN=xapp1x | by root.crt | for clients"),
                trial -> trial.mappings("m /^app1$ app1"));
        add(
                letsIn("regex-too-broad")
                        .records(MAP)
                        .mappings("m /^app1@corp.example$ app1")
                        .client("CN=app1@corpxexample | by root.crt | for clients"),
                trial -> trial.mappings("m /^app1@corp\\.example$ app1"));
    }

    private void superusers() {
        String certificate = "CN=postgres | by root.crt | for clients";
        ServerTrial byCertificate = letsIn("superuser-by-cert").user("postgres").client(certificate);
        add(byCertificate.records("hostssl all all 10.0.0.0/8,127.0.0.0/8 cert"));
        add(byCertificate.records(ANY), trial -> trial.records("hostssl all postgres all reject\n" + ANY));
        add(
                letsIn("map-grants-superuser")
                        .user("postgres")
                        .records(MAP)
                        .mappings("m /^(.*)@x$ \\1")
                        .client("CN=postgres@x | by root.crt | for clients"),
                trial -> trial.mappings("m /^(app1)@x$ \\1"));
        add(
                letsIn("superuser-by-shared-ca")
                        .user("postgres")
                        .declaring("client-ca: {dedicated: false}")
                        .records(ANY)
                        .client(certificate),
                trial -> trial.records("hostssl all postgres all reject\n" + ANY));
        add(letsIn("superuser-certificate-in-repository")
                .user("postgres")
                .records(ANY)
                .client(certificate));
        add(
                letsIn("superuser-by-password-remote")
                        .user("boss")
                        .declaring("superusers: [boss]")
                        .andSettings(SCRAM)
                        .records("hostssl all all all scram-sha-256")
                        .password(),
                trial -> trial.records("hostssl all boss all reject\nhostssl all all all scram-sha-256"));
    }

    private void certificates() {
        add(keepsOut("client-certificate-refused").client("CN=app1 | by root.crt | for servers"));
        add(keepsOut("client-certificate-refused").client("CN=app1 | by root.crt | for anything"));
        add(keepsOut("client-certificate-refused").mend(trial -> trial));
        add(keepsOut("certificate-expired").client("CN=app1 | by root.crt | for clients" + PAST));
        add(keepsOut("certificate-not-yet-valid").client("CN=app1 | by root.crt | for clients" + FUTURE));
        add(keepsOut("outlives-issuer").credential("root.crt", "CN=Root | ca" + PAST));
        add(keepsOut("subject-equals-issuer").user("Root").records(ANY).client("CN=Root | own key | by root.crt | v1"));
        add(letsIn("x509-v1").client("CN=app1 | by root.crt | v1"));
        add(letsIn("serial-form").client("CN=app1 | by root.crt | for clients | serial 0"));
        add(letsIn("edwards-key")
                .credential("server.crt", "CN=localhost | key ED25519")
                .client("CN=app1 | by root.crt | for clients | key ED25519"));
        add(
                keepsOut("curve-unusable").credential("server.crt", "CN=localhost | key SECP256K1"),
                trial -> trial.credential("server.crt", "CN=localhost"));
        add(letsIn("leaf-is-authority")
                .user("app2")
                .records(ANY)
                .declaring("client-certificates: [clients/*]")
                .credential("clients/app1.crt", "CN=app1 | by root.crt | for clients | ca")
                .client("CN=app2 | by clients/app1.crt | for clients | with clients/app1.crt"));
        String both = "CN=app1 | dns app1 | by root.crt | for servers and clients";
        for (String rule : List.of("server-certificate-for-clients", "same-ca-for-both-sides")) {
            add(
                    letsIn(rule).credential("server.crt", both).shows("server.crt"),
                    trial -> trial.credential("server.crt", "CN=app1 | dns app1 | by root.crt | for servers"));
        }
        add(
                letsIn("extended-key-usage-absent")
                        .credential("server.crt", "CN=app1 | dns app1 | by root.crt")
                        .shows("server.crt"),
                trial -> trial.credential("server.crt", "CN=app1 | dns app1 | by root.crt | for servers"));
        add(letsIn("private-key-among-certificates")
                .credential("root.crt", "CN=Root | ca | with root.key")
                .credential("root.key", "key of root.crt | elsewhere"));
    }

    private void authorities() {
        ServerTrial issuing = keepsOut("root-missing").credential("root", "CN=Root | ca | elsewhere");
        add(
                issuing.credential("root.crt", "CN=Issuing CA | by root | ca"),
                trial -> trial.credential("root.crt", "CN=Issuing CA | by root | ca | with root"));
        add(
                keepsOut("authority-refused").credential("root.crt", "CN=Root | ca | for servers"),
                trial -> trial.credential("root.crt", "CN=Root | ca | for servers and clients"));
        add(letsIn("not-an-authority")
                .credential("root.crt", "CN=app1 | for clients")
                .credential("root.key", "key of root.crt | mode 0600")
                .shows("root.crt"));
        add(
                letsIn("several-roots")
                        .credential("root.crt", "CN=Root | ca | with other")
                        .credential("other", "CN=Other Root | ca | elsewhere")
                        .client("CN=app1 | by other | for clients"),
                trial -> trial.credential("root.crt", "CN=Root | ca"));
    }

    private void revocation() {
        String revoked = "crl of root.crt | revokes clients/c.crt";
        add(
                letsIn("crl-in-ca-file")
                        .credential("root.crt", "CN=Root | ca | with a.crl")
                        .credential("a.crl", revoked + " | elsewhere"),
                trial -> trial.andSettings(LIST)
                        .credential("root.crt", "CN=Root | ca")
                        .credential("a.crl", revoked));
        add(
                letsIn("crl-without-ca")
                        .settings("ssl = on\n" + LIST)
                        .records("hostssl all app1 all trust")
                        .credential("a.crl", revoked),
                trial -> trial.settings(ServerTrial.CONF + LIST));
        add(
                letsIn("revocation-not-checked")
                        .client("CN=app1 | by root.crt | for clients | from 2026-05-01 | until 2037-05-01 | published"),
                trial -> trial.andSettings(LIST).credential("a.crl", revoked));
        add(
                keepsOut("certificate-revoked").andSettings(LIST).credential("a.crl", revoked),
                trial -> trial.credential("a.crl", "crl of root.crt"));
        add(
                keepsOut("duplicate-serial")
                        .andSettings(LIST)
                        .client("CN=app1 | by root.crt | for clients | serial 101")
                        .credential("clients/d.crt", "CN=app2 | by root.crt | for clients | serial 101")
                        .credential("a.crl", "crl of root.crt | revokes clients/d.crt"),
                trial -> trial.client("CN=app1 | by root.crt | for clients | serial 102"));
        add(
                keepsOut("crl-expired")
                        .andSettings(LIST)
                        .credential("a.crl", "crl of root.crt | from 2020-01-01 | until 2020-02-01"),
                trial -> trial.credential("a.crl", "crl of root.crt"));
        add(keepsOut("crl-not-yet-valid").andSettings(LIST).credential("a.crl", "crl of root.crt" + FUTURE));
        add(
                keepsOut("crl-missing-for-ca")
                        .andSettings(LIST)
                        .credential("root", "CN=Root | ca | elsewhere")
                        .credential("root.crt", "CN=Issuing CA | by root | ca | with root")
                        .credential("issuing", "crl of root.crt | elsewhere")
                        .credential("a.crl", "crl of root"),
                trial -> trial.credential("a.crl", "crl of root | with issuing"));
        add(
                keepsOut("crl-issuer-mismatch")
                        .andSettings(LIST)
                        .credential("new", "CN=Root | ca | own key | elsewhere")
                        .credential("a.crl", "crl of new"),
                trial -> trial.credential("a.crl", "crl of root.crt"));
        add(
                keepsOut("issuer-lacks-crl-sign")
                        .andSettings(LIST)
                        .credential("root.crt", "CN=Root | ca | usage keyCertSign")
                        .credential("a.crl", "crl of root.crt"),
                trial -> trial.credential("root.crt", "CN=Root | ca | usage keyCertSign cRLSign"));
        add(
                keepsOut("crl-directory-names")
                        .andSettings("ssl_crl_dir = 'crl'\n")
                        .credential("crl/root.crl", "crl of root.crt"),
                trial -> trial.credential("crl/dcaaf7f0.r0", "crl of root.crt"));
    }
}
