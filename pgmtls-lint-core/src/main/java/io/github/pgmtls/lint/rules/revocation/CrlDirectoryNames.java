package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.HashedDirectory;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files in ssl_crl_dir that the server does not find. */
final class CrlDirectoryNames implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-directory-names", Severity.ERROR, "the server does not find a revocation list in ssl_crl_dir")
            .because("""
                    The server looks a list up by the hash of its issuer's name: <hash>.r0, .r1 and so on without a \
                    gap. It starts without a word if there is none, and then refuses every client certificate.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Run openssl rehash on the directory.")
            .source("PostgreSQL documentation, ssl_crl_dir; openssl-rehash(1)")
            .since(14)
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_dir = 'crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("crl/root.crl", "crl of root.crt"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_dir = 'crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("crl/dcaaf7f0.r0", "crl of root.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<HashedDirectory> directory = context.cluster().credentials().revocationDirectory();
        if (directory.isEmpty()) {
            return RuleOutcome.notApplicable("there is no directory of revocation lists");
        }
        List<HashedDirectory.Oddity> oddities = directory.get().oddities().stream()
                .filter(oddity -> !isFoundByAnotherName(oddity, directory.get()))
                .toList();
        boolean explained = oddities.size() > 1;
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (HashedDirectory.Oddity oddity : oddities) {
            if (oddity.kind() != HashedDirectory.Kind.NOTHING_FOUND || !explained) {
                place(context, oddity)
                        .ifPresent(place -> outcome.add(
                                context.finding(INFO, place, "server does not find this: " + oddity.message())
                                        .build()));
            }
        }
        return outcome.build();
    }

    /** openssl rehash leaves the files as they are and makes links to them. */
    private static boolean isFoundByAnotherName(HashedDirectory.Oddity oddity, HashedDirectory directory) {
        if (oddity.kind() != HashedDirectory.Kind.NOT_HASHED || oddity.file().isEmpty()) {
            return false;
        }
        Set<String> found = new HashSet<>();
        directory.revocationLists().forEach(list -> found.add(list.fingerprint()));
        return PemFile.parse(oddity.file().get()).revocationLists().stream()
                .allMatch(list -> found.contains(list.fingerprint()));
    }

    private static Optional<Location> place(ClusterContext context, HashedDirectory.Oddity oddity) {
        return oddity.file()
                .map(Location::of)
                .or(() -> context.cluster().file(Role.REVOCATION_DIRECTORY).flatMap(ServerFile::setBy));
    }
}
