package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.LoadProblem.Kind;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.Booleans;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a record of a line, as {@code parse_hosts_line} of {@code src/backend/libpq/be-secure-common.c} does. */
final class HostsLineParser {

    private static final String MISSING = "missing entry at end of line";

    private final Set<String> names = new HashSet<>();

    HostsFile.Line parse(AuthLine line) {
        if (line.error().isPresent()) {
            Location place = new Location(line.file(), line.span(), "");
            return refused(line, LoadProblem.of(Kind.FILE, place, line.error().get()));
        }
        try {
            HostsRecord entry = parseFields(line);
            checkNames(entry.hosts());
            return new HostsFile.Line(line, Optional.of(entry), Optional.empty());
        } catch (LineRefused refused) {
            return refused(line, refused.problem());
        }
    }

    private static HostsFile.Line refused(AuthLine line, LoadProblem problem) {
        return new HostsFile.Line(line, Optional.empty(), Optional.of(problem));
    }

    private static HostsRecord parseFields(AuthLine line) throws LineRefused {
        LineCursor cursor = new LineCursor(line);
        List<AuthToken> hosts = hosts(cursor);
        AuthToken certificate = cursor.single(MISSING, "multiple values specified for SSL certificate");
        AuthToken key = cursor.single(MISSING, "multiple values specified for SSL key");
        Optional<AuthToken> ca = optional(cursor, "multiple values specified for SSL CA")
                .filter(file -> !file.value().isEmpty());
        Optional<AuthToken> command = optional(cursor, "multiple values specified for SSL passphrase command");
        boolean forReload = cursor.hasNext() && flag(cursor);
        return new HostsRecord(line, hosts, certificate, key, ca, command, forReload);
    }

    private static List<AuthToken> hosts(LineCursor cursor) throws LineRefused {
        List<AuthToken> hosts = cursor.several(MISSING);
        for (AuthToken host : hosts) {
            if (hosts.size() > 1 && isSpecial(host.value())) {
                throw refuse(host, "default and non-SNI entries cannot be mixed with other entries");
            }
        }
        return hosts;
    }

    private static boolean isSpecial(String name) {
        return name.equals(HostsRecord.DEFAULT) || name.equals(HostsRecord.NO_SNI);
    }

    private static Optional<AuthToken> optional(LineCursor cursor, String multiple) throws LineRefused {
        return cursor.hasNext() ? Optional.of(cursor.single(MISSING, multiple)) : Optional.empty();
    }

    private static boolean flag(LineCursor cursor) throws LineRefused {
        List<AuthToken> values = cursor.next().tokens();
        if (cursor.hasNext()) {
            throw refuse(cursor.next().first(), "extra fields at end of line");
        }
        Optional<Boolean> flag = values.size() > 1
                ? Optional.empty()
                : Booleans.parse(values.get(0).value());
        return flag.orElseThrow(
                () -> refuse(values.get(0), "incorrect syntax for boolean value SSL_passphrase_cmd_reload"));
    }

    /** Each name may stand in the file once. The words of this message are not the server's. */
    private void checkNames(List<AuthToken> hosts) throws LineRefused {
        for (AuthToken host : hosts) {
            if (!names.add(HostsRecord.key(host.value()))) {
                throw refuse(host, "multiple entries for host \"" + host.value() + "\"");
            }
        }
    }

    private static LineRefused refuse(AuthToken token, String message) {
        return new LineRefused(LoadProblem.of(Kind.HOST_ENTRY, HbaRecord.locationOf(token), message)
                .about(token.value()));
    }
}
