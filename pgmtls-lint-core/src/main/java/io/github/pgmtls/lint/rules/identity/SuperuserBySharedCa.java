package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Credentials;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.identity.UserNameMap;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A CA for everybody decides who is a superuser. */
final class SuperuserBySharedCa extends FirstMatchRule {

    private static final String HBA = "hostssl  all  postgres  10.0.0.0/8  cert\n";
    private static final String CONF = "ssl = on\nssl_ca_file = 'root.crt'\n";

    private static final RuleInfo INFO = RuleInfo.of(
                    "superuser-by-shared-ca",
                    Severity.ERROR,
                    "a CA that is not for this server alone can make superusers")
            .because("""
                    Whoever gets a certificate with CN=postgres from a CA in ssl_ca_file is a superuser, on every \
                    server that trusts it. A CA that issues certificates for a whole company looks at other things \
                    than the names of PostgreSQL's roles. Where nobody declares whose CA it is, a record for many \
                    users is a finding of its own, and one that names the superuser is not checked.""")
            .claim(Claim.LETS_IN)
            .remedy("""
                    Use a CA for the clients of this server alone and declare client-ca: {dedicated: true} in \
                    pgmtls.yaml, or put hostssl all postgres all reject above.""")
            .source("PostgreSQL documentation, sections Certificate Authentication and Using Client Certificates")
            .bad(Example.hba(HBA)
                    .with("postgresql.conf", CONF)
                    .with("pgmtls.yaml", "clusters: {db: {client-ca: {dedicated: false}}}\n")
                    .withCredential("root.crt", "O=Corp,CN=Corp Root | ca"))
            .good(Example.hba(HBA)
                    .with("postgresql.conf", CONF)
                    .with("pgmtls.yaml", "clusters: {db: {client-ca: {dedicated: true}}}\n")
                    .withCredential("root.crt", "O=Corp,CN=Client CA of db | ca"));

    SuperuserBySharedCa() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Optional<Boolean> dedicated = context.cluster().definition().dedicatedClientCa();
        if (dedicated.orElse(false)) {
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (SuperuserDoors.Door door : SuperuserDoors.of(context).remote()) {
            HbaRecord record = door.record();
            if (record.clientCert() != ClientCert.VERIFY_FULL || !door.isCertain()) {
                continue;
            }
            if (record.map().isPresent()) {
                rows(context, door)
                        .filter(seen::add)
                        .forEach(row -> judge(context, door, Optional.of(row), dedicated, outcome));
            } else if (!record.usesDistinguishedName() && seen.add(record)) {
                judge(context, door, Optional.empty(), dedicated, outcome);
            }
        }
    }

    /** Returns the rows that give the superuser away by name; of those that give many users away another rule tells. */
    private static Stream<IdentMapping> rows(ClusterContext context, SuperuserDoors.Door door) {
        PostgresVersion version = context.cluster().version();
        return UserNameMap.of(context.cluster().mappings(), version)
                .rowsFor(door.record().map().orElseThrow(), door.user(), context.surroundings()::membership)
                .stream()
                .filter(row -> !MapRows.isOpen(row, version));
    }

    private static void judge(
            ClusterContext context,
            SuperuserDoors.Door door,
            Optional<IdentMapping> row,
            Optional<Boolean> dedicated,
            RuleOutcome.Builder outcome) {
        String name = row.map(own -> MapRows.words(own.systemName())).orElse(door.name());
        boolean isSilent = row.isPresent() ? !name.equals(door.name()) : door.isGeneral();
        if (dedicated.isPresent()) {
            outcome.add(finding(context, door, row, name));
        } else if (!isSilent) {
            outcome.inconclusive(
                    "whether the CA makes certificates with CN \"" + name + "\" for others too is not "
                            + "declared; say client-ca: {dedicated: true} or false in pgmtls.yaml",
                    place(door, row));
        }
    }

    private static Location place(SuperuserDoors.Door door, Optional<IdentMapping> row) {
        return row.map(own -> HbaRecord.locationOf(own.databaseUser()))
                .orElseGet(() -> door.record().location());
    }

    private static Finding finding(
            ClusterContext context, SuperuserDoors.Door door, Optional<IdentMapping> row, String name) {
        Credentials credentials = context.cluster().credentials();
        Optional<Certificate> authority = credentials
                .clientCa()
                .or(credentials::spareRoot)
                .flatMap(file -> file.certificates().stream().findFirst());
        String message = "whoever gets a certificate with " + (row.isPresent() ? "the name" : "CN") + " \"" + name
                + "\" from " + authority.map(own -> "\"" + own.subject() + "\"").orElse("the CA in ssl_ca_file")
                + ", which is not for this server alone, is a superuser";
        FindingBuilder finding =
                context.finding(INFO, place(door, row), message).about(door.name());
        row.ifPresent(own -> finding.related(door.record().location(), "this record uses the map"));
        authority.ifPresent(own -> finding.related(own.place().firstLine(), "this CA"));
        return finding.build();
    }
}
