package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.cluster.Reading;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaLine;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.Span;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule about something for which the server refuses a whole file. Where no version is declared it asks every version,
 * and says which ones refuse: an error if the assumed version does, a warning if only another supported one does.
 */
public abstract class LoadRule implements ClusterRule {

    /** The oldest version that still gets minor releases. */
    private static final int OLDEST_SUPPORTED = 14;

    private final RuleInfo info;
    private final Function<Reading, Stream<LoadProblem>> problems;
    private final Set<LoadProblem.Kind> kinds;

    private LoadRule(
            RuleInfo info,
            Function<Reading, Stream<LoadProblem>> problems,
            LoadProblem.Kind first,
            LoadProblem.Kind... rest) {
        this.info = info;
        this.problems = problems;
        this.kinds = EnumSet.of(first, rest);
    }

    /** A rule about pg_hba.conf. */
    public abstract static class Hba extends LoadRule {

        protected Hba(RuleInfo info, LoadProblem.Kind first, LoadProblem.Kind... rest) {
            super(info, Hba::problems, first, rest);
        }

        private static Stream<LoadProblem> problems(Reading reading) {
            Stream<LoadProblem> further = reading.hba().map(HbaFile::lines).orElse(List.of()).stream()
                    .flatMap(line -> line.meant().map(HbaLine.MeantRecord::furtherProblems).stream())
                    .flatMap(List::stream);
            return Stream.concat(reading.hbaProblems().stream(), further);
        }
    }

    /** A rule about pg_ident.conf. */
    public abstract static class Ident extends LoadRule {

        protected Ident(RuleInfo info, LoadProblem.Kind first, LoadProblem.Kind... rest) {
            super(info, reading -> reading.identProblems().stream(), first, rest);
        }
    }

    /** A rule about postgresql.conf. */
    public abstract static class Conf extends LoadRule {

        protected Conf(RuleInfo info, LoadProblem.Kind first, LoadProblem.Kind... rest) {
            super(info, reading -> reading.settingsProblems().stream(), first, rest);
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
    protected Stream<Finding> furtherFindings(ClusterContext context) {
        return Stream.empty();
    }

    @Override
    public final RuleOutcome check(ClusterContext context) {
        Map<Place, NavigableMap<PostgresVersion, LoadProblem>> byPlace = new LinkedHashMap<>();
        for (Reading reading : context.cluster().readings()) {
            problems.apply(reading)
                    .filter(problem -> kinds.contains(problem.kind()))
                    .forEach(problem -> byPlace.computeIfAbsent(Place.of(problem), p -> new TreeMap<>())
                            .putIfAbsent(reading.version(), problem));
        }
        Stream<Finding> refused = byPlace.values().stream().map(refusals -> finding(context, refusals));
        return RuleOutcome.of(Stream.concat(refused, furtherFindings(context)).toList());
    }

    private Finding finding(ClusterContext context, NavigableMap<PostgresVersion, LoadProblem> refusals) {
        PostgresVersion judged = context.cluster().version();
        boolean refusedHere = refusals.containsKey(judged);
        PostgresVersion refusing = refusedHere ? judged : refusals.lastKey();
        LoadProblem problem = Objects.requireNonNull(refusals.get(refusing));
        boolean everywhere = context.cluster().isVersionDeclared()
                || refusals.size() == PostgresVersion.all().size();
        String versions = everywhere ? "" : " (refused by PostgreSQL " + VersionWords.of(refusals.keySet()) + ")";
        FindingBuilder finding = context.finding(info, problem.place(), message(problem) + versions)
                .serverSays(problem.message());
        hint(problem).ifPresent(finding::hint);
        if (!refusedHere) {
            boolean supported = refusals.lastKey().isAtLeast(OLDEST_SUPPORTED);
            finding.severity(supported ? Severity.WARNING : Severity.INFO);
        }
        return finding.build();
    }

    private record Place(LoadProblem.Kind kind, String path, Span span) {
        static Place of(LoadProblem problem) {
            return new Place(
                    problem.kind(),
                    problem.place().file().path(),
                    problem.place().span());
        }
    }
}
