package io.github.pgmtls.lint;

import io.github.pgmtls.lint.Inspection.FileView;
import io.github.pgmtls.lint.Inspection.Message;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.Reading;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.cluster.Verdict;
import io.github.pgmtls.lint.cluster.Verdict.FileVerdict;
import io.github.pgmtls.lint.config.FileSettingRow;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRuleRow;
import io.github.pgmtls.lint.config.HbaView;
import io.github.pgmtls.lint.config.HostsFile;
import io.github.pgmtls.lint.config.HostsRow;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.IdentMappingRow;
import io.github.pgmtls.lint.config.IdentView;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.config.UnreadFile;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How one kind of configuration file becomes a {@link FileView}.
 *
 * @param find the file of a reading
 * @param verdict what a version says about the file
 * @param source its text
 * @param loads whether the server takes what was read of it
 * @param unread what of it was not read, by name
 * @param messages what the server says about it
 * @param rows the rows of the server's view of it
 */
record FileViews<F, R>(
        Function<Reading, Optional<F>> find,
        Function<Verdict, FileVerdict> verdict,
        Function<F, SourceFile> source,
        Predicate<F> loads,
        Function<F, Stream<String>> unread,
        Function<F, Stream<Message>> messages,
        Function<F, List<R>> rows) {

    private static final FileViews<HbaFile, HbaRuleRow> HBA = new FileViews<>(
            Reading::hba,
            Verdict::hba,
            HbaFile::file,
            HbaFile::loads,
            file -> unread(file.unread()),
            FileViews::hbaMessages,
            HbaView::rows);

    private static final FileViews<IdentFile, IdentMappingRow> IDENT = new FileViews<>(
            Reading::ident,
            Verdict::ident,
            IdentFile::file,
            IdentFile::loads,
            file -> unread(file.unread()),
            FileViews::identMessages,
            IdentView::rows);

    private static final FileViews<Settings, FileSettingRow> SETTINGS = new FileViews<>(
            Reading::settings,
            Verdict::settings,
            Settings::file,
            Settings::loads,
            file -> file.unread().stream().map(UnreadFile::name),
            FileViews::settingsMessages,
            Settings::rows);

    private static final FileViews<HostsFile, HostsRow> HOSTS = new FileViews<>(
            Reading::hosts,
            Verdict::hosts,
            HostsFile::file,
            HostsFile::loads,
            file -> unread(file.unread()),
            FileViews::hostsMessages,
            HostsRow::of);

    /** Returns nothing where the server does not look at such a file. */
    static Optional<FileView<HostsRow>> hosts(Cluster cluster) {
        return cluster.hosts()
                .map(file -> HOSTS.of(cluster, takenFor(cluster, Role.HOSTS), absence(cluster, Role.HOSTS)));
    }

    static FileView<HbaRuleRow> hba(Cluster cluster) {
        return HBA.of(cluster, takenFor(cluster, Role.HBA), absence(cluster, Role.HBA));
    }

    static FileView<IdentMappingRow> ident(Cluster cluster) {
        return IDENT.of(cluster, takenFor(cluster, Role.IDENT), absence(cluster, Role.IDENT));
    }

    static FileView<FileSettingRow> settings(Cluster cluster) {
        return SETTINGS.of(cluster, Optional.empty(), "there is no postgresql.conf");
    }

    private FileView<R> of(Cluster cluster, Optional<String> takenFor, String absence) {
        Optional<List<PostgresVersion>> refusedBy =
                cluster.isVersionDeclared() ? Optional.empty() : Optional.of(refusedBy(cluster));
        Optional<F> found = find.apply(cluster.reading());
        if (found.isEmpty()) {
            return new FileView<>(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(absence),
                    refusedBy,
                    List.of(),
                    List.of());
        }
        F file = found.get();
        boolean isTaken = loads.test(file);
        // what was not read cannot mend what was
        Optional<String> unknown = isTaken
                ? unread.apply(file)
                        .findFirst()
                        .map(name -> "it includes \"" + ByteText.decode(name) + "\", which is not in the directory")
                : Optional.empty();
        return new FileView<>(
                Optional.of(source.apply(file).path()),
                takenFor,
                unknown.isPresent() ? Optional.empty() : Optional.of(isTaken),
                unknown,
                refusedBy,
                messages.apply(file).toList(),
                rows.apply(file));
    }

    private List<PostgresVersion> refusedBy(Cluster cluster) {
        return cluster.verdicts().stream()
                .filter(says -> verdict.apply(says).isRefused())
                .map(Verdict::version)
                .sorted()
                .toList();
    }

    private static Optional<String> takenFor(Cluster cluster, Role role) {
        return cluster.file(role).filter(ServerFile::assumed).map(ServerFile::name);
    }

    private static String absence(Cluster cluster, Role role) {
        Optional<ServerFile> file = cluster.file(role);
        if (file.isEmpty()) {
            return role.parameter() + " names no file";
        }
        String name = ByteText.decode(file.get().name());
        boolean isDefault = file.get().setBy().isEmpty();
        return file.get()
                .failure()
                .map(failure -> isDefault ? failure.detail() : name + ": " + failure.detail())
                .orElse(name + " is not in the directory");
    }

    private static Stream<String> unread(List<UnreadFile> files) {
        return files.stream()
                .filter(file -> file.why() == UnreadFile.Why.NOT_IN_TREE)
                .map(UnreadFile::name);
    }

    /** What cannot be opened is told once, at the reference to it, not again for the line that holds the reference. */
    private static Stream<Message> hbaMessages(HbaFile file) {
        return Stream.concat(
                file.linesWithProblem().stream()
                        .filter(line -> line.line().error().isEmpty())
                        .flatMap(line -> messages(line.line(), line.problem())),
                file.fileProblems().stream().map(FileViews::fileMessage));
    }

    private static Stream<Message> identMessages(IdentFile file) {
        return Stream.concat(
                file.lines().stream()
                        .filter(line -> line.line().error().isEmpty())
                        .flatMap(line -> messages(line.line(), line.problem())),
                file.fileProblems().stream().map(FileViews::fileMessage));
    }

    private static Stream<Message> hostsMessages(HostsFile file) {
        return Stream.concat(
                file.lines().stream()
                        .filter(line -> line.line().error().isEmpty())
                        .flatMap(line -> messages(line.line(), line.problem())),
                file.fileProblems().stream().map(FileViews::fileMessage));
    }

    private static Message fileMessage(LoadProblem problem) {
        boolean wholeFile = problem.kind() == LoadProblem.Kind.NO_RECORDS;
        return message(
                problem,
                wholeFile
                        ? Optional.empty()
                        : Optional.of(problem.place().start().line()));
    }

    private static Stream<Message> settingsMessages(Settings settings) {
        return settings.logged().stream()
                .map(problem ->
                        message(problem, Optional.of(problem.place().start().line())));
    }

    /** The server counts a line by its first physical line, be the problem in a later one or in a file it lists. */
    private static Stream<Message> messages(AuthLine line, Optional<LoadProblem> problem) {
        return problem.stream()
                .map(p -> new Message(
                        line.file().path(),
                        Optional.of(line.number()),
                        p.message(),
                        p.kind().isFatal()));
    }

    private static Message message(LoadProblem problem, Optional<Integer> line) {
        return new Message(
                problem.place().file().path(),
                line,
                problem.message(),
                problem.kind().isFatal());
    }
}
