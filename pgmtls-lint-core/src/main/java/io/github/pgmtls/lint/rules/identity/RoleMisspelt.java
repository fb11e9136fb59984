package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.access.Roles;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.DidYouMean;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A user who is not among the declared roles, but nearly. */
final class RoleMisspelt implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "role-misspelt", Severity.WARNING, "a user looks like a misspelt role")
            .because("""
                    The server does not ask whether a user of pg_hba.conf or pg_ident.conf exists, and a login that \
                    they let through ends with role "x" does not exist. Only names that are nearly those of roles in \
                    pgmtls.yaml are told, as not all roles need be declared there.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Correct the name, or declare the role too.")
            .source("PostgreSQL documentation, sections The pg_hba.conf File and User Name Maps")
            .bad(Example.hba("hostssl  all  billign  all  cert\n")
                    .with("pgmtls.yaml", "clusters: {db: {roles: {apps: {members: [billing, orders]}}}}\n"))
            .good(Example.hba("hostssl  all  billing  all  cert\n")
                    .with("pgmtls.yaml", "clusters: {db: {roles: {apps: {members: [billing, orders]}}}}\n"));

    /** In short names every letter counts: app1 is not a misspelt app2. */
    private static final int LEAST_LETTERS = 5;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<Set<String>> roles =
                context.surroundings().roles().map(Roles::names).map(Set::copyOf);
        if (roles.isEmpty()) {
            return RuleOutcome.notApplicable("no roles are declared");
        }
        Map<String, AuthToken> users = new LinkedHashMap<>();
        context.cluster().meantRecords().stream()
                .flatMap(record -> record.users().stream())
                .filter(user -> user.kind() == NamePattern.Kind.LITERAL || user.kind() == NamePattern.Kind.MEMBER)
                .forEach(user -> users.putIfAbsent(user.name(), user.token()));
        for (IdentMapping row : context.cluster().mappings()) {
            NamePattern user = row.databaseUserPattern(context.cluster().version());
            if (user.kind() == NamePattern.Kind.LITERAL && !row.isSystemNameRegex()) {
                users.putIfAbsent(user.name(), user.token());
            }
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        users.forEach((name, token) -> meant(roles.get(), name)
                .ifPresent(role -> outcome.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(token),
                                "there is no role \"" + ByteText.decode(name) + "\"; did you mean \""
                                        + ByteText.decode(role) + "\"?")
                        .serverSays("role \"" + ByteText.decode(name) + "\" does not exist")
                        .about(ByteText.decode(name))
                        .build())));
        return outcome.build();
    }

    private static Optional<String> meant(Set<String> roles, String name) {
        return roles.contains(name) || name.length() < LEAST_LETTERS
                ? Optional.empty()
                : DidYouMean.among(roles, name).filter(role -> !differsInNumber(role, name));
    }

    /** Names that are equal but for numbers are those of several programs of a kind. */
    private static boolean differsInNumber(String one, String other) {
        return one.replaceAll("[0-9]", "").equals(other.replaceAll("[0-9]", ""));
    }
}
