package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.Inspection;
import io.github.pgmtls.lint.Inspector;
import io.github.pgmtls.lint.LintException;
import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import java.io.File;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** What the parameters ask to look at. Each is null if it is not given. */
record Request(
        File directory,
        @Nullable Integer postgresql,
        @Nullable String now,
        @Nullable List<String> serverNames,
        HouseRules houseRules) {

    Request(File directory, @Nullable Integer postgresql, @Nullable String now, @Nullable List<String> serverNames) {
        this(directory, postgresql, now, serverNames, HouseRules.USUAL);
    }

    LintReport lint(Log log) throws MojoExecutionException {
        return answer(Linter::lint, log);
    }

    /** Lints, and shows how far it is. */
    LintReport lintVisibly(Log log) throws MojoExecutionException {
        ProgressLine progress = new ProgressLine(System.out, System::nanoTime);
        try {
            return answer(request -> Linter.lint(request, progress), log);
        } finally {
            progress.end();
        }
    }

    Inspection inspect(Log log) throws MojoExecutionException {
        return answer(Inspector::inspect, log);
    }

    /** Asks anything about the directory. */
    <T> T answer(Function<LintRequest, T> question, Log log) throws MojoExecutionException {
        LintRequest request = toLintRequest();
        return understand(() -> question.apply(request), log);
    }

    /** Gets an answer; what is wrong with the question or the directory fails the build with one message. */
    static <T> T understand(Supplier<T> answer, Log log) throws MojoExecutionException {
        try {
            return answer.get();
        } catch (LintException e) {
            // The cause would be printed behind the message, which says it all.
            log.debug(e);
            throw new MojoExecutionException(e.getMessage());
        }
    }

    LintRequest toLintRequest() throws MojoExecutionException {
        LintRequest request = LintRequest.of(directory.toPath());
        if (postgresql != null) {
            request = withPostgresql(request, postgresql);
        }
        if (now != null) {
            request = request.now(instant(now));
        }
        if (serverNames != null) {
            request = request.serverNames(serverNames);
        }
        return houseRules.applyTo(request);
    }

    private static LintRequest withPostgresql(LintRequest request, int major) throws MojoExecutionException {
        try {
            return request.postgresql(major);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("pgmtls.postgresql: " + e.getMessage());
        }
    }

    private static Instant instant(String text) throws MojoExecutionException {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            throw new MojoExecutionException(
                    "pgmtls.now is \"" + text + "\"; write a time in UTC, such as 2027-01-31T00:00:00Z");
        }
    }
}
