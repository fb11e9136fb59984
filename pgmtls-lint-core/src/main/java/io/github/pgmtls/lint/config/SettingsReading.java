package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.EffectiveSetting.Origin;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.Parameter;
import io.github.pgmtls.lint.postgres.ParameterVerdict;
import io.github.pgmtls.lint.postgres.Parameters;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.ConfLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading of settings in the order of the server: files, names, values, and what a start checks then. */
final class SettingsReading {

    private static final String AUTO_CONF = "postgresql.auto.conf";

    private final SourceFile file;
    private final Parameters parameters;
    private final ServerStart start;
    private final ConfReader reader;
    private final List<FileSettingRow> rows;
    private final List<Setting> settings = new ArrayList<>();
    private final Map<Parameter, EffectiveSetting> effective = new HashMap<>();

    private final List<LoadProblem> reading;
    private final List<LoadProblem> autoReading;
    private final List<LoadProblem> names = new ArrayList<>();
    private final List<LoadProblem> values = new ArrayList<>();
    private final List<LoadProblem> starting;

    private SettingsReading(
            SourceFile file, FileTree tree, ServerPaths paths, PostgresVersion version, ServerStart start) {
        this.file = file;
        this.parameters = Parameters.of(version);
        this.start = start;
        this.reader = new ConfReader(tree, paths, version, false);
        reader.readTop(file);
        int ownProblems = reader.problems().size();
        Optional<SourceFile> auto = autoConf(tree, paths);
        if (auto.isPresent()) {
            reader.readTop(auto.get());
        }
        this.reading = List.copyOf(reader.problems().subList(0, ownProblems));
        this.autoReading = List.copyOf(
                reader.problems().subList(ownProblems, reader.problems().size()));
        addSettings();
        addProblems();
        addEffective();
        this.starting = new StartChecks(this::effective, version).problems();
        this.rows = rows(tree, paths, auto);
    }

    static SettingsReading of(
            SourceFile file, FileTree tree, ServerPaths paths, PostgresVersion version, ServerStart start) {
        return new SettingsReading(file, tree, paths, version, start);
    }

    private Optional<SourceFile> autoConf(FileTree tree, ServerPaths paths) {
        Optional<String> directory = start.dataDirectory().isPresent() ? start.dataDirectory() : dataDirectory(paths);
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        String path = directory.get().isEmpty() ? AUTO_CONF : directory.get() + "/" + AUTO_CONF;
        return tree.read(path) instanceof FileRead.Content content ? Optional.of(content.file()) : Optional.empty();
    }

    /** A relative value starts at the directory in which the server is started, which is no place of the tree. */
    private Optional<String> dataDirectory(ServerPaths paths) {
        String home = ServerPaths.directoryOf(file.path());
        Optional<String> value = dataDirectory();
        return value.isEmpty()
                ? Optional.of(home)
                : value.filter(path -> path.startsWith("/")).flatMap(path -> paths.resolve(path, home));
    }

    /** The server looks for this one name before all others, and in files in lower case only. */
    Optional<String> dataDirectory() {
        Optional<String> value = Optional.empty();
        for (ConfItem item : reader.items()) {
            if (item instanceof ConfItem.Assignment set && set.entry().name().equals("data_directory")) {
                value = Optional.of(set.entry().value());
            }
        }
        for (ServerStart.Assignment given : start.assignments()) {
            if (given.name().equalsIgnoreCase("data_directory")) {
                value = Optional.of(given.value());
            }
        }
        return value;
    }

    private void addSettings() {
        Map<String, Integer> lastOfSpelling = new HashMap<>();
        for (ConfItem item : reader.items()) {
            if (!(item instanceof ConfItem.Assignment set)) {
                continue;
            }
            ConfLine.Entry entry = set.entry();
            Optional<Parameter> parameter = parameters.find(entry.name());
            Optional<ParameterVerdict> verdict = verdict(parameter, entry);
            if (verdict.isPresent()) {
                Integer earlier = lastOfSpelling.put(entry.name(), settings.size());
                if (earlier != null) {
                    settings.set(earlier, overridden(settings.get(earlier)));
                }
            }
            settings.add(new Setting(set.file(), entry, parameter, verdict, false));
        }
    }

    private Optional<ParameterVerdict> verdict(Optional<Parameter> parameter, ConfLine.Entry entry) {
        if (parameter.isPresent()) {
            return Optional.of(parameters.judge(parameter.get(), entry.name(), entry.value()));
        }
        boolean ofExtension = entry.name().indexOf('.') >= 0;
        return ofExtension ? Optional.of(new ParameterVerdict.Accepted(entry.value())) : Optional.empty();
    }

    private static Setting overridden(Setting setting) {
        return new Setting(setting.file(), setting.entry(), setting.parameter(), setting.verdict(), true);
    }

    private void addProblems() {
        for (Setting setting : settings) {
            if (setting.verdict().isEmpty()) {
                String message = "unrecognized configuration parameter \"" + setting.name() + "\" in file \""
                        + ByteText.encode(setting.file().path()) + "\" line "
                        + setting.entry().line();
                names.add(problem(LoadProblem.Kind.PARAMETER_UNKNOWN, setting, setting.namePlace(), message));
            } else if (!setting.isOverridden()
                    && setting.verdict().get() instanceof ParameterVerdict.Rejected rejected) {
                LoadProblem problem =
                        problem(LoadProblem.Kind.PARAMETER_VALUE, setting, setting.valuePlace(), rejected.message());
                values.add(rejected.hint().map(problem::withHint).orElse(problem));
            }
        }
    }

    private static LoadProblem problem(LoadProblem.Kind kind, Setting setting, Location place, String message) {
        return LoadProblem.of(kind, place, ServerMessage.of(message)).about(ServerMessage.of(setting.name()));
    }

    private void addEffective() {
        int unseen = reader.lastUnread();
        int index = 0;
        int position = 0;
        for (ConfItem item : reader.items()) {
            position++;
            if (item instanceof ConfItem.Assignment) {
                Setting setting = settings.get(index++);
                boolean certain = position > unseen;
                if (setting.parameter().isPresent()) {
                    Parameter parameter = setting.parameter().get();
                    effective.put(parameter, fromFile(parameter, setting, certain));
                }
            }
        }
        for (ServerStart.Assignment given : start.assignments()) {
            parameters.find(given.name()).ifPresent(parameter -> {
                Optional<String> value =
                        parameters.judge(parameter, given.name(), given.value()).accepted();
                effective.put(
                        parameter, new EffectiveSetting(parameter, value, Origin.COMMAND_LINE, Optional.empty(), true));
            });
        }
    }

    private static EffectiveSetting fromFile(Parameter parameter, Setting setting, boolean certain) {
        Optional<String> value =
                setting.verdict().isPresent() ? setting.verdict().get().accepted() : Optional.empty();
        return new EffectiveSetting(parameter, value, Origin.FILE, Optional.of(setting), certain);
    }

    EffectiveSetting effective(Parameter parameter) {
        EffectiveSetting found = effective.get(parameter);
        return found != null
                ? found
                : new EffectiveSetting(
                        parameter,
                        parameter.defaultValue(),
                        Origin.DEFAULT,
                        Optional.empty(),
                        reader.unread().isEmpty());
    }

    Optional<EffectiveSetting> effective(String name) {
        Optional<Parameter> parameter = parameters.find(name);
        return parameter.isPresent() ? Optional.of(effective(parameter.get())) : Optional.empty();
    }

    /** The view leaves a file at its first syntax error; without one it sees what the starting server sees. */
    private List<FileSettingRow> rows(FileTree tree, ServerPaths paths, Optional<SourceFile> auto) {
        if (reading.isEmpty() && autoReading.isEmpty()) {
            return FileSettingRows.judged(reader.items(), settings, !names.isEmpty(), parameters.version());
        }
        ConfReader view = new ConfReader(tree, paths, parameters.version(), true);
        if (view.readTop(file)) {
            if (auto.isPresent()) {
                view.readTop(auto.get());
            }
        }
        return FileSettingRows.unread(view.items());
    }

    List<LoadProblem> problems() {
        List<LoadProblem> all = new ArrayList<>(reading);
        all.addAll(autoReading);
        all.addAll(names);
        all.addAll(values);
        all.addAll(starting);
        return all;
    }

    List<LoadProblem> logged() {
        for (List<LoadProblem> phase : List.of(reading, autoReading, names, values)) {
            if (!phase.isEmpty()) {
                return phase;
            }
        }
        return starting.stream().limit(1).toList();
    }

    Settings.Reload reload() {
        if (!reading.isEmpty() || !autoReading.isEmpty() || !names.isEmpty()) {
            return Settings.Reload.NOTHING_APPLIED;
        }
        return values.isEmpty() ? Settings.Reload.ALL_APPLIED : Settings.Reload.OTHERS_APPLIED;
    }

    Optional<String> fatal() {
        List<LoadProblem> logged = logged();
        if (logged.isEmpty()) {
            return Optional.empty();
        }
        LoadProblem last = logged.get(logged.size() - 1);
        if (starting.contains(last)) {
            return Optional.of(last.message());
        }
        String path = logged == reading
                ? file.path()
                : logged == autoReading ? AUTO_CONF : last.place().file().path();
        return Optional.of("configuration file \"" + ByteText.encode(path) + "\" contains errors");
    }

    List<Setting> settings() {
        return settings;
    }

    List<FileSettingRow> rows() {
        return rows;
    }

    List<SourceFile> files() {
        return reader.files();
    }

    List<UnreadFile> unread() {
        return reader.unread();
    }
}
