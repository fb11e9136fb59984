package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about the order of records. */
public final class OrderRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new RecordShadowed(),
            new RecordPartlyShadowed(),
            new PlaintextBypass(),
            new OtherDoorWithoutCertificate(),
            new AddressFamilyHole(),
            new PlaintextRecord(),
            new CleartextPassword(),
            new ReplicationNotCovered(),
            new ExpectedClientRefused());

    private OrderRules() {}
}
