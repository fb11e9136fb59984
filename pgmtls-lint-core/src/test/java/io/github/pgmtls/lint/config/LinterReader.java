package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has the linter read authentication files, and tells it in the words of a server. */
final class LinterReader {

    private final ServerFacts server;
    private final boolean numbered;

    LinterReader(ServerFacts server) {
        this.server = server;
        this.numbered = server.version().isAtLeast(16);
    }

    Reading read(AuthFile file, DataFiles files) {
        ServerPaths paths = ServerPaths.of(files, Map.of("/data", ""));
        if (file == AuthFile.HBA) {
            return hba(HbaFile.read(files.file(file.path()), files, paths, server));
        }
        return ident(IdentFile.read(files.file(file.path()), files, paths, server));
    }

    private Reading hba(HbaFile file) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        int rule = 0;
        for (HbaLine line : file.lines()) {
            Optional<String> error = line.problem().flatMap(LoadProblem::rowError);
            Map<String, String> row = start(line.line(), error.isPresent() ? 0 : ++rule, "rule_number");
            line.record().ifPresent(record -> addRecord(row, record));
            error.ifPresent(text -> row.put("error", text.replace("\"/data/", "\"")));
            rows.add(row);
            if (line.line().error().isEmpty()) {
                line.problem().ifPresent(problem -> complaints.add(complaint(line.line(), problem)));
            }
        }
        file.fileProblems().forEach(problem -> complaints.add(complaint(problem)));
        return new Reading(file.loads(), rows, complaints);
    }

    private void addRecord(Map<String, String> row, HbaRecord record) {
        row.put("type", record.type().keyword());
        row.put("database", names(record.databases()));
        row.put("user_name", names(record.users()));
        HbaView.address(record).ifPresent(address -> row.put("address", address));
        HbaView.netmask(record).ifPresent(mask -> row.put("netmask", mask));
        row.put("auth_method", record.method().keyword());
        List<String> options = HbaView.options(record, server.version());
        if (!options.isEmpty()) {
            row.put("options", String.join(AuthFile.SEPARATOR, options));
        }
    }

    private static String names(List<NamePattern> names) {
        return names.stream().map(name -> name.token().value()).collect(Collectors.joining(AuthFile.SEPARATOR));
    }

    private Reading ident(IdentFile file) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        int mapping = 0;
        for (IdentFile.Line line : file.lines()) {
            Optional<String> error = line.problem().flatMap(LoadProblem::rowError);
            Map<String, String> row = start(line.line(), error.isPresent() ? 0 : ++mapping, "map_number");
            line.mapping().ifPresent(mapped -> {
                row.put("map_name", mapped.map().value());
                row.put("sys_name", mapped.systemName().value());
                row.put("pg_username", mapped.databaseUser().value());
            });
            error.ifPresent(text -> row.put("error", text.replace("\"/data/", "\"")));
            rows.add(row);
            if (line.line().error().isEmpty()) {
                line.problem().ifPresent(problem -> complaints.add(complaint(line.line(), problem)));
            }
        }
        file.fileProblems().forEach(problem -> complaints.add(complaint(problem)));
        boolean hasView = AuthFile.IDENT.hasView(server.version());
        return new Reading(file.loads(), hasView ? rows : List.of(), complaints);
    }

    private Map<String, String> start(AuthLine line, int number, String numberColumn) {
        Map<String, String> row = new LinkedHashMap<>();
        if (numbered) {
            if (number > 0) {
                row.put(numberColumn, Integer.toString(number));
            }
            row.put("file_name", line.file().path());
        }
        row.put("line_number", Integer.toString(line.number()));
        return row;
    }

    private String complaint(AuthLine line, LoadProblem problem) {
        String hint = problem.hint().map(text -> " HINT: " + text).orElse("");
        boolean placed =
                !problem.message().contains(" LDAP URL") && !problem.message().startsWith("missing entry in file");
        return (placed ? line.file().path() + ":" + line.number() + ": " : "") + problem.message() + hint;
    }

    /** The server names the line of the reference; for a directory it opened like a file, the first line of that. */
    private String complaint(LoadProblem problem) {
        return switch (problem.kind()) {
            case TOKEN ->
                (problem.message().equals(AuthFileTokenizer.LINE_TOO_LONG) ? place(problem) : "") + problem.message();
            case FILE -> (numbered ? place(problem) : "") + problem.message().replace("\"/data/", "\"");
            case PASSED_OVER -> (numbered ? problem.message().split("\"")[1] + ":1: " : "") + problem.message();
            default -> problem.message();
        };
    }

    private String place(LoadProblem problem) {
        SourceFile file = problem.place().file();
        int start = problem.place().span().start();
        int number = 0;
        for (AuthLine line : AuthFileTokenizer.tokenize(file, AuthFileSyntax.of(server.version()))) {
            if (line.span().start() <= start) {
                number = line.number();
            }
        }
        return file.path() + ":" + number + ": ";
    }
}
