package io.github.pgmtls.lint.x509;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * The {@code openssl} command as a judge. The system property {@code pgmtls.openssl} names another command than the one
 * on the path; only versions 1.1.1 and 3.0 are asked, since only those are modelled.
 */
final class OpenSsl {

    /** The last number is that of the library, if it is not the command's own. */
    private static final Pattern LIBRARY = Pattern.compile("OpenSSL (\\S+)");

    private static final Optional<OpenSsl> FOUND = find();

    private final String command;
    private final OpenSslVersion version;

    private OpenSsl(String command, OpenSslVersion version) {
        this.command = command;
        this.version = version;
    }

    /** What a command answered. */
    record Answer(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /** Returns the command, or skips the calling test with the reason. */
    static OpenSsl require() {
        Assumptions.assumeTrue(FOUND.isPresent(), "there is no openssl command of version 1.1.1 or 3.0");
        return FOUND.get();
    }

    private static Optional<OpenSsl> find() {
        String command = System.getProperty("pgmtls.openssl", "openssl");
        try {
            String output = run(List.of(command, "version")).output();
            Matcher library = LIBRARY.matcher(output);
            String number = "";
            while (library.find()) {
                number = library.group(1);
            }
            return OpenSslVersion.parse(number).map(version -> new OpenSsl(command, version));
        } catch (UncheckedIOException e) {
            // There is no such command.
        }
        return Optional.empty();
    }

    /** Returns the model that its library is an instance of. */
    OpenSslVersion model() {
        return version;
    }

    Answer ask(String... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        return run(line);
    }

    private static Answer run(List<String> line) {
        try {
            Path output = Files.createTempFile("openssl", ".out");
            try {
                Process process = new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .start();
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("no answer: " + line);
                }
                return new Answer(
                        process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
