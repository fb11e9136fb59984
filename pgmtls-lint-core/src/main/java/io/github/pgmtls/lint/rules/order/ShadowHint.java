package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.source.ByteText;
import java.util.List;
import java.util.Optional;

/** What to do about a record that is never reached. */
final class ShadowHint {

    private ShadowHint() {}

    /** Returns what to do about a record, if there is more to say than the remedy of the rule. */
    static Optional<String> of(HbaRecord hidden, List<HbaRecord> hiding) {
        if (hiding.isEmpty()) {
            return Optional.empty();
        }
        HbaRecord first = hiding.get(0);
        String line = "line " + first.lineNumber();
        if (Decision.of(hidden).isReject()) {
            return Optional.of("Move this record above " + line + "; where it stands, it refuses nobody.");
        }
        if (hidden.map().isPresent()
                && hiding.stream().allMatch(record -> record.clientCert() == ClientCert.VERIFY_FULL)
                && !first.map().equals(hidden.map())) {
            String map = ByteText.decode(hidden.map().get());
            return Optional.of("Move this record above " + line + "; there the name in a certificate is "
                    + (first.map().isPresent() ? "looked up in another map" : "compared with the user itself")
                    + ", so that map " + map + " is not used.");
        }
        if (hiding.size() == 1 && sameSelection(hidden, first)) {
            return Optional.of("Delete one of the two; where authentication by " + line
                    + " fails, the server does not go on to this record.");
        }
        return Optional.empty();
    }

    private static boolean sameSelection(HbaRecord one, HbaRecord other) {
        return one.type() == other.type()
                && words(one.databases()).equals(words(other.databases()))
                && words(one.users()).equals(words(other.users()))
                && one.address().equals(other.address());
    }

    private static List<String> words(List<NamePattern> names) {
        return names.stream()
                .map(name -> name.kind() + " " + name.name())
                .sorted()
                .toList();
    }
}
