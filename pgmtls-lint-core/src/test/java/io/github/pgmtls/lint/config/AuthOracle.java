package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.DataFiles.Entry;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;

/** Compares what the linter and a server make of the same authentication files. */
final class AuthOracle {

    private static final boolean LONG = "long".equals(System.getProperty("pgmtls.oracle"));

    /** How many files are made for a version. */
    private static final int GENERATED = LONG ? 20_000 : 300;

    /** After this many disagreements there is nothing more to learn. */
    private static final int ENOUGH = 10;

    private static final int STEPS_TO_MAKE_SMALLER = 1_000;

    private final RealPostgres server;
    private final ServerReader reader;
    private final LinterReader linter;
    private long rows;

    AuthOracle(RealPostgres server) {
        this.server = server;
        this.reader = new ServerReader(server);
        this.linter = new LinterReader(reader.facts(), server.dataDirectory().toString());
    }

    /** Turns on what makes a server say something else to some records. */
    static void configure(RealPostgres server) {
        Issued certificate = Pki.ca("CN=Root").server("CN=db");
        server.write("server.crt", certificate.pem());
        server.write("server.key", certificate.keyPem());
        String settings = "ssl = on\n"
                + (server.version().isAtLeast(17) ? "" : "db_user_namespace = on\n")
                + (server.version().isAtLeast(18) ? "oauth_validator_libraries = 'v'\n" : "");
        server.write("postgresql.conf", settings);
        if (!server.reload().accepted()) {
            throw new IllegalStateException("the server does not accept its settings:\n" + server.dump());
        }
    }

    /** Compares all cases, with a reload for each. */
    void compare(AuthCases cases) {
        SoftAssertions disagreements = new SoftAssertions();
        cases.all().forEach((name, files) -> disagreements
                .assertThat(difference(cases.file(), files))
                .as(server + ": " + name)
                .isEmpty());
        disagreements.assertAll();
    }

    /** Compares files that are made at random, with a reload for each. */
    void compareGenerated(AuthFile file, long firstSeed) {
        long start = System.nanoTime();
        List<String> disagreements = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + GENERATED && disagreements.size() < ENOUGH; seed++) {
            DataFiles files = new AuthFileGenerator(file, seed, server.version()).files();
            if (!difference(file, files).isEmpty()) {
                DataFiles smaller = smaller(file, files);
                disagreements.add(server + ", seed " + seed + ":\n" + difference(file, smaller) + "\n" + smaller);
            }
        }
        System.out.printf(
                "%s: %d rows of %d generated %s compared in %d ms%n",
                server, rows, GENERATED, file.path(), (System.nanoTime() - start) / 1_000_000);
        if (!disagreements.isEmpty()) {
            throw new AssertionError(disagreements.size() + " disagreements\n" + String.join("\n", disagreements));
        }
    }

    /** Returns how the server's reading, reload included, differs from the linter's; empty if it does not. */
    private String difference(AuthFile file, DataFiles files) {
        DataFiles here = files.in(server.dataDirectory().toString());
        Optional<Reading> ours = linter.read(file, here);
        if (ours.isEmpty()) {
            return "";
        }
        reader.put(here);
        Reading real = reader.read(file);
        rows += real.rows().size();
        return real.difference(ours.get());
    }

    /** Takes away files, lines and words as long as there remains some disagreement. */
    private DataFiles smaller(AuthFile file, DataFiles files) {
        DataFiles smallest = files;
        int steps = 0;
        boolean found = true;
        while (found) {
            found = false;
            for (DataFiles candidate : candidates(smallest)) {
                boolean possible = candidate.entries().containsKey(file.path()) && steps++ < STEPS_TO_MAKE_SMALLER;
                if (possible && !difference(file, candidate).isEmpty()) {
                    smallest = candidate;
                    found = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<DataFiles> candidates(DataFiles files) {
        List<DataFiles> candidates = new ArrayList<>();
        files.entries().keySet().forEach(path -> candidates.add(files.without(path)));
        for (String separator : List.of("(?<=\n)", "(?<=[ \t,])", "(?<=.{20})", "(?<=.)")) {
            files.entries().forEach((path, entry) -> {
                if (entry instanceof Entry.Content content) {
                    String[] parts = content.bytes().split(separator, -1);
                    for (int i = 0; i < Math.min(parts.length, 200); i++) {
                        List<String> rest = new ArrayList<>(List.of(parts));
                        rest.remove(i);
                        candidates.add(files.with(path, String.join("", rest)));
                    }
                }
            });
        }
        return candidates;
    }
}
