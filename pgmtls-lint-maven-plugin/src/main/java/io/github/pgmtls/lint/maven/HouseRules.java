package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.exemption.Baseline;
import io.github.pgmtls.lint.policy.Policy;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say what counts besides the configuration itself.
 *
 * @param policy the policy, by its path in the directory
 * @param baseline the baseline, by its path in the directory, if one counts
 * @param suppressions whether suppressions count
 * @param policyRef the git revision from which all of these are taken
 */
record HouseRules(String policy, Optional<String> baseline, boolean suppressions, Optional<String> policyRef) {

    private static final String OFF = "off";

    /** What counts where nobody says otherwise. */
    static final HouseRules USUAL =
            new HouseRules(Policy.FILE_NAME, Optional.of(Baseline.FILE_NAME), true, Optional.empty());

    /** Returns the usual ones with another policy. */
    static HouseRules withPolicy(String policy) {
        return new HouseRules(policy.strip(), USUAL.baseline, USUAL.suppressions, USUAL.policyRef);
    }

    static HouseRules of(String policy, String baseline, String suppressions, @Nullable String policyRef)
            throws MojoExecutionException {
        String path = baseline.strip();
        return new HouseRules(
                policy.strip(),
                path.equalsIgnoreCase(OFF) ? Optional.empty() : Optional.of(path),
                isOn(suppressions),
                Optional.ofNullable(policyRef).map(String::strip).filter(revision -> !revision.isEmpty()));
    }

    private static boolean isOn(String suppressions) throws MojoExecutionException {
        return switch (suppressions.strip().toLowerCase(Locale.ROOT)) {
            case "on", "true" -> true;
            case OFF, "false" -> false;
            default ->
                throw new MojoExecutionException(
                        "pgmtls.suppressions is \"" + suppressions + "\"; it can be on or off");
        };
    }

    LintRequest applyTo(LintRequest request) {
        LintRequest own = request.policy(policy).baseline(baseline).suppressions(suppressions);
        return policyRef.map(own::policyRef).orElse(own);
    }
}
