package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects a finding; the severity and the hint are those of the rule unless the finding has its own. */
public final class FindingBuilder {

    private final RuleInfo rule;
    private final String cluster;
    private final String message;
    private final Location primary;
    private final List<Location> related = new ArrayList<>();
    private Severity severity;
    private Optional<String> serverMessage = Optional.empty();
    private Optional<String> hint;
    private String subject = "";

    FindingBuilder(RuleInfo rule, String cluster, Location primary, String message) {
        this.rule = rule;
        this.cluster = cluster;
        this.primary = primary;
        this.message = message;
        this.severity = rule.severity();
        this.hint = Optional.of(rule.remedy());
    }

    /** Gives it a severity of its own. */
    public FindingBuilder severity(Severity own) {
        severity = own;
        return this;
    }

    /** Adds a place that explains it. */
    public FindingBuilder related(Location place, String label) {
        related.add(place.labelled(label));
        return this;
    }

    /** Quotes the server. */
    public FindingBuilder serverSays(String text) {
        serverMessage = Optional.of(text);
        return this;
    }

    /** Gives it a hint of its own. */
    public FindingBuilder hint(String own) {
        hint = Optional.of(own);
        return this;
    }

    /** Says what tells it from others of the same rule at the same places, such as the name that is missing. */
    public FindingBuilder about(String what) {
        subject = what;
        return this;
    }

    /** Returns the finding. */
    public Finding build() {
        return new Finding(rule.id(), severity, cluster, message, primary, related, serverMessage, hint, subject);
    }
}
