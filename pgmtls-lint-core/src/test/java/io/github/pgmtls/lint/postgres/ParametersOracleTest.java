package io.github.pgmtls.lint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.LogEntry;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of parameters and the judgement of values are those of real servers. */
class ParametersOracleTest {

    /** The view pg_settings does not show them, nor default_with_oids from 12 on. */
    private static final Set<String> HIDDEN =
            Set.of("is_superuser", "role", "seed", "session_authorization", "ssl_renegotiation_limit");

    private static final List<String> NUMBERS = List.of(
            "authentication_timeout",
            "deadlock_timeout",
            "log_rotation_age",
            "work_mem",
            "shared_buffers",
            "max_wal_size",
            "track_activity_query_size",
            "wal_buffers",
            "port",
            "unix_socket_permissions",
            "vacuum_cost_delay",
            "cpu_tuple_cost",
            "geqo_seed",
            "geqo_selection_bias",
            "commit_delay");

    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "-1",
            "+1",
            "60",
            "600",
            "601",
            "010",
            "0777",
            "01000",
            "08",
            "0x10",
            "0X1f",
            "0x",
            "0xg",
            "1.5",
            "0.5",
            "2.5",
            "1.",
            ".5",
            ".",
            "1e2",
            "1E2",
            "1e",
            "1e+2",
            "1e400",
            "1e-400",
            "nan",
            "inf",
            "-Infinity",
            "0x1p3",
            "0x1.8",
            "0x.8p1",
            "010.5",
            "1 ",
            " 1",
            "\t1\u000b",
            "1\f",
            "1 s",
            "1s ",
            "1 s s",
            "60s",
            "1min",
            "0.1min",
            "1.01min",
            "1h",
            "1d",
            "0.0001d",
            "999ms",
            "1500ms",
            "2500ms",
            "1us",
            "500us",
            "1500us",
            "59.5s",
            "1S",
            "1Min",
            "1minx",
            "1m",
            "64kB",
            "64 kB",
            "65536B",
            "1023B",
            "1B",
            "1MB",
            "0.0625MB",
            "1.3MB",
            "1GB",
            "1TB",
            "0.5TB",
            "1PB",
            "64KB",
            "64kb",
            "64mb",
            "8kB",
            "12kB",
            "4kB",
            "16384",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e9",
            "1e10",
            "3e9s",
            "1ee",
            "1_000",
            "1,5",
            "",
            " ",
            "x",
            "s",
            "--1",
            "+-1",
            "1-",
            "1e2s",
            "0x10s",
            "0x1fB",
            "010min",
            "2.4999",
            "\u00a01");

    @EachPostgres
    void theTableIsThatOfTheServer(RealPostgres server) {
        List<String> real = new ArrayList<>();
        for (Map<String, String> row : server.query("select name, vartype, context, unit, min_val, max_val, boot_val,"
                + " array_to_string(enumvals, ',') as words from pg_settings")) {
            boolean internal = row.get("context").equals("internal");
            real.add(row.get("name") + " " + row.get("vartype") + " " + row.get("context") + " "
                    + (internal ? "" : details(row)));
        }
        List<String> table = Parameters.of(server.version()).all().stream()
                .filter(parameter -> parameter.vendor().isEmpty() && !HIDDEN.contains(parameter.name()))
                .filter(parameter -> !parameter.name().equals("default_with_oids")
                        || !server.version().isAtLeast(12))
                .map(ParametersOracleTest::text)
                .toList();

        assertThat(table).containsExactlyInAnyOrderElementsOf(real);
    }

    private static String details(Map<String, String> row) {
        return row.getOrDefault("unit", "-") + " " + row.getOrDefault("min_val", "-") + " "
                + row.getOrDefault("max_val", "-") + " " + row.getOrDefault("words", "-") + " "
                + row.getOrDefault("boot_val", "-");
    }

    private static String text(Parameter parameter) {
        boolean internal = parameter.context() == ParameterContext.INTERNAL;
        boolean number = parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.REAL;
        String details = parameter.unit().orElse("-") + " "
                + (number ? bound(parameter, parameter.minimum()) : "-") + " "
                + (number ? bound(parameter, parameter.maximum()) : "-") + " "
                + (parameter.type() == ParameterType.ENUM ? String.join(",", parameter.words()) : "-") + " "
                + parameter.defaultValue().orElse("-");
        return parameter.name() + " " + parameter.type().word() + " "
                + parameter.context().word() + " " + (internal ? "" : details);
    }

    private static String bound(Parameter parameter, double bound) {
        return parameter.type() == ParameterType.INTEGER ? Long.toString((long) bound) : CFormat.general(bound);
    }

    @EachPostgres
    void numbersAreReadAsTheServerReadsThem(RealPostgres server) {
        List<Assignment> assignments = new ArrayList<>();
        for (String name : NUMBERS) {
            VALUES.forEach(value -> assignments.add(new Assignment(name, value)));
        }
        compare(server, assignments);
    }

    @EachPostgres
    void wordsAreTakenAsTheServerTakesThem(RealPostgres server) {
        List<Assignment> assignments = new ArrayList<>();
        List<String> words = List.of(
                "",
                "on",
                "OFF",
                "true",
                "false",
                "yes",
                "no",
                "1",
                "0",
                "t",
                "of",
                "o",
                "debug",
                "info",
                "fatal",
                "panic",
                "archive",
                "hot_standby",
                "none",
                "TLSv1",
                "tlsv1.3",
                "md5",
                "scram-sha-256",
                "off ",
                "all");
        for (Parameter parameter : Parameters.of(server.version()).all()) {
            if (parameter.type() == ParameterType.ENUM || parameter.type() == ParameterType.BOOL) {
                words.forEach(word -> assignments.add(new Assignment(parameter.name(), word)));
                parameter.words().forEach(word -> assignments.add(new Assignment(parameter.name(), word)));
                parameter.hiddenWords().forEach(word -> assignments.add(new Assignment(parameter.name(), word)));
            }
        }
        compare(server, assignments);
    }

    private record Assignment(String name, String value) {

        String line() {
            return name + " = '" + value.replace("\\", "\\\\").replace("'", "''") + "'\n";
        }
    }

    /**
     * Compares message by message: those that the server tells while it makes the view say more than the rows, which also
     * refuse good values that need a restart. It looks at one value of a parameter only, so each file has a parameter once.
     */
    private static void compare(RealPostgres server, List<Assignment> assignments) {
        server.query("set client_min_messages = debug3");
        List<Assignment> left = assignments.stream()
                .filter(assignment -> isComparable(server.version(), assignment))
                .toList();
        List<String> disagreements = new ArrayList<>();
        while (!left.isEmpty()) {
            Map<String, Assignment> file = new LinkedHashMap<>();
            List<Assignment> later = new ArrayList<>();
            for (Assignment assignment : left) {
                if (file.putIfAbsent(assignment.name(), assignment) != null) {
                    later.add(assignment);
                }
            }
            compare(server, file, disagreements);
            left = later;
        }
        assertThat(disagreements).as(server.toString()).isEmpty();
    }

    private static void compare(RealPostgres server, Map<String, Assignment> file, List<String> disagreements) {
        StringBuilder text = new StringBuilder();
        file.values().forEach(assignment -> text.append(assignment.line()));
        server.write("postgresql.conf", text.toString());
        server.query("select from pg_file_settings");
        Map<String, String> real = new HashMap<>();
        for (LogEntry entry : server.notices()) {
            if (isVerdict(entry.message())) {
                file.keySet().stream()
                        .filter(name -> entry.message().contains("parameter \"" + name + "\""))
                        .forEach(name -> real.put(name, entry.message() + " / " + entry.hint()));
            }
        }
        file.forEach((name, assignment) -> {
            String model = verdict(server.version(), assignment) instanceof ParameterVerdict.Rejected rejected
                    ? rejected.message() + " / " + rejected.hint().orElse("")
                    : "accepted";
            String answer = real.getOrDefault(name, "accepted");
            if (!answer.equals(model)) {
                disagreements.add(assignment + "\n  server: " + answer + "\n  model:  " + model);
            }
        });
    }

    private static ParameterVerdict verdict(PostgresVersion version, Assignment assignment) {
        Parameters parameters = Parameters.of(version);
        Parameter parameter = parameters.find(assignment.name()).orElseThrow();
        return parameters.judge(parameter, assignment.name(), assignment.value());
    }

    /** The view looks at its own transaction, and up to 11 not at what belongs to the start of a connection. */
    private static boolean isComparable(PostgresVersion version, Assignment assignment) {
        Optional<Parameter> parameter = Parameters.of(version).find(assignment.name());
        if (parameter.isEmpty() || assignment.name().startsWith("transaction_")) {
            return false;
        }
        ParameterContext context = parameter.get().context();
        boolean ofConnection = context == ParameterContext.BACKEND || context == ParameterContext.SUPERUSER_BACKEND;
        boolean ownMessage = assignment.name().equals("default_with_oids");
        return !(verdict(version, assignment) instanceof ParameterVerdict.NotJudged)
                && !ownMessage
                && (version.isAtLeast(12) || !ofConnection);
    }

    private static boolean isVerdict(String message) {
        return message.startsWith("invalid value")
                || message.contains("is outside the valid range")
                || message.contains("requires a")
                || message.endsWith("cannot be changed");
    }
}
