package io.github.pgmtls.lint;

import io.github.pgmtls.lint.exemption.Baseline;
import io.github.pgmtls.lint.policy.Policy;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What to lint and as of when.
 *
 * @param directory the directory that holds the configuration, at any depth
 * @param postgresql the version of the servers where the configuration does not name one
 * @param now the time by which certificates are judged and exemptions end; the clock's if empty
 * @param serverNames the names that clients connect to, beside those that the configuration names
 * @param policy the path of the policy in the directory; it need not be there if it is the usual one
 * @param baseline the path of the baseline in the directory, which need not be there if it is the usual one; if empty,
 *     none counts
 * @param suppressions whether suppressions count
 * @param policyRef the git revision from which policy, suppressions and baseline are taken; from the directory if empty
 */
public record LintRequest(
        Path directory,
        Optional<PostgresVersion> postgresql,
        Optional<Instant> now,
        List<String> serverNames,
        String policy,
        Optional<String> baseline,
        boolean suppressions,
        Optional<String> policyRef) {

    public LintRequest {
        serverNames = List.copyOf(serverNames);
    }

    /** Asks for everything in a directory, as of now. */
    public static LintRequest of(Path directory) {
        return new LintRequest(
                directory,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Policy.FILE_NAME,
                Optional.of(Baseline.FILE_NAME),
                true,
                Optional.empty());
    }

    /**
     * Names the major version of the servers.
     *
     * @throws IllegalArgumentException if that version is not modelled
     */
    public LintRequest postgresql(int major) {
        return new LintRequest(
                directory,
                Optional.of(new PostgresVersion(major)),
                now,
                serverNames,
                policy,
                baseline,
                suppressions,
                policyRef);
    }

    /** Judges certificates and the end of exemptions as of a time. */
    public LintRequest now(Instant time) {
        return new LintRequest(
                directory, postgresql, Optional.of(time), serverNames, policy, baseline, suppressions, policyRef);
    }

    /** Adds names that clients connect to. */
    public LintRequest serverNames(List<String> names) {
        return new LintRequest(directory, postgresql, now, names, policy, baseline, suppressions, policyRef);
    }

    /** Names the policy, by its path in the directory. */
    public LintRequest policy(String path) {
        return new LintRequest(directory, postgresql, now, serverNames, path, baseline, suppressions, policyRef);
    }

    /** Names the baseline, by its path in the directory; with nothing, none counts. */
    public LintRequest baseline(Optional<String> path) {
        return new LintRequest(directory, postgresql, now, serverNames, policy, path, suppressions, policyRef);
    }

    /** Says whether suppressions count. */
    public LintRequest suppressions(boolean count) {
        return new LintRequest(directory, postgresql, now, serverNames, policy, baseline, count, policyRef);
    }

    /** Takes policy, suppressions and baseline from a git revision, so that a change cannot exempt itself. */
    public LintRequest policyRef(String revision) {
        return new LintRequest(
                directory, postgresql, now, serverNames, policy, baseline, suppressions, Optional.of(revision));
    }
}
