package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.Demand;
import io.github.pgmtls.lint.config.HbaOption;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.source.ByteText;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What happens to a connection once its record is found. Two records decide alike exactly if their decisions are equal:
 * options that are repeated, empty or set to their default do not tell them apart.
 *
 * <p>A {@code reject} record and the implicit reject behind the last record are equal here: both refuse everybody, only
 * the server's message differs. Whatever stands behind the method of a {@code reject} record changes nothing.
 *
 * @param method how the client must prove who it is
 * @param clientCert what is demanded of its certificate besides
 * @param options the other options that have an effect
 */
public record Decision(AuthMethod method, ClientCert clientCert, Map<AuthOption, String> options) {

    /** Nobody gets in. */
    public static final Decision REJECT = new Decision(AuthMethod.REJECT, ClientCert.OFF, Map.of());

    public Decision {
        options = options.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(options));
    }

    /** Returns the decision of a record. */
    public static Decision of(HbaRecord record) {
        return of(record.demand());
    }

    static Decision of(Demand demand) {
        if (demand.method() == AuthMethod.REJECT) {
            return REJECT;
        }
        if (demand.options().isEmpty()) {
            return new Decision(demand.method(), demand.clientCert(), Map.of());
        }
        Map<AuthOption, String> options = new EnumMap<>(AuthOption.class);
        for (HbaOption option : demand.options()) {
            String value = normalize(option.option(), option.value());
            if (value.equals(defaultOf(option.option()))) {
                options.remove(option.option());
            } else {
                options.put(option.option(), value);
            }
        }
        options.remove(AuthOption.CLIENTCERT);
        if (demand.clientCert() != ClientCert.VERIFY_FULL) {
            options.remove(AuthOption.CLIENTNAME);
        }
        return new Decision(demand.method(), demand.clientCert(), options);
    }

    /** Flags are true if they are exactly {@code 1}, and false otherwise. */
    private static String normalize(AuthOption option, String value) {
        return switch (option) {
            case LDAPTLS, PAM_USE_HOSTNAME, INCLUDE_REALM, COMPAT_REALM, UPN_USERNAME, DELEGATE_IDENT_MAPPING ->
                value.equals("1") ? "1" : "0";
            default -> value;
        };
    }

    private static String defaultOf(AuthOption option) {
        return switch (option) {
            case LDAPTLS, PAM_USE_HOSTNAME, UPN_USERNAME, DELEGATE_IDENT_MAPPING -> "0";
            case INCLUDE_REALM, COMPAT_REALM -> "1";
            case CLIENTNAME -> "CN";
            case LDAPSCHEME -> "ldap";
            default -> "";
        };
    }

    @Override
    public int hashCode() {
        return 31 * (31 * method.hashCode() + clientCert.hashCode()) + options.hashCode();
    }

    /** Tells whether nobody gets in. */
    public boolean isReject() {
        return method == AuthMethod.REJECT;
    }

    /** Tells whether somebody can get in without a certificate of a trusted CA. */
    public boolean admitsWithoutCertificate() {
        return !isReject() && clientCert == ClientCert.OFF;
    }

    /** Returns the words of a record that mean this, for example {@code cert map=clients}; secrets are masked. */
    public String phrase() {
        StringBuilder words = new StringBuilder(method.keyword());
        if (clientCert != ClientCert.OFF && method != AuthMethod.CERT) {
            words.append(" clientcert=").append(clientCert.keyword());
        }
        options.forEach((option, value) ->
                words.append(' ').append(option.keyword()).append('=').append(option.shown(ByteText.decode(value))));
        return words.toString();
    }

    @Override
    public String toString() {
        return phrase();
    }
}
