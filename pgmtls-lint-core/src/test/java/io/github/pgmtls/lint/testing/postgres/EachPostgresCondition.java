package io.github.pgmtls.lint.testing.postgres;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test that is marked with {@link EachPostgres} where it has no server, and says so once per reason. */
final class EachPostgresCondition implements ExecutionCondition {

    private static final Set<String> PRINTED = ConcurrentHashMap.newKeySet();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return ConditionEvaluationResult.enabled("not a test method");
        }
        if (!EachPostgresProvider.versions(context.getRequiredTestMethod()).isEmpty()) {
            return ConditionEvaluationResult.enabled("there are servers");
        }
        String reason = Environment.obstacle()
                .orElse("the system property pgmtls.postgres excludes all versions this test is for");
        if (PRINTED.add(reason)) {
            System.err.println("TESTS WITH REAL POSTGRESQL SERVERS ARE SKIPPED: " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
