package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;
import java.util.Optional;

/**
 * A record of pg_hba.conf as one version of the server understands it.
 *
 * @param line the line it came from
 * @param type the connection type
 * @param databases the alternatives of the database column
 * @param users the alternatives of the user column
 * @param address the client addresses
 * @param method the method in force: {@code ident} on {@code local} is {@code peer}
 * @param methodToken where the method stands
 * @param options the options in file order, and behind them those that others imply; of equal ones the last counts
 * @param clientCert the demand in force, that which the method implies included
 */
public record HbaRecord(
        AuthLine line,
        ConnectionType type,
        List<NamePattern> databases,
        List<NamePattern> users,
        AddressPattern address,
        AuthMethod method,
        AuthToken methodToken,
        List<HbaOption> options,
        ClientCert clientCert) {

    /** Returns the line number as the server counts it. */
    public int lineNumber() {
        return line.number();
    }

    /** Returns the value of an option, if it is set. */
    public Optional<String> option(AuthOption option) {
        return lastOption(option).map(HbaOption::value);
    }

    /** Returns the occurrence of an option that counts, if it is set. */
    public Optional<HbaOption> lastOption(AuthOption option) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).option() == option) {
                return Optional.of(options.get(i));
            }
        }
        return Optional.empty();
    }

    /** Returns the name of the user name map in force; an empty {@code map=} means none. */
    public Optional<String> map() {
        return option(AuthOption.MAP).filter(map -> !map.isEmpty());
    }

    /** Tells whether the certificate's name is the whole subject ({@code clientname=DN}) instead of the CN. */
    public boolean usesDistinguishedName() {
        return option(AuthOption.CLIENTNAME).filter("DN"::equals).isPresent();
    }

    /** Tells whether nobody gets in by this record without a certificate of a trusted CA. */
    public boolean demandsCertificate() {
        return clientCert != ClientCert.OFF;
    }

    /** Returns the place of the whole record. */
    public Location location() {
        return new Location(line.file(), span(), "");
    }

    /** Returns the place from the first to the last token of the line itself. */
    public Span span() {
        Span span = new Span(line.span().start(), line.span().start());
        boolean first = true;
        for (AuthField field : line.fields()) {
            for (AuthToken token : field.tokens()) {
                if (token.file() == line.file()) {
                    span = first ? token.span() : span.to(token.span());
                    first = false;
                }
            }
        }
        return first ? line.span() : span;
    }

    /** Returns the place of the type. */
    public Location typeLocation() {
        return locationOf(line.fields().get(0).first());
    }

    /** Returns the place of a token. */
    public static Location locationOf(AuthToken token) {
        return new Location(token.file(), token.span(), "");
    }

    /** Enough to tell records apart, and quick: they are kept in sets by the hundred thousand. */
    @Override
    public int hashCode() {
        return 31 * line.number() + methodToken.start();
    }
}
