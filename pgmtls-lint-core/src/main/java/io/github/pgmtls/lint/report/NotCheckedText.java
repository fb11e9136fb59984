package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.NotChecked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What could not be judged, for people: the same thing met in many places is said once. */
final class NotCheckedText {

    private static final int MOST_GROUPS = 25;
    private static final int MOST_PLACES = 3;

    private NotCheckedText() {}

    /** What is said once. */
    private record Matter(String subject, String reason) {

        @Override
        public int hashCode() {
            return 31 * subject.hashCode() + reason.hashCode();
        }
    }

    /**
     * Returns a list.
     *
     * @param isNamed whether clusters are named
     * @param markup makes text of what is shown, in the markup that the list becomes part of
     */
    static String of(List<NotChecked> all, boolean isNamed, Places places, UnaryOperator<String> markup) {
        StringBuilder text = new StringBuilder();
        List<String> items = items(all, isNamed, places);
        for (String item : items.subList(0, Math.min(items.size(), MOST_GROUPS))) {
            text.append("- ").append(markup.apply(item)).append('\n');
        }
        if (items.size() > MOST_GROUPS) {
            text.append("- and ").append(items.size() - MOST_GROUPS).append(" more, listed in the JSON report\n");
        }
        return text.toString();
    }

    /** Returns what there is to be said, each thing once. */
    static List<String> items(List<NotChecked> all, boolean isNamed, Places places) {
        Map<Matter, Set<String>> groups = new LinkedHashMap<>();
        for (NotChecked item : all) {
            groups.computeIfAbsent(new Matter(item.subject(), item.reason()), m -> new LinkedHashSet<>())
                    .add(where(item, isNamed, places));
        }
        List<String> items = new ArrayList<>(groups.size());
        for (Map.Entry<Matter, Set<String>> group : groups.entrySet()) {
            items.add(line(group.getKey(), group.getValue()));
        }
        return items;
    }

    private static String where(NotChecked item, boolean isNamed, Places places) {
        String place = item.place().map(places::text).orElse("");
        String cluster = isNamed ? Visible.escape(item.cluster()) : "";
        return cluster.isEmpty() || place.isEmpty() ? cluster + place : cluster + " at " + place;
    }

    private static String line(Matter matter, Set<String> where) {
        List<String> shown = new ArrayList<>(where);
        shown.remove("");
        String text = Visible.text(matter.subject) + ": " + Visible.text(matter.reason);
        if (shown.isEmpty()) {
            return text;
        }
        String first = String.join(", ", shown.subList(0, Math.min(MOST_PLACES, shown.size())));
        int more = shown.size() - MOST_PLACES;
        return text + " (" + first + (more > 0 ? " and " + more + " more" : "") + ")";
    }
}
