package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Exempted.By;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.policy.KnownRules;
import io.github.pgmtls.lint.policy.Suppression;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything from which a team is exempt, to be applied to the findings of one report. */
public final class Exemptions {

    /** What every suppression in a comment holds. */
    public static final String MARK = "pgmtls:";

    private final KnownRules known;
    private final LocalDate today;
    private final Fingerprints fingerprints;
    private final List<CommentSuppression> comments = new ArrayList<>();
    private final Map<Line, List<CommentSuppression>> commentsByLine = new HashMap<>();
    private final List<Suppression> entries = new ArrayList<>();
    private final Map<String, Baseline.Entry> baseline = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<Object> used = new HashSet<>();

    /** A line by its first byte. */
    private record Line(String path, int start) {}

    /** That a rule may be suppressed in a line of certain words. */
    private record Approval(String rule, Optional<LocalDate> until, String words) {}

    /** One of the rules of a comment. */
    private record Part(CommentSuppression comment, String rule) {}

    /**
     * Prepares to exempt from nothing yet.
     *
     * @param now the time by which exemptions end
     * @param fingerprints of the findings that will be looked at
     */
    public Exemptions(KnownRules known, Instant now, Fingerprints fingerprints) {
        this.known = known;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.fingerprints = fingerprints;
    }

    /** Finds what a file was in the revision whose suppressions count. */
    @FunctionalInterface
    public interface Approved {
        /** Returns it; nothing if all suppressions of the file count. */
        Optional<SourceFile> find(SourceFile file);
    }

    /**
     * Takes the suppressions in the comments of the files of all clusters.
     *
     * @param approved the same file in the revision whose suppressions count: of a file that it knows, only those count
     *     that are also there, for a line of the same words
     */
    public void addComments(Approved approved) {
        Wording wording = fingerprints.wording();
        for (SourceFile file : wording.marked()) {
            CommentReader.Result read = CommentReader.read(file, wording.lines(file), known);
            remarks.addAll(read.remarks());
            Optional<SourceFile> before = approved.find(file);
            Optional<Set<Approval>> approvals = before.map(old -> approvals(
                    CommentReader.read(old, wording.linesLike(file, old), known).suppressions()));
            read.suppressions().forEach(own -> addComment(own, approvals));
        }
    }

    private static Set<Approval> approvals(List<CommentSuppression> suppressions) {
        Set<Approval> approvals = new HashSet<>();
        for (CommentSuppression own : suppressions) {
            own.rules().forEach(rule -> approvals.add(new Approval(rule, own.until(), own.words())));
        }
        return approvals;
    }

    private static boolean isApproved(CommentSuppression own, Set<Approval> approvals) {
        return own.rules().stream().allMatch(rule -> approvals.contains(new Approval(rule, own.until(), own.words())));
    }

    private void addComment(CommentSuppression own, Optional<Set<Approval>> approvals) {
        if (approvals.filter(all -> !isApproved(own, all)).isPresent()) {
            remarks.add(new Remark(
                    Remark.Kind.INVALID,
                    own.place(),
                    "suppression is not in the approved revision, so it does not count",
                    ""));
        } else if (isOver(own.until())) {
            remarks.add(expired("suppression", own.until(), own.place(), ""));
        } else {
            comments.add(own);
            own.target()
                    .ifPresent(line -> commentsByLine
                            .computeIfAbsent(new Line(own.place().file().path(), line.start()), l -> new ArrayList<>())
                            .add(own));
        }
    }

    /** Takes the suppressions of a policy. */
    public void add(List<Suppression> suppressions) {
        for (Suppression own : suppressions) {
            if (isOver(own.until())) {
                remarks.add(expired("suppression", own.until(), own.place(), own.rule()));
            } else {
                entries.add(own);
            }
        }
    }

    /** Takes a baseline. */
    public void add(Baseline own) {
        for (Baseline.Entry entry : own.entries()) {
            baseline.put(entry.fingerprint(), entry);
        }
    }

    private static Remark expired(String what, Optional<LocalDate> until, Location place, String subject) {
        return new Remark(
                Remark.Kind.EXPIRED,
                place,
                what + " has expired: its last day was "
                        + until.map(LocalDate::toString).orElse(""),
                subject);
    }

    private boolean isOver(Optional<LocalDate> until) {
        return until.filter(today::isAfter).isPresent();
    }

    /** Returns by what a finding is exempt, if it is. Everything that covers it counts as used. */
    public Optional<Exempted> of(Finding finding) {
        if (known.find(finding.rule()).filter(KnownRules.Known::exemptible).isEmpty()) {
            return Optional.empty();
        }
        Optional<Exempted> found = Optional.empty();
        for (CommentSuppression own : commentsOn(finding.primary())) {
            if (own.rules().contains(finding.rule())) {
                used.add(new Part(own, finding.rule()));
                found = found.or(() -> Optional.of(
                        new Exempted(finding, By.COMMENT, Optional.of(own.reason()), own.until(), own.place())));
            }
        }
        for (Suppression own : entries) {
            if (covers(own, finding)) {
                used.add(own);
                found = found.or(() -> Optional.of(
                        new Exempted(finding, By.POLICY, Optional.of(own.reason()), own.until(), own.place())));
            }
        }
        if (baseline.isEmpty()) {
            return found;
        }
        Baseline.Entry entry = baseline.get(fingerprints.of(finding));
        if (entry == null || !used.add(entry) || isOver(entry.until())) {
            return found;
        }
        return found.or(
                () -> Optional.of(new Exempted(finding, By.BASELINE, entry.reason(), entry.until(), entry.place())));
    }

    private List<CommentSuppression> commentsOn(Location place) {
        if (commentsByLine.isEmpty() || place.span().end() == 0) {
            return List.of();
        }
        List<RecordLine> lines = fingerprints.wording().lines(place.file());
        return RecordLine.at(lines, place.span().start())
                .map(line -> commentsByLine.get(
                        new Line(place.file().path(), line.span().start())))
                .orElse(List.of());
    }

    private boolean covers(Suppression own, Finding finding) {
        return own.rule().equals(finding.rule())
                && own.cluster().filter(name -> !name.equals(finding.cluster())).isEmpty()
                && own.match()
                        .map(ByteText::encode)
                        .filter(pattern -> !Pattern.matches(pattern, fingerprints.words(finding))
                                && !Pattern.matches(
                                        pattern, finding.primary().file().path()))
                        .isEmpty();
    }

    /** Returns what is to be said about the exemptions themselves, once all findings have been looked at. */
    public List<Remark> remarks() {
        List<Remark> all = new ArrayList<>(remarks);
        for (CommentSuppression own : comments) {
            for (String rule : own.rules()) {
                if (!used.contains(new Part(own, rule))) {
                    all.add(unused(own.place(), rule));
                }
            }
        }
        entries.stream().filter(own -> !used.contains(own)).forEach(own -> all.add(unused(own.place(), own.rule())));
        for (Baseline.Entry entry : baseline.values()) {
            if (!used.contains(entry)) {
                String message = "baseline has an entry of \"" + entry.rule() + "\" in " + entry.path()
                        + " that is not found any more";
                all.add(new Remark(Remark.Kind.STALE, entry.place(), message, entry.fingerprint()));
            } else if (isOver(entry.until())) {
                all.add(expired("entry of the baseline", entry.until(), entry.place(), entry.fingerprint()));
            }
        }
        return all;
    }

    private static Remark unused(Location place, String rule) {
        return new Remark(Remark.Kind.UNUSED, place, "suppression of \"" + rule + "\" suppresses nothing", rule);
    }
}
