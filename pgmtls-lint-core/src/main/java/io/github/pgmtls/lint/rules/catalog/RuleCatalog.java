package io.github.pgmtls.lint.rules.catalog;

import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.authority.AuthorityRules;
import io.github.pgmtls.lint.rules.certificate.CertificateRules;
import io.github.pgmtls.lint.rules.file.FileRules;
import io.github.pgmtls.lint.rules.identity.IdentityRules;
import io.github.pgmtls.lint.rules.order.OrderRules;
import io.github.pgmtls.lint.rules.record.RecordRules;
import io.github.pgmtls.lint.rules.revocation.RevocationRules;
import io.github.pgmtls.lint.rules.server.ServerRules;
import io.github.pgmtls.lint.rules.settings.SettingsRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules, in the order of the subjects: settings, records, their order, identities, certificates, authorities, revocation, files. */
public final class RuleCatalog {

    private static final List<Rule> ALL = Stream.of(
                    SettingsRules.ALL,
                    RecordRules.ALL,
                    OrderRules.ALL,
                    IdentityRules.ALL,
                    ServerRules.ALL,
                    CertificateRules.ALL,
                    AuthorityRules.ALL,
                    RevocationRules.ALL,
                    FileRules.ALL)
            .<Rule>flatMap(Collection::stream)
            .toList();

    private RuleCatalog() {}

    /** Returns all rules. */
    public static List<Rule> all() {
        return ALL;
    }

    /** Finds a rule by its id. */
    public static Optional<RuleInfo> find(String id) {
        return ALL.stream().map(Rule::info).filter(info -> info.id().equals(id)).findFirst();
    }
}
