package io.github.pgmtls.lint.rules;

/**
 * A rule about which record decides which connections. It is asked only where all records are known: one that stands in
 * a file that was not read could come first.
 */
public abstract class FirstMatchRule implements ClusterRule {

    private final RuleInfo info;

    protected FirstMatchRule(RuleInfo info) {
        this.info = info;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final RuleOutcome check(ClusterContext context) {
        if (context.cluster().hba().filter(hba -> !hba.isComplete()).isPresent()) {
            return RuleOutcome.inconclusive("pg_hba.conf includes files that are not in the linted directory");
        }
        if (context.cluster().meantRecords().isEmpty()) {
            return RuleOutcome.notApplicable("there are no records");
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        judge(context, outcome);
        return outcome.build();
    }

    /** Looks at {@link ClusterContext#reachability()}. */
    protected abstract void judge(ClusterContext context, RuleOutcome.Builder outcome);
}
