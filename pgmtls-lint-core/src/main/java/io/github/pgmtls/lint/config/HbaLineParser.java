package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.LoadProblem.Kind;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a record of a line, as {@code parse_hba_line} of {@code src/backend/libpq/hba.c} does. */
final class HbaLineParser {

    private static final int ADDRESS_FIELD = 3;

    private final ServerFacts server;
    private final PostgresVersion version;

    HbaLineParser(ServerFacts server) {
        this.server = server;
        this.version = server.version();
    }

    HbaLine parse(AuthLine line) {
        if (line.error().isPresent()) {
            String error = line.error().get();
            Kind kind = error.startsWith("authentication file") ? Kind.TOKEN : Kind.FILE;
            return HbaLine.refused(line, LoadProblem.of(kind, placeOf(line), error));
        }
        try {
            HbaRecord record = parseFields(line, Strictness.SERVER);
            return new HbaLine(line, Optional.of(record), cannotMatch(line, record.method()), Optional.empty());
        } catch (LineRefused refused) {
            LoadProblem problem = refused.problem();
            return recover(line, problem.rowError().isPresent() ? problem : withEarlierRowError(line, problem));
        }
    }

    /** Where the server does not say in the view why it refuses a line, what it said before about the line stands. */
    private LoadProblem withEarlierRowError(AuthLine line, LoadProblem problem) {
        return problem.withRowError(cannotMatch(line).flatMap(LoadProblem::rowError));
    }

    /** Looks for the record that was meant, so that one slip does not hide what else is wrong with the line. */
    private HbaLine recover(AuthLine line, LoadProblem problem) {
        boolean addressMissing = isAddressMissing(line, problem);
        LoadProblem named = addressMissing ? addressMissing(line, problem) : problem;
        HbaLine refused = HbaLine.refused(line, named);
        Strictness lenient = Strictness.lenient();
        try {
            HbaRecord record = parseFields(addressMissing ? withAnyAddress(line) : line, lenient);
            List<LoadProblem> further = addressMissing ? lenient.problems() : List.of();
            return refused.meaning(new HbaLine.MeantRecord(record, further));
        } catch (LineRefused unclear) {
            return refused;
        }
    }

    /** The server takes a method in the address column for a host name and then complains about the wrong column. */
    private static boolean isAddressMissing(AuthLine line, LoadProblem problem) {
        boolean columnProblem = problem.kind() == Kind.METHOD || problem.kind() == Kind.COLUMN_MISSING;
        return columnProblem
                && line.fields().size() >= ADDRESS_FIELD + 1
                && line.fields().get(0).first().value().startsWith("host")
                && line.fields().get(ADDRESS_FIELD).tokens().size() == 1
                && AuthMethod.of(line.fields().get(ADDRESS_FIELD).first().value())
                        .isPresent();
    }

    private static LoadProblem addressMissing(AuthLine line, LoadProblem problem) {
        AuthToken method = line.fields().get(ADDRESS_FIELD).first();
        return LoadProblem.of(Kind.ADDRESS_MISSING, HbaRecord.locationOf(method), problem.message())
                .about(method.value());
    }

    private static AuthLine withAnyAddress(AuthLine line) {
        AuthToken method = line.fields().get(ADDRESS_FIELD).first();
        AuthToken any = new AuthToken(method.file(), method.start(), method.start(), "all", false);
        List<AuthField> fields = new ArrayList<>(line.fields());
        fields.add(ADDRESS_FIELD, new AuthField(List.of(any)));
        return new AuthLine(line.file(), line.number(), line.span(), fields, line.error());
    }

    private static Location placeOf(AuthLine line) {
        return new Location(line.file(), line.span(), "");
    }

    private HbaRecord parseFields(AuthLine line, Strictness strictness) throws LineRefused {
        LineCursor cursor = new LineCursor(line);
        ConnectionType type = parseType(cursor);
        List<NamePattern> databases = parseNames(cursor, "end-of-line before database specification", true);
        List<NamePattern> users = parseNames(cursor, "end-of-line before role specification", false);
        AddressPattern address =
                type == ConnectionType.LOCAL_SOCKET ? AddressPattern.LOCAL : new AddressParser(cursor).parse();
        AuthToken methodToken = cursor.single(
                "end-of-line before authentication method",
                "multiple values specified for authentication type",
                "Specify exactly one authentication type per line.");
        AuthMethod method = parseMethod(methodToken, type, strictness);
        HbaOptionParser options = new HbaOptionParser(server, type, method, strictness);
        while (cursor.hasNext()) {
            for (AuthToken token : cursor.next().tokens()) {
                options.add(token);
            }
        }
        options.finish(methodToken);
        Demand demand = new Demand(method, options.options(), options.clientCert());
        return new ParsedRecord(line, type, databases, users, address, methodToken, demand);
    }

    /** Returns the type that a word stands for, if no record of that type has a problem for that. */
    Optional<ConnectionType> typeWithoutProblem(String word) {
        Optional<ConnectionType> type = ConnectionType.of(word, version);
        boolean cannotMatch = (word.equals("hostssl") && !server.tls()) || (word.equals("hostgssenc") && !hasGssapi());
        return cannotMatch ? Optional.empty() : type;
    }

    private ConnectionType parseType(LineCursor cursor) throws LineRefused {
        AuthToken token = cursor.single(
                "end-of-line before connection type",
                "multiple values specified for connection type",
                "Specify exactly one connection type per line.");
        Optional<ConnectionType> type = ConnectionType.of(token.value(), version);
        if (type.isEmpty()) {
            String message = "invalid connection type \"" + token.value() + "\"";
            throw refuse(Kind.CONNECTION_TYPE, token, message, token.value());
        }
        return type.get();
    }

    private List<NamePattern> parseNames(LineCursor cursor, String missing, boolean database) throws LineRefused {
        List<AuthToken> tokens = cursor.several(missing);
        if (tokens.size() == 1) {
            return List.of(parseName(tokens.get(0), database));
        }
        List<NamePattern> names = new ArrayList<>(tokens.size());
        for (AuthToken token : tokens) {
            names.add(parseName(token, database));
        }
        return names;
    }

    NamePattern parseName(AuthToken token, boolean database) throws LineRefused {
        // any token that starts with a slash is compiled, also one that a keyword or "+" test would catch first
        if (version.isAtLeast(16) && token.value().startsWith("/")) {
            String pattern = token.value().substring(1);
            Optional<String> error = RegexCheck.errorOf(pattern, version);
            if (error.isPresent()) {
                throw refuse(
                        Kind.REGULAR_EXPRESSION,
                        token,
                        "invalid regular expression \"" + pattern + "\": " + error.get(),
                        pattern);
            }
        }
        return database ? NamePattern.ofDatabase(token, version) : NamePattern.ofUser(token, version);
    }

    private AuthMethod parseMethod(AuthToken token, ConnectionType type, Strictness strictness) throws LineRefused {
        String word = token.value();
        Optional<AuthMethod> known = AuthMethod.of(word);
        if (known.isEmpty() || !known.get().isKnownTo(version)) {
            throw refuse(Kind.METHOD, token, "invalid authentication method \"" + word + "\"", word);
        }
        AuthMethod method = known.get();
        if (method == AuthMethod.MD5 && server.dbUserNamespace() && !version.isAtLeast(17)) {
            throw refuse(
                    Kind.METHOD,
                    token,
                    "MD5 authentication is not supported when \"db_user_namespace\" is enabled",
                    word);
        }
        if (server.without().contains(method)) {
            throw refuse(
                    Kind.METHOD,
                    token,
                    "invalid authentication method \"" + word + "\": not supported by this build",
                    word);
        }
        boolean local = type == ConnectionType.LOCAL_SOCKET;
        if (local && method == AuthMethod.IDENT) {
            return AuthMethod.PEER;
        }
        if (local && method == AuthMethod.GSS) {
            throw refuse(Kind.METHOD, token, "gssapi authentication is not supported on local sockets", word);
        }
        if (!local && method == AuthMethod.PEER) {
            throw refuse(Kind.METHOD, token, "peer authentication is only supported on local sockets", word);
        }
        if (type != ConnectionType.HOSTSSL && method == AuthMethod.CERT) {
            strictness.refuse(refuse(
                    Kind.CERT_WITHOUT_HOSTSSL,
                    token,
                    "cert authentication is only supported on hostssl connections",
                    word));
        }
        return method;
    }

    private Optional<LoadProblem> cannotMatch(AuthLine line, AuthMethod method) {
        // the check of the validator makes the view forget what was said before
        return method == AuthMethod.OAUTH
                ? cannotMatch(line).map(problem -> problem.withRowError(Optional.empty()))
                : cannotMatch(line);
    }

    private Optional<LoadProblem> cannotMatch(AuthLine line) {
        AuthToken type = line.fields().get(0).first();
        return switch (type.value()) {
            case "hostssl" -> server.tls() ? Optional.empty() : Optional.of(needsTls(type));
            case "hostgssenc" -> hasGssapi() ? Optional.empty() : Optional.of(needsGssapi(type));
            default -> Optional.empty();
        };
    }

    private boolean hasGssapi() {
        return !server.without().contains(AuthMethod.GSS);
    }

    private LoadProblem needsTls(AuthToken type) {
        String setting =
                version.isAtLeast(17) ? "Set \"ssl = on\" in postgresql.conf." : "Set ssl = on in postgresql.conf.";
        return cannotMatch(type, "hostssl record cannot match because SSL is disabled")
                .withHint(setting);
    }

    private LoadProblem needsGssapi(AuthToken type) {
        LoadProblem problem =
                cannotMatch(type, "hostgssenc record cannot match because GSSAPI is not supported by this build");
        return version.isAtLeast(15)
                ? problem
                : problem.withHint("Compile with --with-gssapi to use GSSAPI connections.");
    }

    private static LoadProblem cannotMatch(AuthToken type, String message) {
        return LoadProblem.of(Kind.CANNOT_MATCH, HbaRecord.locationOf(type), message);
    }

    private static LineRefused refuse(Kind kind, AuthToken token, String message, String about) {
        return new LineRefused(
                LoadProblem.of(kind, HbaRecord.locationOf(token), message).about(about));
    }
}
