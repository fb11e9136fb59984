package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.LoadProblem.Kind;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the options of one record, as {@code parse_hba_auth_opt} of {@code src/backend/libpq/hba.c} does. */
final class HbaOptionParser {

    private final ServerFacts server;
    private final PostgresVersion version;
    private final ConnectionType type;
    private final AuthMethod method;
    private final Strictness strictness;
    private final List<HbaOption> options = new ArrayList<>(2);
    private ClientCert clientCert = ClientCert.OFF;

    HbaOptionParser(ServerFacts server, ConnectionType type, AuthMethod method, Strictness strictness) {
        this.server = server;
        this.version = server.version();
        this.type = type;
        this.method = method;
        this.strictness = strictness;
    }

    List<HbaOption> options() {
        return options.isEmpty() ? List.of() : options;
    }

    ClientCert clientCert() {
        return clientCert;
    }

    void add(AuthToken token) throws LineRefused {
        int equals = token.value().indexOf('=');
        if (equals < 0) {
            String shown = shown(token.value());
            throw refuse(Kind.OPTION, token, "authentication option not in name=value format: " + shown, shown);
        }
        String name = token.value().substring(0, equals);
        String value = token.value().substring(equals + 1);
        Optional<AuthOption> known = AuthOption.of(name, version);
        if (known.isEmpty()) {
            String shown = shown(name);
            throw refuse(Kind.OPTION, token, "unrecognized authentication option name: \"" + shown + "\"", shown);
        }
        AuthOption option = known.get();
        if (!option.isValidFor(method)) {
            throw refuse(
                    Kind.OPTION,
                    token,
                    "authentication option \"" + name + "\" is only valid for authentication methods "
                            + option.methodsInMessage(version),
                    name);
        }
        checkValue(option, value, token);
        options.add(new HbaOption(option, value, token));
    }

    /** What stands behind a secret and is no option may be a part of it that should have been quoted. */
    private String shown(String word) {
        return options.isEmpty()
                ? word
                : options.get(options.size() - 1).option().shown(word);
    }

    private void checkValue(AuthOption option, String value, AuthToken token) throws LineRefused {
        switch (option) {
            case CLIENTCERT -> clientCert = parseClientCert(value, token);
            case CLIENTNAME -> checkClientName(value, token);
            case LDAPPORT -> {
                if (Numbers.atoi(value) == 0) {
                    throw refuse(Kind.OPTION, token, "invalid LDAP port number: \"" + value + "\"", value);
                }
            }
            case LDAPURL -> {
                Optional<String> error = LdapOptions.errorOfUrl(value, version);
                if (error.isPresent()) {
                    throw refuse(Kind.OPTION, token, error.get(), value);
                }
            }
            case RADIUSSERVERS, RADIUSPORTS, RADIUSSECRETS, RADIUSIDENTIFIERS -> {
                Optional<LoadProblem> problem = RadiusLists.problemOf(option, value, token);
                if (problem.isPresent()) {
                    throw new LineRefused(problem.get());
                }
            }
            default -> {}
        }
    }

    private void requireHostssl(AuthOption option, AuthToken token) throws LineRefused {
        if (type != ConnectionType.HOSTSSL) {
            strictness.refuse(refuse(
                    Kind.CLIENTCERT_WITHOUT_HOSTSSL,
                    token,
                    option.keyword() + " can only be configured for \"hostssl\" rows",
                    option.keyword()));
        }
    }

    private void checkClientName(String value, AuthToken token) throws LineRefused {
        requireHostssl(AuthOption.CLIENTNAME, token);
        if (!value.equals("CN") && !value.equals("DN")) {
            throw new LineRefused(problem(Kind.OPTION, token, "invalid value for clientname: \"" + value + "\"", value)
                    .withRowError(Optional.empty()));
        }
    }

    private ClientCert parseClientCert(String value, AuthToken token) throws LineRefused {
        requireHostssl(AuthOption.CLIENTCERT, token);
        boolean cert = method == AuthMethod.CERT;
        if (!version.isAtLeast(12)) {
            if (value.equals("1")) {
                return ClientCert.VERIFY_CA;
            }
            // 10 and 11 take every other value, verify-full included, for "off" and say nothing
            if (cert) {
                strictness.refuse(
                        refuseValue(token, value, "clientcert can not be set to 0 when using \"cert\" authentication"));
            }
            return ClientCert.OFF;
        }
        boolean oldValues = !version.isAtLeast(14);
        if (value.equals("verify-full")) {
            return ClientCert.VERIFY_FULL;
        }
        if (value.equals("verify-ca") || (oldValues && value.equals("1"))) {
            if (cert && !oldValues) {
                strictness.refuse(refuseValue(
                        token,
                        value,
                        "clientcert only accepts \"verify-full\" when using \"cert\" authentication",
                        Optional.of(
                                "clientcert can only be set to \"verify-full\" when using \"cert\" authentication")));
            }
            return ClientCert.VERIFY_CA;
        }
        if (oldValues && (value.equals("0") || value.equals("no-verify"))) {
            if (cert) {
                strictness.refuse(refuseValue(
                        token,
                        value,
                        (version.isAtLeast(13) ? "clientcert cannot" : "clientcert can not")
                                + " be set to \"no-verify\" when using \"cert\" authentication"));
            }
            return ClientCert.OFF;
        }
        strictness.refuse(
                refuseValue(token, value, "invalid value for clientcert: \"" + value + "\"", Optional.empty()));
        return value.equals("0") || value.equals("no-verify") ? ClientCert.OFF : ClientCert.VERIFY_CA;
    }

    /** Checks what the options must be together, and applies what the method implies. */
    void finish(AuthToken methodToken) throws LineRefused {
        Optional<LoadProblem> problem = switch (method) {
            case LDAP -> LdapOptions.of(options).error(version).map(error -> problem(methodToken, error));
            case RADIUS -> RadiusLists.problemOf(options, methodToken, version);
            case OAUTH -> oauthError().map(error -> problem(methodToken, error));
            default -> Optional.empty();
        };
        if (problem.isPresent()) {
            throw new LineRefused(problem.get().about(methodToken.value()));
        }
        if (method == AuthMethod.CERT) {
            clientCert = ClientCert.VERIFY_FULL;
        }
        if (method == AuthMethod.OAUTH && !isSet(AuthOption.VALIDATOR)) {
            String validator = OauthValidators.implied(server.oauthValidators());
            options.add(new HbaOption(AuthOption.VALIDATOR, validator, methodToken));
        }
    }

    private static LoadProblem problem(AuthToken methodToken, String error) {
        return problem(Kind.OPTION, methodToken, error, methodToken.value());
    }

    private Optional<String> oauthError() {
        for (AuthOption mandatory : List.of(AuthOption.SCOPE, AuthOption.ISSUER)) {
            if (!isSet(mandatory)) {
                return Optional.of(
                        "authentication method \"oauth\" requires argument \"" + mandatory.keyword() + "\" to be set");
            }
        }
        Optional<String> validator = OauthValidators.errorOf(server.oauthValidators(), value(AuthOption.VALIDATOR));
        if (validator.isPresent()) {
            return validator;
        }
        boolean delegates =
                value(AuthOption.DELEGATE_IDENT_MAPPING).filter("1"::equals).isPresent();
        return delegates && isSet(AuthOption.MAP)
                ? Optional.of("map cannot be used in combination with delegate_ident_mapping")
                : Optional.empty();
    }

    private boolean isSet(AuthOption option) {
        return options.stream().anyMatch(o -> o.option() == option);
    }

    private Optional<String> value(AuthOption option) {
        return options.stream()
                .filter(o -> o.option() == option)
                .map(HbaOption::value)
                .reduce((first, last) -> last);
    }

    private static LineRefused refuseValue(AuthToken token, String value, String message) {
        return refuse(Kind.CLIENTCERT_VALUE, token, message, value);
    }

    private static LineRefused refuseValue(AuthToken token, String value, String message, Optional<String> rowError) {
        return new LineRefused(
                problem(Kind.CLIENTCERT_VALUE, token, message, value).withRowError(rowError));
    }

    private static LineRefused refuse(Kind kind, AuthToken token, String message, String about) {
        return new LineRefused(problem(kind, token, message, about));
    }

    private static LoadProblem problem(Kind kind, AuthToken token, String message, String about) {
        return LoadProblem.of(kind, HbaRecord.locationOf(token), message).about(about);
    }
}
