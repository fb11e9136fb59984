package io.github.pgmtls.lint;

import io.github.pgmtls.lint.exemption.Baseline;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A baseline made anew from what is found now. Entries that are still found keep what is said of them; what is suppressed
 * needs no entry.
 *
 * @param baseline its entries by path, rule and fingerprint
 * @param added how many of them are new
 * @param removed how many entries were dropped, because what they are of is not found any more
 * @param leftOut what is found and cannot be in a baseline: what keeps a file from loading, and leaked keys
 */
public record BaselineUpdate(Baseline baseline, int added, int removed, List<Finding> leftOut) {

    /** Returns how many entries the new baseline has. */
    public int size() {
        return baseline.entries().size();
    }

    private static final Comparator<Baseline.Entry> ORDER = Comparator.comparing(Baseline.Entry::path)
            .thenComparing(Baseline.Entry::rule)
            .thenComparing(Baseline.Entry::fingerprint);

    public BaselineUpdate {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Looks at a directory and its baseline.
     *
     * @param onlyPrune whether entries are only removed and none added
     * @throws LintException as {@link Linter#lint}, or if no baseline is asked for
     */
    public static BaselineUpdate of(LintRequest request, boolean onlyPrune) {
        String path = request.baseline().orElseThrow(() -> new LintException("there is no baseline to be written"));
        LintReport report = Linter.lint(request.baseline(Optional.empty()));
        Map<String, Baseline.Entry> old = new HashMap<>();
        ExemptionStep.baseline(Workspace.tree(request), path, true)
                .ifPresent(before -> before.entries().forEach(entry -> old.put(entry.fingerprint(), entry)));
        LocalDate today = LocalDate.ofInstant(request.now().orElseGet(Instant::now), ZoneOffset.UTC);
        List<Baseline.Entry> entries = new ArrayList<>();
        List<Finding> leftOut = new ArrayList<>();
        int kept = 0;
        for (Finding finding : report.findings()) {
            String fingerprint = report.fingerprints().of(finding);
            Optional<Baseline.Entry> known = Optional.ofNullable(old.get(fingerprint));
            if (RuleCatalog.find(finding.rule()).filter(RuleInfo::exemptible).isEmpty()) {
                leftOut.add(finding);
            } else if (known.isPresent()) {
                entries.add(known.get());
                kept++;
            } else if (!onlyPrune) {
                entries.add(entry(finding, fingerprint, report.fingerprints().words(finding), today));
            }
        }
        entries.sort(ORDER);
        return new BaselineUpdate(new Baseline(entries), entries.size() - kept, old.size() - kept, leftOut);
    }

    private static Baseline.Entry entry(Finding finding, String fingerprint, String words, LocalDate today) {
        return new Baseline.Entry(
                fingerprint,
                finding.rule(),
                finding.primary().file().path(),
                finding.cluster(),
                words,
                Optional.of(today),
                Optional.empty(),
                Optional.empty(),
                finding.primary());
    }
}
