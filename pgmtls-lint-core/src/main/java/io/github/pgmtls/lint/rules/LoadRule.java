package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.cluster.Verdict;
import io.github.pgmtls.lint.cluster.Verdict.FileVerdict;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A rule about something for which the server refuses a whole file. Where no version is declared it asks every version,
 * and says which ones refuse: an error if the assumed version does, a warning if only another supported one does.
 */
public abstract class LoadRule implements ClusterRule {

    /** The oldest version that still gets minor releases. */
    private static final int OLDEST_SUPPORTED = 14;

    private final RuleInfo info;
    private final Function<Verdict, FileVerdict> file;
    private final Set<LoadProblem.Kind> kinds;

    private LoadRule(
            RuleInfo info, Function<Verdict, FileVerdict> file, LoadProblem.Kind first, LoadProblem.Kind... rest) {
        this.info = info.neverExempt();
        this.file = file;
        this.kinds = EnumSet.of(first, rest);
    }

    /** A rule about pg_hba.conf. */
    public abstract static class Hba extends LoadRule {

        protected Hba(RuleInfo info, LoadProblem.Kind first, LoadProblem.Kind... rest) {
            super(info, Verdict::hba, first, rest);
        }
    }

    /** A rule about pg_ident.conf. */
    public abstract static class Ident extends LoadRule {

        protected Ident(RuleInfo info, LoadProblem.Kind first, LoadProblem.Kind... rest) {
            super(info, Verdict::ident, first, rest);
        }
    }

    /** A rule about pg_hosts.conf. */
    public abstract static class Hosts extends LoadRule {

        protected Hosts(RuleInfo info, LoadProblem.Kind first, LoadProblem.Kind... rest) {
            super(info, Verdict::hosts, first, rest);
        }
    }

    /** A rule about postgresql.conf. */
    public abstract static class Conf extends LoadRule {

        protected Conf(RuleInfo info, LoadProblem.Kind first, LoadProblem.Kind... rest) {
            super(info, Verdict::settings, first, rest);
        }
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    /** Returns what is wrong, in the user's words. */
    protected abstract String message(LoadProblem problem);

    /** Returns what to do about this very problem, if there is more to say than the rule's remedy. */
    protected Optional<String> hint(LoadProblem problem) {
        return Optional.empty();
    }

    /** Returns what else there is to find, in files that the server loads. */
    protected List<Finding> furtherFindings(ClusterContext context) {
        return List.of();
    }

    @Override
    public final RuleOutcome check(ClusterContext context) {
        Map<Place, NavigableMap<PostgresVersion, LoadProblem>> byPlace = new LinkedHashMap<>();
        for (Verdict verdict : context.cluster().verdicts()) {
            FileVerdict says = file.apply(verdict);
            for (List<LoadProblem> problems : List.of(says.problems(), says.furtherProblems())) {
                for (LoadProblem problem : problems) {
                    if (kinds.contains(problem.kind()) && !Templates.isFilledIn(problem.place())) {
                        byPlace.computeIfAbsent(Place.of(problem), p -> new TreeMap<>())
                                .putIfAbsent(verdict.version(), problem);
                    }
                }
            }
        }
        List<Finding> findings = byPlace.isEmpty() ? new ArrayList<>() : refused(context, byPlace);
        findings.addAll(furtherFindings(context));
        return RuleOutcome.of(findings);
    }

    private List<Finding> refused(
            ClusterContext context, Map<Place, NavigableMap<PostgresVersion, LoadProblem>> byPlace) {
        Map<Group, List<LoadProblem>> groups = new LinkedHashMap<>();
        byPlace.forEach(
                (place, refusals) -> groups.computeIfAbsent(group(context, place, refusals), g -> new ArrayList<>())
                        .add(toShow(context, refusals)));
        List<Finding> findings = new ArrayList<>();
        groups.forEach((group, problems) -> findings.add(finding(context, group.refusing(), problems)));
        return findings;
    }

    /** Returns the problem as the version that counts sees it or, if it sees none, the newest that does. */
    private static LoadProblem toShow(ClusterContext context, NavigableMap<PostgresVersion, LoadProblem> refusals) {
        PostgresVersion judged = context.cluster().version();
        return Objects.requireNonNull(refusals.get(refusals.containsKey(judged) ? judged : refusals.lastKey()));
    }

    /** What the judged version refuses is told place by place; what only others do, once for all places alike. */
    private Group group(ClusterContext context, Place place, NavigableMap<PostgresVersion, LoadProblem> refusals) {
        boolean refusedHere = refusals.containsKey(context.cluster().version());
        return new Group(
                refusedHere ? Optional.of(place) : Optional.empty(),
                message(toShow(context, refusals)),
                new TreeSet<>(refusals.keySet()));
    }

    private Finding finding(
            ClusterContext context, NavigableSet<PostgresVersion> refusing, List<LoadProblem> problems) {
        LoadProblem problem = problems.get(0);
        boolean everywhere = context.cluster().isVersionDeclared()
                || refusing.size() == PostgresVersion.all().size();
        String versions = everywhere ? "" : " (refused by PostgreSQL " + VersionWords.of(refusing) + ")";
        int more = problems.size() - 1;
        String elsewhere = more == 0 ? "" : ", here and at " + more + (more == 1 ? " more place" : " more places");
        FindingBuilder finding = context.finding(info, problem.place(), message(problem) + versions + elsewhere)
                .serverSays(problem.message());
        hint(problem).ifPresent(finding::hint);
        if (!refusing.contains(context.cluster().version())) {
            boolean supported = refusing.last().isAtLeast(OLDEST_SUPPORTED);
            finding.severity(supported ? Severity.WARNING : Severity.INFO);
        }
        return finding.build();
    }

    private record Group(Optional<Place> place, String message, NavigableSet<PostgresVersion> refusing) {}

    private record Place(LoadProblem.Kind kind, String path, Span span) {

        static Place of(LoadProblem problem) {
            Location place = problem.place();
            // old versions read a line that is too long in pieces and complain about each
            Span span = problem.kind() == LoadProblem.Kind.TOKEN
                    ? place.file().lineSpan(place.file().line(place.span().start()))
                    : place.span();
            return new Place(problem.kind(), place.file().path(), span);
        }
    }
}
