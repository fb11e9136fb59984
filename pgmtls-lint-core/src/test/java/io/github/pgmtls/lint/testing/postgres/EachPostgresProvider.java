package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.testing.LongRun;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each version's server to a test that is marked with {@link EachPostgres}, one after the other. */
final class EachPostgresProvider implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return versions(context.getRequiredTestMethod()).stream()
                .map(SharedPostgres::of)
                .map(Arguments::of);
    }

    static List<PostgresVersion> versions(AnnotatedElement method) {
        EachPostgres range =
                AnnotationSupport.findAnnotation(method, EachPostgres.class).orElseThrow();
        return SharedPostgres.versions().stream()
                .filter(version -> version.major() >= range.from() && version.major() <= range.to())
                .filter(version -> LongRun.isOn()
                        || range.standIns().length == 0
                        || IntStream.of(range.standIns()).anyMatch(major -> major == version.major()))
                .toList();
    }
}
