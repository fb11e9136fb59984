package io.github.pgmtls.lint.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The check of the {@code validator} option against {@code oauth_validator_libraries} (18 on). */
final class OauthValidators {

    private OauthValidators() {}

    /** Returns the server's complaint, if it has one. Source: {@code check_oauth_validator} in {@code auth-oauth.c}. */
    static Optional<String> errorOf(String libraries, Optional<String> validator) {
        if (libraries.isEmpty()) {
            return Optional.of("oauth_validator_libraries must be set for authentication method oauth");
        }
        List<String> names = names(libraries);
        if (names.contains("")) {
            return Optional.of("invalid list syntax in parameter \"oauth_validator_libraries\"");
        }
        if (validator.isEmpty()) {
            return names.size() == 1
                    ? Optional.empty()
                    : Optional.of("authentication method \"oauth\" requires argument \"validator\" to be set when "
                            + "oauth_validator_libraries contains multiple options");
        }
        return names.contains(validator.get())
                ? Optional.empty()
                : Optional.of("validator \"" + validator.get() + "\" is not permitted by oauth_validator_libraries");
    }

    /** Returns the validator in force where an accepted record names none: the only one. */
    static String implied(String libraries) {
        return names(libraries).get(0);
    }

    private static List<String> names(String libraries) {
        return Arrays.stream(libraries.split(",", -1))
                .map(name -> name.strip().replaceAll("^\"(.*)\"$", "$1"))
                .toList();
    }
}
