package io.github.pgmtls.lint;

import io.github.pgmtls.lint.AccessReport.Doors;
import io.github.pgmtls.lint.ClusterOverview.RecordFate;
import io.github.pgmtls.lint.ClusterOverview.UserAccess;
import io.github.pgmtls.lint.ClusterOverview.Way;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Reach;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.access.Roles;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaLine;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes overviews, each when it is its turn, so that a large directory does not fill the memory. */
final class ClusterOverviews {

    private static final int MOST_USERS = 60;
    private static final int MOST_RECORDS = 2000;

    /** Stands for users whom no record names; a name that nobody has. */
    private static final String ANYBODY_ELSE = "~";

    private final Workspace workspace;
    private final Cluster cluster;
    private final Instant now;
    private final Surroundings surroundings;
    private final AccessReporter reporter;

    private ClusterOverviews(Workspace workspace, Cluster cluster, Instant now) {
        this.workspace = workspace;
        this.cluster = cluster;
        this.now = now;
        this.surroundings = workspace.surroundings(cluster);
        this.reporter = new AccessReporter(cluster, cluster.meantRecords(), surroundings);
    }

    /** Reads a directory once more and returns overviews of its clusters, in their order. */
    static Stream<ClusterOverview> of(LintRequest request, Instant now) {
        Workspace workspace = Workspace.open(request);
        return workspace.clusters().stream().map(cluster -> new ClusterOverviews(workspace, cluster, now).overview());
    }

    private ClusterOverview overview() {
        Inspection.ClusterView view = Inspector.view(cluster, now);
        List<Way> ways = Arrays.stream(Way.values())
                .filter(way -> surroundings.transports().contains(way.transport()))
                .toList();
        Map<String, NamePattern> users = users();
        List<UserAccess> access = users.values().stream()
                .limit(MOST_USERS)
                .map(pattern -> access(pattern, ways))
                .toList();
        List<RecordFate> fates = fates();
        int lines = cluster.hba().map(hba -> hba.lines().size()).orElse(0);
        return new ClusterOverview(
                now,
                view,
                AccessReporter.obstacle(cluster),
                ways,
                access,
                users.size() - access.size(),
                fates,
                lines - fates.size(),
                new CertificateLogins(cluster, reporter, surroundings).of(view.certificates()));
    }

    /** Returns whom to tell apart: superusers, everybody whom a record names, and all others. */
    private Map<String, NamePattern> users() {
        Map<String, NamePattern> users = new LinkedHashMap<>();
        workspace.superusers(cluster).forEach(name -> put(users, literal(name)));
        surroundings
                .roles()
                .map(Roles::names)
                .ifPresent(names -> new TreeSet<>(names).forEach(name -> put(users, literal(name))));
        NamePattern others = literal(ANYBODY_ELSE);
        cluster.meantRecords().stream()
                .flatMap(record -> record.users().stream())
                .filter(pattern -> pattern.kind() != NamePattern.Kind.ALL)
                .limit(MOST_USERS)
                .forEach(pattern -> put(users, pattern));
        if (surroundings.roles().isEmpty()) {
            put(users, new NamePattern(NamePattern.Kind.ALL, "", others.token()));
        }
        return users;
    }

    private static void put(Map<String, NamePattern> users, NamePattern pattern) {
        users.putIfAbsent(pattern.kind() + " " + pattern.name(), pattern);
    }

    private static NamePattern literal(String name) {
        AuthToken nowhere = new AuthToken(SourceFile.of("", new byte[0]), 0, 0, "", false);
        return new NamePattern(NamePattern.Kind.LITERAL, name, nowhere);
    }

    private UserAccess access(NamePattern users, List<Way> ways) {
        Region region = users.kind() == NamePattern.Kind.ALL
                ? Region.everything().ofUser(ANYBODY_ELSE)
                : Region.everything().ofUsers(NameColumn.of(List.of(users)));
        Optional<String> user = users.kind() == NamePattern.Kind.LITERAL ? Optional.of(users.name()) : Optional.empty();
        Map<Way, Doors> doors = new EnumMap<>(Way.class);
        ways.forEach(way -> doors.put(way, reporter.doors(region.over(way.transport()), wanted(way), user)));
        boolean superuser = user.filter(workspace.superusers(cluster)::contains).isPresent();
        return new UserAccess(users, superuser, doors);
    }

    private static Predicate<Decision> wanted(Way way) {
        Predicate<Decision> without = Decision::admitsWithoutCertificate;
        return way == Way.TLS_WITH_CERTIFICATE ? decision -> !decision.isReject() && !without.test(decision) : without;
    }

    /**
     * Returns what becomes of each line. As for the findings, TLS is taken to be on, so that a record is seen to be
     * hidden even where nobody could use it anyway.
     */
    private List<RecordFate> fates() {
        List<HbaLine> lines = cluster.hba().map(HbaFile::lines).orElse(List.of());
        Reachability meant = Reachability.of(cluster.meantRecords(), workspace.roles(cluster));
        Reachability actual = Reachability.of(cluster.meantRecords(), surroundings);
        List<Integer> lineOfRecord = new ArrayList<>();
        List<RecordFate> fates = new ArrayList<>();
        for (HbaLine line : lines) {
            if (fates.size() == MOST_RECORDS) {
                break;
            }
            Optional<Reach> reach = Optional.empty();
            if (line.recordOrMeant().isPresent()) {
                int index = lineOfRecord.size();
                lineOfRecord.add(fates.size());
                reach = Optional.of(meant.isShadowed(index) ? meant.reach(index) : actual.reach(index));
            }
            fates.add(fate(line, reach, lineOfRecord));
        }
        return fates;
    }

    private static RecordFate fate(HbaLine line, Optional<Reach> reach, List<Integer> lineOfRecord) {
        List<Integer> hiddenBy = reach.filter(Reach.Shadowed.class::isInstance)
                .map(shadowed -> ((Reach.Shadowed) shadowed)
                        .by().stream().map(lineOfRecord::get).toList())
                .orElse(List.of());
        return new RecordFate(
                line.line(),
                line.recordOrMeant(),
                line.isRefused(),
                line.problem().map(LoadProblem::message),
                reach,
                hiddenBy);
    }
}
