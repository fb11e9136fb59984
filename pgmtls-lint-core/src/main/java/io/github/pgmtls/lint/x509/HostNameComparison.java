package io.github.pgmtls.lint.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A comparison in progress: stops at the first match or defect. */
final class HostNameComparison {

    private final List<String> examined = new ArrayList<>();
    private Optional<String> matched = Optional.empty();
    private Optional<String> defect = Optional.empty();

    boolean isDecided() {
        return matched.isPresent() || defect.isPresent();
    }

    int examined() {
        return examined.size();
    }

    void compare(String display, boolean matches) {
        if (!isDecided()) {
            examined.add(display);
            if (matches) {
                matched = Optional.of(display);
            }
        }
    }

    void giveUp(String display, String reason) {
        if (!isDecided()) {
            examined.add(display);
            defect = Optional.of(reason);
        }
    }

    HostNameMatch result() {
        return new HostNameMatch(matched, examined, defect);
    }
}
