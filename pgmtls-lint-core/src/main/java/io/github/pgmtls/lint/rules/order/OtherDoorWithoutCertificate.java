package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A user who is named in a record that demands a certificate gets in without one elsewhere. */
final class OtherDoorWithoutCertificate extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "other-door-without-certificate",
                    Severity.WARNING,
                    "a user who must show a certificate gets in without one, to another database or from elsewhere")
            .because("""
                    A record with cert protects the databases and addresses that it names. For the same user, every \
                    other database and address is decided by later records; where those ask for a password, whoever \
                    has the password needs no certificate. Users are those that the \
                    record names or, if it is for all, that have a certificate here. Other records that name the user \
                    are taken as meant.""")
            .claim(Claim.LETS_IN)
            .remedy("Put a reject record for this user below the record with cert, for all databases and addresses.")
            .source("PostgreSQL documentation, section The pg_hba.conf File")
            .bad(Example.hba("hostssl  shop  app1  10.0.0.0/8  cert\nhostssl  all   all   all         scram-sha-256\n"))
            .good(Example.hba("""
                    hostssl  shop  app1  10.0.0.0/8  cert
                    hostssl  all   app1  all         reject
                    hostssl  all   all   all         scram-sha-256
                    """));

    private static final int MOST_USERS = 2_000;

    private static final int ENOUGH = 16;

    OtherDoorWithoutCertificate() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        if (context.cluster().meantRecords().stream().noneMatch(OtherDoorWithoutCertificate::isOpenToMany)) {
            return;
        }
        Set<HbaRecord> blamed = new HashSet<>();
        Set<Asked> asked = new HashSet<>();
        Unclear unclear = new Unclear();
        CertificateDoors.of(context).byRecord().forEach((demanding, doors) -> {
            AddressPattern addresses = family(demanding.address());
            List<NamePattern> named = Stream.concat(
                            demanding.users().stream().filter(user -> user.kind() == NamePattern.Kind.LITERAL),
                            holders(context, demanding))
                    .filter(user -> asked.size() < MOST_USERS)
                    .filter(user -> asked.add(new Asked(user.name(), addresses)))
                    .toList();
            Region elsewhere = Region.everything()
                    .over(Transport.TLS)
                    .ofUsers(NameColumn.of(named))
                    .toAllDatabases()
                    .from(List.of(addresses));
            Deciders open = named.isEmpty()
                    ? new Deciders(List.of(), true)
                    : context.reachability().deciders(elsewhere, Decision::admitsWithoutCertificate, ENOUGH);
            unclear.firstCertain(demanding, open, door -> isOther(door, doors))
                    .filter(door -> blamed.add(door.record().orElseThrow()))
                    .ifPresent(door -> outcome.add(finding(context, demanding, door)));
        });
        unclear.tell(outcome, "is for users who get in without a certificate elsewhere");
        if (asked.size() == MOST_USERS) {
            outcome.inconclusive(
                    "only the first " + MOST_USERS + " users named in records with certificates were looked at");
        }
    }

    /** Returns who is in possession of a certificate for a record that is for everybody. */
    private static Stream<NamePattern> holders(ClusterContext context, HbaRecord demanding) {
        Optional<NamePattern> everybody = demanding.users().stream()
                .filter(user -> user.kind() == NamePattern.Kind.ALL)
                .findFirst();
        return everybody.isEmpty() || demanding.map().isPresent() || demanding.usesDistinguishedName()
                ? Stream.empty()
                : context.cluster().credentials().clients().stream()
                        .flatMap(file -> file.certificates().stream().limit(1))
                        .flatMap(leaf -> leaf.subject().commonName().stream())
                        .map(name -> new NamePattern(
                                NamePattern.Kind.LITERAL, name, everybody.get().token()));
    }

    /** A question that has the same answer for every record with this user. */
    private record Asked(String user, AddressPattern addresses) {}

    /** Another family than the one that a record is all about is the subject of address-family-hole. */
    private static AddressPattern family(AddressPattern address) {
        return address instanceof Network network && network.mask().prefixLength() == 0
                ? address
                : new AddressPattern.Any();
    }

    private static boolean isOther(Decider door, CertificateDoors.Doors doors) {
        return door.record()
                .filter(record -> isOpenToMany(record) && !doors.blame(record))
                .isPresent();
    }

    /** A record that names the user and asks for a password is deliberate; one for many may not be. */
    private static boolean isOpenToMany(HbaRecord record) {
        return Decision.of(record).admitsWithoutCertificate()
                && record.method() != AuthMethod.TRUST
                && !record.address().isLoopback()
                && record.type().matches(Transport.TLS)
                && record.userNames().names().stream().anyMatch(user -> user.kind() != NamePattern.Kind.LITERAL);
    }

    private static Finding finding(ClusterContext context, HbaRecord demanding, Decider door) {
        String message = door.witness().connection().phrase() + " gets in without a certificate, by \""
                + door.decision().phrase() + "\"";
        return context.finding(INFO, door.record().orElseThrow().location(), message)
                .related(demanding.location(), "this record demands a certificate of the same user")
                .build();
    }
}
