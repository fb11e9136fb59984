package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code radius…} options, which are lists (up to 18). Source: {@code SplitGUCList} in
 * {@code src/backend/utils/adt/varlena.c}.
 */
final class RadiusLists {

    private RadiusLists() {}

    /**
     * Returns the server's complaint about one option, if it has one. That a server's name resolves is taken for granted,
     * unless it is empty.
     */
    static Optional<LoadProblem> problemOf(AuthOption option, String value, AuthToken token) {
        Optional<List<String>> items = split(value);
        boolean ports = option == AuthOption.RADIUSPORTS;
        String badPort = "invalid RADIUS port number: \"" + value + "\"";
        if (items.isEmpty()) {
            String message = "could not parse RADIUS " + what(option) + " list \"" + option.shown(value) + "\"";
            return Optional.of(problem(option, value, token, message)
                    .withRowError(ports ? Optional.of(badPort) : Optional.empty()));
        }
        if (ports && items.get().stream().anyMatch(port -> Numbers.atoi(port) == 0)) {
            return Optional.of(problem(option, value, token, badPort).withRowError(Optional.empty()));
        }
        boolean noName = option == AuthOption.RADIUSSERVERS && items.get().contains("");
        String cannotResolve = "could not translate RADIUS server name \"\" to address: Name or service not known";
        return noName
                ? Optional.of(problem(option, value, token, cannotResolve).withRowError(Optional.empty()))
                : Optional.empty();
    }

    private static String what(AuthOption option) {
        return switch (option) {
            case RADIUSSERVERS -> "server";
            case RADIUSPORTS -> "port";
            case RADIUSSECRETS -> "secret";
            default -> "identifiers";
        };
    }

    private static LoadProblem problem(AuthOption option, String value, AuthToken token, String message) {
        return problem(token, message).about(option.isSecret() ? "" : value);
    }

    private static LoadProblem problem(AuthToken token, String message) {
        return LoadProblem.of(LoadProblem.Kind.OPTION, HbaRecord.locationOf(token), message);
    }

    /** Returns the server's complaint about all options of a record together, if it has one. */
    static Optional<LoadProblem> problemOf(List<HbaOption> options, AuthToken method, PostgresVersion version) {
        for (AuthOption mandatory : List.of(AuthOption.RADIUSSERVERS, AuthOption.RADIUSSECRETS)) {
            if (count(options, mandatory) == 0) {
                return Optional.of(problem(
                        method,
                        "authentication method \"" + AuthMethod.RADIUS.keyword() + "\" requires argument \""
                                + mandatory.keyword() + "\" to be set"));
            }
        }
        int servers = count(options, AuthOption.RADIUSSERVERS);
        for (AuthOption list :
                List.of(AuthOption.RADIUSSECRETS, AuthOption.RADIUSPORTS, AuthOption.RADIUSIDENTIFIERS)) {
            int count = count(options, list);
            if (count > 1 && count != servers) {
                String what = list.keyword().substring("radius".length()).toLowerCase(Locale.ROOT);
                LoadProblem problem = problem(
                        method,
                        "the number of RADIUS " + what + " (" + count
                                + ") must be 1 or the same as the number of RADIUS servers (" + servers + ")");
                return Optional.of(version.isAtLeast(14) ? problem : problem.withRowError(Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static int count(List<HbaOption> options, AuthOption option) {
        return options.stream()
                .filter(o -> o.option() == option)
                .reduce((first, last) -> last)
                .flatMap(o -> split(o.value()))
                .map(List::size)
                .orElse(0);
    }

    /** Splits a list at commas; items may be in double quotes. Nothing if the server cannot split it. */
    static Optional<List<String>> split(String value) {
        List<String> items = new ArrayList<>();
        int at = skipBlanks(value, 0);
        if (at == value.length()) {
            return Optional.of(items);
        }
        while (true) {
            if (value.charAt(at) == '"') {
                StringBuilder item = new StringBuilder();
                int quote = at + 1;
                while (true) {
                    int end = value.indexOf('"', quote);
                    if (end < 0) {
                        return Optional.empty();
                    }
                    item.append(value, quote, end);
                    quote = end + 1;
                    if (quote >= value.length() || value.charAt(quote) != '"') {
                        break;
                    }
                    item.append('"');
                    quote++;
                }
                items.add(item.toString());
                at = quote;
            } else {
                int start = at;
                while (at < value.length() && value.charAt(at) != ',' && !isBlank(value.charAt(at))) {
                    at++;
                }
                if (at == start) {
                    return Optional.empty();
                }
                items.add(value.substring(start, at));
            }
            at = skipBlanks(value, at);
            if (at == value.length()) {
                return Optional.of(items);
            }
            if (value.charAt(at) != ',') {
                return Optional.empty();
            }
            at = skipBlanks(value, at + 1);
            if (at == value.length()) {
                return Optional.empty();
            }
        }
    }

    private static int skipBlanks(String value, int start) {
        int at = start;
        while (at < value.length() && isBlank(value.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
