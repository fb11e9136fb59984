package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.UnreadFile;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.Optional;

/** Something stands where the server reads a file, but it is no file, or not one that can be read. */
final class FileUnreadable implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "file-unreadable", Severity.ERROR, "a file that the server reads cannot be read here")
            .because("""
                    What is not read is not checked. A directory or a pipe in place of a file, a file without read \
                    permission, and more configuration than a sane server has (64 MiB, a million words on a line) are \
                    errors, so that nothing passes unseen.""")
            .claim(Claim.NOTHING)
            .remedy("Put a readable file of a sensible size there.")
            .source("PostgreSQL documentation, section File Locations")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'certs'\n").with("certs/readme.txt", "certificates\n"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'certs/root.crt'\n")
                    .withCredential("certs/root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Role role : Role.values()) {
            Optional<ServerFile> file = context.cluster().file(role);
            if (file.isPresent() && file.get().failure().isPresent()) {
                judge(context, file.get(), file.get().failure().get(), outcome);
            }
        }
        for (UnreadFile unread : context.cluster().reading().unread()) {
            if (unread.why() == UnreadFile.Why.BEYOND_LIMITS) {
                String message =
                        "\"" + ByteText.decode(unread.name()) + "\" is no regular file, or there is more than is read";
                outcome.add(context.finding(INFO, unread.place(), message).build());
            }
        }
        return outcome.build();
    }

    private static void judge(
            ClusterContext context, ServerFile file, FileRead.Failure failure, RuleOutcome.Builder outcome) {
        if (!isFault(file.role(), failure.reason())) {
            return;
        }
        if (file.role() == Role.SERVER_KEY && failure.reason() == FileRead.Reason.UNREADABLE) {
            outcome.inconclusive(
                    "private key \"" + ByteText.decode(file.name()) + "\" may not be read here", file.setBy());
            return;
        }
        Location place = file.setBy()
                .orElseGet(() -> Location.of(SourceFile.ofText(file.path().orElse(file.name()), "")));
        String message =
                file.role().words() + " \"" + ByteText.decode(file.name()) + "\" cannot be read: " + failure.detail();
        outcome.add(context.finding(INFO, place, message).build());
    }

    private static boolean isFault(Role role, FileRead.Reason reason) {
        return switch (reason) {
            case DIRECTORY -> role != Role.REVOCATION_DIRECTORY;
            case NOT_REGULAR, UNREADABLE, TOO_LARGE -> true;
            case ABSENT, NOT_A_DIRECTORY, OUTSIDE -> false;
        };
    }
}
