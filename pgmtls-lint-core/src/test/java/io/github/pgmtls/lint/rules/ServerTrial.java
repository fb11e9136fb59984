package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.testing.postgres.LoginAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A login that shows whether what a rule claims is true. Unless it says otherwise, the user {@code app1} comes with a
 * certificate of that name by the CA that the server trusts, to a server with one record, for that user and the method cert.
 *
 * @param rule what is claimed
 * @param claim what should happen in every version in which the rule finds something; elsewhere the opposite should
 * @param login what is tried
 * @param bearer the path of the certificate that is shown
 * @param example the files
 * @param roles what is run as superuser before
 * @param since the first version in which the claim is made of these files
 * @param until the last one
 * @param mended whether it shows the opposite: that without what the rule finds, the login ends the other way
 */
record ServerTrial(
        String rule,
        Claim claim,
        LoginAttempt login,
        Optional<String> bearer,
        Example example,
        List<String> roles,
        boolean mended,
        int since,
        int until) {

    static final String CONF = "ssl = on\nssl_ca_file = 'root.crt'\n";

    private static final String CLIENT = "clients/c.crt";

    /** A rule says that nobody gets in. */
    static ServerTrial keepsOut(String rule) {
        return of(rule, Claim.KEEPS_OUT);
    }

    /** A rule says that somebody gets in. */
    static ServerTrial letsIn(String rule) {
        return of(rule, Claim.LETS_IN);
    }

    private static ServerTrial of(String rule, Claim claim) {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .with("postgresql.conf", CONF)
                .withCredential("root.crt", "CN=Root | ca");
        return new ServerTrial(
                        rule,
                        claim,
                        LoginAttempt.tls("app1"),
                        Optional.of(CLIENT),
                        example,
                        List.of(),
                        false,
                        PostgresVersion.OLDEST,
                        PostgresVersion.NEWEST)
                .client("CN=app1 | by root.crt | for clients");
    }

    private ServerTrial example(Example other) {
        return new ServerTrial(rule, claim, login, bearer, other, roles, mended, since, until);
    }

    ServerTrial records(String text) {
        return example(example.with("pg_hba.conf", text + "\n"));
    }

    ServerTrial mappings(String text) {
        return example(example.with("pg_ident.conf", text + "\n"));
    }

    ServerTrial settings(String text) {
        return example(example.with("postgresql.conf", text));
    }

    /** Adds settings to those that demand certificates. */
    ServerTrial andSettings(String text) {
        return settings(Objects.requireNonNull(example.files().get("postgresql.conf")) + text);
    }

    /** Declares something about the cluster in pgmtls.yaml. */
    ServerTrial declaring(String cluster) {
        return example(example.with("pgmtls.yaml", "clusters: {db: {" + cluster + "}}\n"));
    }

    ServerTrial credential(String path, String note) {
        return example(example.withCredential(path, note));
    }

    /** Describes the certificate that the client shows. */
    ServerTrial client(String note) {
        return credential(CLIENT, note).credential("clients/c.key", "key of " + CLIENT + " | mode 0600");
    }

    /** Lets the client show another certificate, with the key of the same name. */
    ServerTrial shows(String certificate) {
        return new ServerTrial(rule, claim, login, Optional.of(certificate), example, roles, mended, since, until);
    }

    /** Lets the client know a password of the user, stored as the server's settings say, and show no certificate. */
    ServerTrial password() {
        return run("create role " + login.user() + " login password 'secret'")
                .attempt(attempt -> attempt.withPassword("secret"))
                .withoutCertificate();
    }

    ServerTrial withoutCertificate() {
        return new ServerTrial(rule, claim, login, Optional.empty(), example, roles, mended, since, until);
    }

    ServerTrial run(String sql) {
        List<String> more = new ArrayList<>(roles);
        more.add(sql);
        return new ServerTrial(rule, claim, login, bearer, example, List.copyOf(more), mended, since, until);
    }

    ServerTrial user(String name) {
        return new ServerTrial(rule, claim, LoginAttempt.tls(name), bearer, example, roles, mended, since, until);
    }

    ServerTrial attempt(UnaryOperator<LoginAttempt> change) {
        return new ServerTrial(rule, claim, change.apply(login), bearer, example, roles, mended, since, until);
    }

    /** Limits the claim to versions from this one on. */
    ServerTrial since(int major) {
        return new ServerTrial(rule, claim, login, bearer, example, roles, mended, major, until);
    }

    /** Limits the claim to versions up to this one. */
    ServerTrial until(int major) {
        return new ServerTrial(rule, claim, login, bearer, example, roles, mended, since, major);
    }

    /** Tells whether these files show something in a version. */
    boolean isFor(PostgresVersion version) {
        return version.major() >= since && version.major() <= until;
    }

    /** The same without what the rule finds. */
    ServerTrial mend(UnaryOperator<ServerTrial> change) {
        ServerTrial other = change.apply(this);
        return new ServerTrial(rule, claim, other.login, other.bearer, other.example, other.roles, true, since, until);
    }
}
