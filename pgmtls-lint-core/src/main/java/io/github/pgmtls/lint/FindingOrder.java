package io.github.pgmtls.lint;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.source.Span;
import java.io.Serializable;
import java.util.Comparator;

/** The order of findings in every report: by place, then by rule, cluster and message. */
final class FindingOrder implements Comparator<Finding>, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public int compare(Finding a, Finding b) {
        Span first = a.primary().span();
        Span second = b.primary().span();
        int order = a.primary().file().path().compareTo(b.primary().file().path());
        order = order != 0 ? order : Integer.compare(first.start(), second.start());
        order = order != 0 ? order : Integer.compare(first.end(), second.end());
        order = order != 0 ? order : a.rule().compareTo(b.rule());
        order = order != 0 ? order : a.cluster().compareTo(b.cluster());
        return order != 0 ? order : a.message().compareTo(b.message());
    }
}
