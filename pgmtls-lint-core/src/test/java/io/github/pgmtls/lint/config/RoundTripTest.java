package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.DataFiles.Entry;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.syntax.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tokens of every file that is compared with servers, and what lies between them, are the whole file. */
class RoundTripTest {

    private static final int GENERATED = 300;

    static Stream<PostgresVersion> versions() {
        return IntStream.rangeClosed(10, PostgresVersion.NEWEST).mapToObj(PostgresVersion::new);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void tokensAndGapsOfEachAuthenticationFileAreTheWholeFile(PostgresVersion version) {
        AuthFileSyntax syntax = AuthFileSyntax.of(version);
        for (AuthCases cases : List.of(HbaOracleTest.CASES, IdentOracleTest.CASES)) {
            cases.all()
                    .forEach((name, files) -> contents(files)
                            .flatMap(RoundTrip::variants)
                            .forEach(content -> check(name, content, text -> RoundTrip.assertAuth(text, syntax))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokensAndGapsOfGeneratedAuthenticationFilesAreTheWholeFile(AuthFile kind) {
        for (PostgresVersion version : versions().toList()) {
            AuthFileSyntax syntax = AuthFileSyntax.of(version);
            for (long seed = 0; seed < GENERATED; seed++) {
                String name = "version " + version + ", seed " + seed;
                contents(new AuthFileGenerator(kind, seed, version).files())
                        .forEach(content -> check(name, content, text -> RoundTrip.assertAuth(text, syntax)));
            }
        }
    }

    @Test
    void tokensAndGapsOfEachSettingsFileAreTheWholeFile() {
        SettingsCases.all()
                .forEach(settings -> settings.files().values().stream()
                        .flatMap(RoundTrip::variants)
                        .forEach(content -> check(settings.title(), content, RoundTrip::assertConf)));
    }

    @Test
    void tokensAndGapsOfGeneratedSettingsFilesAreTheWholeFile() {
        PostgresVersion version = new PostgresVersion(PostgresVersion.NEWEST);
        for (long seed = 0; seed < GENERATED; seed++) {
            String name = "seed " + seed;
            new ConfGenerator(seed, version, false)
                    .files()
                    .values()
                    .forEach(content -> check(name, content, RoundTrip::assertConf));
        }
    }

    private static Stream<String> contents(DataFiles files) {
        List<String> contents = new ArrayList<>();
        for (Entry entry : files.entries().values()) {
            if (entry instanceof Entry.Content content) {
                contents.add(content.bytes());
            }
        }
        return contents.stream();
    }

    private static void check(String name, String content, Consumer<String> assertion) {
        try {
            assertion.accept(content);
        } catch (AssertionError e) {
            throw new AssertionError(name + ": " + DataFiles.of("file", content), e);
        }
    }
}
