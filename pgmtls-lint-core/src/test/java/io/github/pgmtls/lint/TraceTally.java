package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;

/** What was compared, so that a test can tell that it has compared anything. */
final class TraceTally {

    private final Map<TraceReason, Integer> reasons = new EnumMap<>(TraceReason.class);
    private int attempts;
    private int lines;
    private int examples;

    void attempt(TraceReason reason) {
        attempts++;
        reasons.merge(reason, 1, Integer::sum);
    }

    void line() {
        lines++;
    }

    void example() {
        examples++;
    }

    int count(TraceReason reason) {
        return reasons.getOrDefault(reason, 0);
    }

    int attempts() {
        return attempts;
    }

    void requireVariety() {
        assertThat(examples).as(toString()).isGreaterThan(attempts / 10);
        assertThat(lines).as("records compared: " + this).isGreaterThan(attempts / 4);
        assertThat(reasons.keySet())
                .as(toString())
                .contains(
                        TraceReason.IMPLICIT_REJECT,
                        TraceReason.REJECT_RECORD,
                        TraceReason.NO_CLIENT_CERTIFICATE,
                        TraceReason.UNTRUSTED_CERTIFICATE,
                        TraceReason.NO_USER_NAME,
                        TraceReason.NAME_MISMATCH,
                        TraceReason.NO_MAP_MATCH,
                        TraceReason.MAP_MATCHES,
                        TraceReason.NAME_MATCHES,
                        TraceReason.SSL_OFF,
                        TraceReason.TRUST_RECORD,
                        TraceReason.PASSWORD_REQUIRED);
    }

    @Override
    public String toString() {
        return attempts + " attempts, " + lines + " records seen, " + examples + " examples, " + reasons;
    }
}
