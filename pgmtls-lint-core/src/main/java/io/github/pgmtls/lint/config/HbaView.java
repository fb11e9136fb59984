package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records in the words of the system view {@code pg_hba_file_rules}. Source: {@code fill_hba_line} and
 * {@code get_hba_options} in {@code hba.c}, from 15 on {@code src/backend/utils/adt/hbafuncs.c}.
 */
public final class HbaView {

    private HbaView() {}

    /** Returns the rows of a file, in the order of the view. */
    public static List<HbaRuleRow> rows(HbaFile file) {
        List<HbaRuleRow> rows = new ArrayList<>(file.lines().size());
        int rules = 0;
        for (HbaLine line : file.lines()) {
            Optional<String> error = line.problem().flatMap(LoadProblem::rowError);
            rules += error.isEmpty() ? 1 : 0;
            Optional<Integer> number = error.isEmpty() ? Optional.of(rules) : Optional.empty();
            rows.add(row(line, number, error, file.server().version()));
        }
        return rows;
    }

    private static HbaRuleRow row(
            HbaLine line, Optional<Integer> number, Optional<String> error, PostgresVersion version) {
        Optional<HbaRecord> record = line.record();
        return new HbaRuleRow(
                number,
                line.line().file().path(),
                line.line().number(),
                record.map(r -> r.type().keyword()),
                record.map(r -> words(r.databases())).orElse(List.of()),
                record.map(r -> words(r.users())).orElse(List.of()),
                record.flatMap(HbaView::address),
                record.flatMap(HbaView::netmask),
                record.map(r -> r.method().keyword()),
                record.map(r -> options(r, version)).orElse(List.of()),
                error);
    }

    private static List<String> words(List<NamePattern> names) {
        return names.stream().map(name -> name.token().value()).toList();
    }

    /** Returns the column {@code address}, which {@code local} records do not have. */
    public static Optional<String> address(HbaRecord record) {
        AddressPattern pattern = record.address();
        if (pattern instanceof AddressPattern.Any) {
            return Optional.of("all");
        }
        if (pattern instanceof AddressPattern.SameHost) {
            return Optional.of("samehost");
        }
        if (pattern instanceof AddressPattern.SameNet) {
            return Optional.of("samenet");
        }
        if (pattern instanceof AddressPattern.HostName host) {
            return Optional.of(host.name());
        }
        return pattern instanceof AddressPattern.Network network
                ? Optional.of(network.address().toString())
                : Optional.empty();
    }

    /** Returns the column {@code netmask}, which only numeric addresses have. */
    public static Optional<String> netmask(HbaRecord record) {
        return record.address() instanceof AddressPattern.Network network
                ? Optional.of(network.mask().toString())
                : Optional.empty();
    }

    /** Returns the column {@code options}; empty where the view has NULL. Secrets are in it: mask before printing. */
    public static List<String> options(HbaRecord record, PostgresVersion version) {
        List<String> options = new ArrayList<>();
        if (record.method() == AuthMethod.GSS || record.method() == AuthMethod.SSPI) {
            boolean includeRealm =
                    record.option(AuthOption.INCLUDE_REALM).map("1"::equals).orElse(true);
            if (includeRealm) {
                options.add("include_realm=true");
            }
            add(options, record, AuthOption.KRB_REALM);
        }
        add(options, record, AuthOption.MAP);
        if (record.clientCert() != ClientCert.OFF) {
            String value = version.isAtLeast(12) ? record.clientCert().keyword() : "true";
            options.add("clientcert=" + value);
        }
        add(options, record, AuthOption.PAMSERVICE);
        if (record.method() == AuthMethod.LDAP) {
            addLdap(options, record, version);
        }
        add(options, record, AuthOption.RADIUSSERVERS);
        add(options, record, AuthOption.RADIUSSECRETS);
        add(options, record, AuthOption.RADIUSIDENTIFIERS);
        add(options, record, AuthOption.RADIUSPORTS);
        add(options, record, AuthOption.ISSUER);
        add(options, record, AuthOption.SCOPE);
        add(options, record, AuthOption.VALIDATOR);
        if (isOne(record, AuthOption.DELEGATE_IDENT_MAPPING)) {
            options.add("delegate_ident_mapping=true");
        }
        return options;
    }

    private static void addLdap(List<String> options, HbaRecord record, PostgresVersion version) {
        LdapOptions ldap = LdapOptions.of(record.options());
        add(options, ldap, AuthOption.LDAPSERVER);
        ldap.value(AuthOption.LDAPPORT).ifPresent(port -> options.add("ldapport=" + Numbers.atoi(port)));
        if (version.isAtLeast(14)) {
            add(options, ldap, AuthOption.LDAPSCHEME);
        }
        if (isOne(record, AuthOption.LDAPTLS)) {
            options.add("ldaptls=true");
        }
        for (AuthOption option : List.of(
                AuthOption.LDAPPREFIX,
                AuthOption.LDAPSUFFIX,
                AuthOption.LDAPBASEDN,
                AuthOption.LDAPBINDDN,
                AuthOption.LDAPBINDPASSWD,
                AuthOption.LDAPSEARCHATTRIBUTE,
                AuthOption.LDAPSEARCHFILTER)) {
            add(options, ldap, option);
        }
        if (ldap.scope() != LdapUrl.SCOPE_BASE) {
            options.add("ldapscope=" + ldap.scope());
        }
    }

    private static boolean isOne(HbaRecord record, AuthOption option) {
        return record.option(option).filter("1"::equals).isPresent();
    }

    private static void add(List<String> options, HbaRecord record, AuthOption option) {
        record.option(option).ifPresent(value -> options.add(option.keyword() + "=" + value));
    }

    private static void add(List<String> options, LdapOptions ldap, AuthOption option) {
        ldap.value(option).ifPresent(value -> options.add(option.keyword() + "=" + value));
    }
}
