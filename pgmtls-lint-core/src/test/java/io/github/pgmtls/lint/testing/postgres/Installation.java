package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The programs of one PostgreSQL version and an empty database cluster to copy.
 *
 * @param name the full version, such as {@code 15.19}, and where it is from if that is not Maven Central
 * @param programs the directory of {@code postgres} and {@code initdb}
 * @param template a data directory without configuration files
 */
record Installation(String name, PostgresVersion version, Path programs, Path template) {

    private static final List<String> CONFIGURATION_FILES =
            List.of("postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "pg_ident.conf");

    /** Makes a template with the programs in a directory. */
    static void initialise(Path programs, PostgresVersion version, ServerUser user, Path template) throws IOException {
        Files.createDirectories(template);
        user.own(template);
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("initdb").toString()));
        command.addAll(List.of("-D", template.toString(), "-U", "postgres", "-A", "trust"));
        // A database in SQL_ASCII takes and gives bytes as they are, like the server before a session has a database.
        command.addAll(List.of("--encoding=SQL_ASCII", "--no-locale", "--no-sync"));
        if (version.isAtLeast(11)) {
            command.add("--wal-segsize=1");
        }
        run(user, template, command);
        for (String file : CONFIGURATION_FILES) {
            Files.delete(template.resolve(file));
        }
    }

    /** Runs a program to its end and returns what it prints. */
    static String run(ServerUser user, Path directory, List<String> command) throws IOException {
        Process process = ServerProcess.prepare(user, directory, command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        process.getOutputStream().close();
        ServerLog output = ServerLog.of(process.getInputStream());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        output.awaitEnd(ServerProcess.STOP_LIMIT);
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed:\n" + output.dump());
        }
        return output.dump();
    }
}
