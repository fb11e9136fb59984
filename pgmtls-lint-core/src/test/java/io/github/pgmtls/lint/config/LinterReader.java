package io.github.pgmtls.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.regex.RegexCompilation;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the linter read authentication files, and tells it in the words of a server. */
final class LinterReader {

    private static final int LONG_MESSAGE = 900;
    private static final String RADIUS_SERVERS = "radiusservers=";

    private final ServerFacts server;
    private final String data;

    LinterReader(ServerFacts server, String dataDirectory) {
        this.server = server;
        this.data = dataDirectory;
    }

    /** Reads a file; nothing if it depends on what is not among these files. */
    Optional<Reading> read(AuthFile file, DataFiles files) {
        ServerPaths paths = ServerPaths.of(files, Map.of(data, ""));
        if (file == AuthFile.IDENT) {
            return ident(IdentFile.read(files.file(file.path()), files, paths, server));
        }
        Optional<Reading> plain = hba(HbaFile.read(files.file(file.path()), files, paths, server, Integer.MAX_VALUE));
        Optional<Reading> table = hba(HbaFile.read(files.file(file.path()), files, paths, server, 0));
        assertThat(table).as("read with a table of plain records").isEqualTo(plain);
        return table;
    }

    private Optional<Reading> hba(HbaFile file) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (HbaRuleRow row : HbaView.rows(file)) {
            Map<String, String> columns = start("rule_number", row.ruleNumber(), row.file(), row.lineNumber());
            row.type().ifPresent(type -> columns.put("type", type));
            put(columns, "database", row.databases());
            put(columns, "user_name", row.users());
            row.address().ifPresent(address -> columns.put("address", address));
            row.netmask().ifPresent(mask -> columns.put("netmask", mask));
            row.method().ifPresent(method -> columns.put("auth_method", method));
            put(columns, "options", row.options());
            row.error().ifPresent(error -> columns.put("error", error));
            columns.replaceAll((column, value) -> relative(value));
            rows.add(columns);
        }
        List<String> complaints = complaints(file.fileProblems());
        for (HbaLine line : file.lines()) {
            addComplaint(AuthFile.HBA, complaints, line.line(), line.problem());
        }
        boolean known = file.isComplete()
                && file.fileProblems().stream().noneMatch(LinterReader::hasLongPath)
                && file.lines().stream().map(HbaLine::line).noneMatch(this::isOpen);
        return known ? Optional.of(new Reading(file.loads(), rows, complaints)) : Optional.empty();
    }

    /** Tells whether the server may cut a path to the 1023 bytes it has for one, its data directory included. */
    private static boolean hasLongPath(LoadProblem problem) {
        return problem.kind() == LoadProblem.Kind.FILE && problem.message().length() > LONG_MESSAGE;
    }

    /** Tells whether the linter leaves open what the server makes of a line, or the server asks the network about it. */
    private boolean isOpen(AuthLine line) {
        return line.fields().stream()
                .flatMap(field -> field.tokens().stream())
                .map(AuthToken::value)
                .anyMatch(word -> isRegexTooLarge(word) || asksTheNetwork(word) || namesAnInterface(word));
    }

    private boolean isRegexTooLarge(String word) {
        return word.startsWith("/")
                && PostgresRegex.compile(word.substring(1), server.version()) instanceof RegexCompilation.Undecided;
    }

    /** Whether that is an address depends on the interfaces of the server. */
    private static boolean namesAnInterface(String word) {
        return word.matches("(?i)fe[89ab][0-9a-f]:.*%[a-z].*");
    }

    private static boolean asksTheNetwork(String option) {
        List<String> names = option.startsWith(RADIUS_SERVERS)
                ? RadiusLists.split(option.substring(RADIUS_SERVERS.length())).orElse(List.of())
                : List.of();
        return names.stream()
                .anyMatch(name -> !name.isEmpty() && NumericAddress.parse(name).isEmpty());
    }

    private Optional<Reading> ident(IdentFile file) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (AuthFile.IDENT.hasView(server.version())) {
            for (IdentMappingRow row : IdentView.rows(file)) {
                Map<String, String> columns = start("map_number", row.mapNumber(), row.file(), row.lineNumber());
                row.mapName().ifPresent(name -> columns.put("map_name", name));
                row.systemName().ifPresent(name -> columns.put("sys_name", name));
                row.databaseUser().ifPresent(name -> columns.put("pg_username", name));
                row.error().ifPresent(error -> columns.put("error", error));
                columns.replaceAll((column, value) -> relative(value));
                rows.add(columns);
            }
        }
        List<String> complaints = complaints(file.fileProblems());
        for (IdentFile.Line line : file.lines()) {
            addComplaint(AuthFile.IDENT, complaints, line.line(), line.problem());
        }
        boolean known = file.isComplete()
                && file.fileProblems().stream().noneMatch(LinterReader::hasLongPath)
                && file.lines().stream().map(IdentFile.Line::line).noneMatch(this::isOpen);
        return known ? Optional.of(new Reading(file.loads(), rows, complaints)) : Optional.empty();
    }

    private Map<String, String> start(String numberColumn, Optional<Integer> number, String file, int line) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (server.version().isAtLeast(16)) {
            number.ifPresent(value -> columns.put(numberColumn, value.toString()));
            columns.put("file_name", file);
        }
        columns.put("line_number", Integer.toString(line));
        return columns;
    }

    private static void put(Map<String, String> columns, String name, List<String> values) {
        if (!values.isEmpty()) {
            columns.put(name, String.join(AuthFile.SEPARATOR, values));
        }
    }

    private List<String> complaints(List<LoadProblem> problems) {
        List<String> complaints = new ArrayList<>();
        problems.forEach(problem -> complaints.add(relative(place(problem) + problem.message())));
        return complaints;
    }

    /** The server names the line of the reference; for a directory that it opened like a file, the first line of that. */
    private String place(LoadProblem problem) {
        boolean from16 = server.version().isAtLeast(16);
        return switch (problem.kind()) {
            case TOKEN -> problem.message().equals(AuthFileTokenizer.LINE_TOO_LONG) ? lineOf(problem) : "";
            case FILE -> from16 ? lineOf(problem) : "";
            case PASSED_OVER -> from16 ? ServerReader.file(problem.message().split("\"")[1], data) + ":1: " : "";
            default -> "";
        };
    }

    private String lineOf(LoadProblem problem) {
        SourceFile file = problem.place().file();
        int number = 0;
        for (AuthLine line : AuthFileTokenizer.tokenize(file, AuthFileSyntax.of(server.version()))) {
            if (line.span().start() <= problem.place().span().start()) {
                number = line.number();
            }
        }
        return file.path() + ":" + number + ": ";
    }

    /** The complaint about a line that refers to something unreadable is among those about files. */
    private void addComplaint(AuthFile file, List<String> complaints, AuthLine line, Optional<LoadProblem> problem) {
        if (line.error().isEmpty() && problem.isPresent()) {
            String message = problem.get().message();
            boolean unplaced = message.contains(" LDAP URL")
                    || message.startsWith("missing entry in file")
                    || (file == AuthFile.IDENT && isOldRegex(problem.get()));
            String place = unplaced ? "" : line.file().path() + ":" + line.number() + ": ";
            String hint = problem.get().hint().map(text -> " HINT: " + text).orElse("");
            complaints.add(relative(place + message + hint));
        }
    }

    private boolean isOldRegex(LoadProblem problem) {
        return problem.kind() == LoadProblem.Kind.REGULAR_EXPRESSION
                && !server.version().isAtLeast(16);
    }

    private String relative(String message) {
        return ServerReader.relative(message, data);
    }
}
