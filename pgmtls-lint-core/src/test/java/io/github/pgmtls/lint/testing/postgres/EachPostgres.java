package io.github.pgmtls.lint.testing.postgres;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Marks a test that is run with a server of each version, its one parameter, a {@link RealPostgres} in the state after
 * its start. Where no server can run, and if {@code pgmtls.postgres} excludes all versions, the test is skipped and
 * says why.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(EachPostgresProvider.class)
@ExtendWith(EachPostgresCondition.class)
@ResourceLock("PostgreSQL servers")
public @interface EachPostgres {

    /** The oldest major version to test with. */
    int from() default 10;

    /** The newest major version to test with. */
    int to() default 19;

    /** The major versions that stand for the others, which only the long run asks too; empty for all. */
    int[] standIns() default {};
}
