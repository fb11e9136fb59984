package io.github.pgmtls.lint;

import io.github.pgmtls.lint.exemption.Baseline;
import io.github.pgmtls.lint.exemption.Exemptions;
import io.github.pgmtls.lint.exemption.Fingerprints;
import io.github.pgmtls.lint.exemption.Remark;
import io.github.pgmtls.lint.exemption.WordedFiles;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.rules.ExemptionRule;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.exemption.ExemptionRules;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes from a report what is suppressed or in the baseline. Loaded only where there is something like that. */
final class ExemptionStep {

    private final Workspace workspace;
    private final Instant now;
    private final List<WordedFiles> files;

    ExemptionStep(Workspace workspace, Instant now, List<WordedFiles> files) {
        this.workspace = workspace;
        this.now = now;
        this.files = List.copyOf(files);
    }

    LintReport apply(LintReport report, TreeContext tree) {
        Exemptions exemptions = exemptions(report);
        List<Finding> left = new ArrayList<>();
        List<Exempted> exempted = new ArrayList<>();
        for (Finding finding : report.findings()) {
            exemptions.of(finding).ifPresentOrElse(exempted::add, () -> left.add(finding));
        }
        List<Finding> all = new ArrayList<>(report.findings());
        List<Remark> remarks = exemptions.remarks();
        for (ExemptionRule rule : ExemptionRules.ALL) {
            List<Finding> own = rule.check(remarks, tree);
            left.addAll(own);
            all.addAll(own);
        }
        left.sort(new FindingOrder());
        all.sort(new FindingOrder());
        return new LintReport(
                report.clusters(),
                left,
                report.notChecked(),
                report.coverage(),
                exempted,
                new Fingerprints(all, files),
                report.rules(),
                report.overviews());
    }

    private Exemptions exemptions(LintReport report) {
        ExemptionSources sources = workspace.exemptions();
        Exemptions exemptions = new Exemptions(new CatalogRules(), now, report.fingerprints());
        if (sources.request().suppressions()) {
            exemptions.addComments(sources::approvedVersion);
            exemptions.add(workspace.policy().suppressions());
        }
        sources.request()
                .baseline()
                .flatMap(path -> baseline(sources.approved(), path, false))
                .ifPresent(exemptions::add);
        return exemptions;
    }

    /**
     * Reads a baseline.
     *
     * @param mayBeAbsent whether it need not be there although it is not the usual one
     */
    static Optional<Baseline> baseline(FileTree tree, String path, boolean mayBeAbsent) {
        FileRead read = tree.read(path);
        if (read instanceof FileRead.Failure failure) {
            boolean needNotBeThere = mayBeAbsent || path.equals(Baseline.FILE_NAME);
            if (failure.reason() == FileRead.Reason.ABSENT && needNotBeThere) {
                return Optional.empty();
            }
            throw new LintException("the baseline " + path + " cannot be read: " + failure.detail());
        }
        try {
            return Optional.of(Baseline.read(((FileRead.Content) read).file()));
        } catch (Baseline.Unreadable e) {
            throw new LintException(String.valueOf(e.getMessage()), e);
        }
    }
}
