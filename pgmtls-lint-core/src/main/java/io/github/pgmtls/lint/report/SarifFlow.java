package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way of a connection through the files of a finding, in the order in which the server comes to them: the connection
 * itself, its certificate, the record, the row of the map, and the role.
 */
final class SarifFlow {

    private static final AuthFileSyntax SYNTAX = AuthFileSyntax.of(new PostgresVersion(PostgresVersion.NEWEST));

    /** How a connection comes that a record of a type is about. */
    private static final Map<String, String> TRANSPORTS = Map.of(
            "local", "over a Unix socket",
            "host", "over the network, with TLS or without",
            "hostssl", "over TLS",
            "hostnossl", "without TLS",
            "hostgssenc", "encrypted by GSSAPI",
            "hostnogssenc", "not encrypted by GSSAPI");

    private SarifFlow() {}

    /** Returns the steps; none for a finding in one file, where there is no way to be shown. */
    static List<Location> of(Finding finding) {
        List<Location> places = Stream.concat(Stream.of(finding.primary()), finding.related().stream())
                .sorted(Comparator.comparingInt(SarifFlow::rank))
                .toList();
        if (places.stream().map(place -> place.file().path()).distinct().count() < 2) {
            return List.of();
        }
        List<Location> steps = new ArrayList<>();
        places.stream().flatMap(place -> connection(place).stream()).findFirst().ifPresent(steps::add);
        steps.addAll(places);
        places.stream()
                .filter(SarifFlow::isMapping)
                .flatMap(place -> role(place).stream())
                .findFirst()
                .ifPresent(steps::add);
        return steps;
    }

    private static int rank(Location place) {
        return isCertificate(place) ? 0 : isMapping(place) ? 2 : 1;
    }

    private static boolean isCertificate(Location place) {
        return place.file().content().startsWith("-----BEGIN ", place.span().start());
    }

    private static boolean isMapping(Location place) {
        return place.file().path().contains("ident");
    }

    /** Returns what a record says of the connections that it is about: all before its method. */
    private static Optional<Location> connection(Location place) {
        List<AuthField> fields = fields(place);
        if (isMapping(place) || fields.size() < 4) {
            return Optional.empty();
        }
        String type = words(fields.get(0));
        String transport = TRANSPORTS.get(type);
        if (transport == null) {
            return Optional.empty();
        }
        boolean isLocal = type.equals("local");
        AuthField last = fields.get(isLocal ? 2 : 3);
        String label = "a connection " + transport + " to database " + words(fields.get(1)) + " as user "
                + words(fields.get(2)) + (isLocal ? "" : " from " + words(last));
        return Optional.of(
                Location.of(place.file(), fields.get(0).span().to(last.span())).labelled(label));
    }

    private static Optional<Location> role(Location place) {
        List<AuthField> fields = fields(place);
        if (fields.size() < 3) {
            return Optional.empty();
        }
        AuthField role = fields.get(2);
        return Optional.of(Location.of(place.file(), role.span()).labelled("the role " + words(role)));
    }

    private static List<AuthField> fields(Location place) {
        SourceFile file = place.file();
        int number = file.line(place.span().start());
        Span line = file.lineSpan(number);
        boolean isBlank =
                file.slice(line).isBlank() || file.slice(line).stripLeading().startsWith("#");
        return place.span().end() == 0 || isBlank || isCertificate(place)
                ? List.of()
                : AuthFileTokenizer.plainLine(file, SYNTAX, line.start(), number)
                        .fields();
    }

    /** Returns the words of a field, for people. */
    private static String words(AuthField field) {
        return ByteText.decode(field.tokens().stream().map(AuthToken::value).collect(Collectors.joining(",")));
    }
}
