package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.exemption.Remark;
import io.github.pgmtls.lint.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** A rule about exemptions from other rules. It is asked after all others, and nobody is exempt from it. */
public abstract non-sealed class ExemptionRule implements Rule {

    private final RuleInfo info;
    private final Remark.Kind kind;

    protected ExemptionRule(RuleInfo info, Remark.Kind kind) {
        this.info = info.neverExempt();
        this.kind = kind;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    /** Checks what there is to be said about the exemptions of a directory. */
    public final List<Finding> check(List<Remark> remarks, TreeContext context) {
        List<Finding> findings = new ArrayList<>();
        for (Remark remark : remarks) {
            if (remark.kind() == kind) {
                findings.add(context.finding(info, remark.place(), remark.message())
                        .about(remark.subject())
                        .build());
            }
        }
        return findings;
    }
}
