package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.NotChecked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What could not be judged, for people: the same thing met in many places is said once. */
final class NotCheckedText {

    private static final int MOST_GROUPS = 25;
    private static final int MOST_PLACES = 3;

    private NotCheckedText() {}

    /** What is said once. */
    private record Matter(String subject, String reason) {}

    static String of(List<NotChecked> all, boolean isNamed) {
        Map<Matter, Set<String>> groups = new LinkedHashMap<>();
        for (NotChecked item : all) {
            groups.computeIfAbsent(new Matter(item.subject(), item.reason()), m -> new LinkedHashSet<>())
                    .add(where(item, isNamed));
        }
        StringBuilder text = new StringBuilder();
        groups.entrySet().stream()
                .limit(MOST_GROUPS)
                .forEach(group -> text.append("- ")
                        .append(Visible.escape(group.getKey().subject()))
                        .append(": ")
                        .append(Visible.text(group.getKey().reason()))
                        .append(suffix(group.getValue()))
                        .append('\n'));
        if (groups.size() > MOST_GROUPS) {
            text.append("- and ").append(groups.size() - MOST_GROUPS).append(" more, listed in the JSON report\n");
        }
        return text.toString();
    }

    private static String where(NotChecked item, boolean isNamed) {
        String place = item.place().map(Places::text).orElse("");
        String cluster = isNamed ? Visible.escape(item.cluster()) : "";
        return cluster.isEmpty() || place.isEmpty() ? cluster + place : cluster + " at " + place;
    }

    private static String suffix(Set<String> places) {
        List<String> shown = new ArrayList<>(places);
        shown.remove("");
        if (shown.isEmpty()) {
            return "";
        }
        String first = String.join(", ", shown.subList(0, Math.min(MOST_PLACES, shown.size())));
        int more = shown.size() - MOST_PLACES;
        return " (" + first + (more > 0 ? " and " + more + " more" : "") + ")";
    }
}
