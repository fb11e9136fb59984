package io.github.pgmtls.lint.rules.catalog;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.authority.AuthorityRules;
import io.github.pgmtls.lint.rules.authority.TrustedBundleRules;
import io.github.pgmtls.lint.rules.certificate.CertificateRules;
import io.github.pgmtls.lint.rules.exemption.ExemptionRules;
import io.github.pgmtls.lint.rules.file.FileRules;
import io.github.pgmtls.lint.rules.identity.IdentityRules;
import io.github.pgmtls.lint.rules.order.ExpectationRules;
import io.github.pgmtls.lint.rules.order.OrderRules;
import io.github.pgmtls.lint.rules.record.RecordRules;
import io.github.pgmtls.lint.rules.revocation.RevocationRules;
import io.github.pgmtls.lint.rules.server.ServerRules;
import io.github.pgmtls.lint.rules.settings.SettingsRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules, in the order of the subjects: settings, records, their order, identities, certificates, authorities, revocation, files. */
public final class RuleCatalog {

    private RuleCatalog() {}

    /** In classes of their own, since loading a hundred rules takes a while. */
    private static final class WithCredentials {
        static final List<Rule> RULES = list(Stream.of(
                SettingsRules.ALL,
                RecordRules.ALL,
                OrderRules.ALL,
                IdentityRules.ALL,
                ServerRules.ALL,
                CertificateRules.ALL,
                TrustedBundleRules.ALL,
                AuthorityRules.ALL,
                RevocationRules.ALL,
                FileRules.ALL));
    }

    /** Of the last ones only the façade knows when they have something to say. */
    private static final class All {
        static final List<Rule> RULES =
                list(Stream.of(WithCredentials.RULES, ExpectationRules.ALL, List.copyOf(ExemptionRules.ALL)));
    }

    private static final class Credentials {
        static final List<Rule> RULES = list(Stream.of(
                ServerRules.ALL, CertificateRules.ALL, AuthorityRules.ALL, RevocationRules.ALL, FileRules.ALL));
    }

    private static final class WithoutCredentials {
        static final List<Rule> RULES = list(Stream.of(
                SettingsRules.ALL,
                RecordRules.ALL,
                OrderRules.ALL,
                IdentityRules.ALL,
                TrustedBundleRules.ALL,
                FileRules.ALL));
    }

    private static List<Rule> list(Stream<List<Rule>> subjects) {
        return subjects.flatMap(Collection::stream).toList();
    }

    /** Returns all rules. */
    public static List<Rule> all() {
        return All.RULES;
    }

    /** Returns the rules that may have something to say about a cluster: all, or those that need no certificates. */
    public static List<Rule> about(Cluster cluster) {
        return cluster.hasCredentials() ? WithCredentials.RULES : WithoutCredentials.RULES;
    }

    /** Returns the rules about what pg_hosts.conf can name for each host: certificates, keys and what they are good for. */
    public static List<Rule> aboutCredentials() {
        return Credentials.RULES;
    }

    /** Returns all rules by subject: the name of their package. */
    public static Map<String, List<Rule>> subjects() {
        Map<String, List<Rule>> subjects = new LinkedHashMap<>();
        for (Rule rule : all()) {
            String name = rule.getClass().getPackageName();
            subjects.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), s -> new ArrayList<>())
                    .add(rule);
        }
        return subjects;
    }

    /** Finds a rule by its id. */
    public static Optional<RuleInfo> find(String id) {
        return all().stream()
                .map(Rule::info)
                .filter(info -> info.id().equals(id))
                .findFirst();
    }
}
