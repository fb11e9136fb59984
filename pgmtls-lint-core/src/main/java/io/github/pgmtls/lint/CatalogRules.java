package io.github.pgmtls.lint;

import io.github.pgmtls.lint.policy.KnownRules;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import java.util.List;
import java.util.Optional;

/** The rules that there are, for those who read a policy. */
final class CatalogRules implements KnownRules {

    @Override
    public List<String> ids() {
        return RuleCatalog.all().stream().map(rule -> rule.info().id()).toList();
    }

    @Override
    public Optional<Known> find(String id) {
        return RuleCatalog.find(id).map(CatalogRules::known);
    }

    private static Known known(RuleInfo info) {
        return new Known(info.severity(), info.exemptible(), info.options());
    }
}
