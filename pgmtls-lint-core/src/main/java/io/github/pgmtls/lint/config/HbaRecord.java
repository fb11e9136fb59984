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
 * <p>Records of a large file keep only what it takes to decide connections; whatever tells a place in the file is read
 * again when it is asked for.
 */
public sealed interface HbaRecord permits ParsedRecord, PlainRecord {

    /** Returns the line it came from. */
    AuthLine line();

    /** Returns the connection type. */
    ConnectionType type();

    /** Returns the alternatives of the database column, with their places. */
    List<NamePattern> databases();

    /** Returns the alternatives of the user column, with their places. */
    List<NamePattern> users();

    /** Returns the alternatives of the database column; records may share them. */
    NameColumn databaseNames();

    /** Returns the alternatives of the user column; records may share them. */
    NameColumn userNames();

    /** Returns the client addresses. */
    AddressPattern address();

    /** Returns the demand behind the addresses; records may share it, and then its places are those of another one. */
    Demand demand();

    /** Returns where the method stands. */
    AuthToken methodToken();

    /** Returns the options in file order, and behind them those that others imply; of equal ones the last counts. */
    List<HbaOption> options();

    /** Returns the line number as the server counts it. */
    int lineNumber();

    /** Returns the same record for other client addresses. */
    default HbaRecord at(AddressPattern other) {
        return new ParsedRecord(
                line(),
                type(),
                databases(),
                users(),
                other,
                methodToken(),
                new Demand(method(), options(), clientCert()));
    }

    /** Returns the method in force: {@code ident} on {@code local} is {@code peer}. */
    default AuthMethod method() {
        return demand().method();
    }

    /** Returns the demand in force, that which the method implies included. */
    default ClientCert clientCert() {
        return demand().clientCert();
    }

    /** Returns the value of an option, if it is set. */
    default Optional<String> option(AuthOption option) {
        return HbaOption.last(demand().options(), option).map(HbaOption::value);
    }

    /** Returns the occurrence of an option that counts, if it is set. */
    default Optional<HbaOption> lastOption(AuthOption option) {
        return HbaOption.last(demand().options(), option).flatMap(shared -> HbaOption.last(options(), option));
    }

    /** Returns the name of the user name map in force; an empty {@code map=} means none. */
    default Optional<String> map() {
        return option(AuthOption.MAP).filter(map -> !map.isEmpty());
    }

    /** Tells whether the certificate's name is the whole subject ({@code clientname=DN}) instead of the CN. */
    default boolean usesDistinguishedName() {
        return option(AuthOption.CLIENTNAME).filter("DN"::equals).isPresent();
    }

    /** Tells whether nobody gets in by this record without a certificate of a trusted CA. */
    default boolean demandsCertificate() {
        return clientCert() != ClientCert.OFF;
    }

    /** Returns the place of the whole record. */
    default Location location() {
        return new Location(line().file(), span(), "");
    }

    /** Returns the place from the first to the last token of the line itself. */
    default Span span() {
        AuthLine line = line();
        Span span = line.span();
        boolean first = true;
        for (AuthField field : line.fields()) {
            for (AuthToken token : field.tokens()) {
                if (token.file() == line.file()) {
                    span = first ? token.span() : span.to(token.span());
                    first = false;
                }
            }
        }
        return span;
    }

    /** Returns the place of the type. */
    default Location typeLocation() {
        return locationOf(line().fields().get(0).first());
    }

    /** Returns the place of a token. */
    static Location locationOf(AuthToken token) {
        return new Location(token.file(), token.span(), "");
    }
}
