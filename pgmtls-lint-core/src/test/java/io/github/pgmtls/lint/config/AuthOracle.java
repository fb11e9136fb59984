package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.testing.LongRun;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;

/** Compares what the linter and a server make of the same authentication files. */
final class AuthOracle {

    private static final boolean LONG = LongRun.isOn();

    /** How many generated files are compared with a version. */
    private static final int GENERATED = Integer.getInteger("pgmtls.oracle.files", LONG ? 20_000 : 300);

    /** After this many disagreements there is nothing more to learn. */
    private static final int ENOUGH = 10;

    private final RealPostgres server;
    private final ServerReader reader;
    private final LinterReader linter;

    /** What the server keeps in its data directory itself, which a directory to include may hold. */
    private DataFiles usual = new DataFiles(Map.of());

    private final Tally tally;
    private long comparedFiles;

    AuthOracle(RealPostgres server, Tally tally) {
        this.server = server;
        this.tally = tally;
        this.reader = new ServerReader(server);
        this.linter = new LinterReader(reader.facts(), server.dataDirectory().toString());
        for (String name : List.of("postgresql.conf", "postgresql.auto.conf", "pg_hba.conf", "pg_ident.conf")) {
            usual = usual.with(name, server.read(name));
        }
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
        cases.all()
                .forEach((name, files) -> disagreements
                        .assertThat(difference(cases.file(), files))
                        .as(server + ": " + name)
                        .isEmpty());
        disagreements.assertAll();
    }

    /** Compares files that are made at random, with a reload for each. */
    void compareGenerated(AuthFile file, long firstSeed) {
        List<String> disagreements = new ArrayList<>();
        for (long seed = firstSeed; comparedFiles < GENERATED && disagreements.size() < ENOUGH; seed++) {
            DataFiles generated = new AuthFileGenerator(file, seed, server.version()).files();
            if (!difference(file, generated).isEmpty()) {
                DataFiles smaller = smaller(file, generated);
                disagreements.add("seed " + seed + ":\n" + difference(file, smaller) + "\n" + smaller);
            }
        }
        if (!disagreements.isEmpty()) {
            throw new AssertionError(
                    disagreements.size() + " disagreements with " + server + "\n" + String.join("\n", disagreements));
        }
    }

    /** Returns how the server's reading, reload included, differs from the linter's; empty if it does not. */
    private String difference(AuthFile file, DataFiles files) {
        long start = System.nanoTime();
        DataFiles here = files.in(server.dataDirectory().toString());
        Optional<Reading> ours = linter.read(file, usual.with(here));
        if (ours.isEmpty()) {
            return "";
        }
        reader.put(here);
        Reading real = reader.read(file);
        comparedFiles++;
        tally.add(server, real, System.nanoTime() - start);
        return real.difference(ours.get());
    }

    /** Takes away files, lines, words and bytes as long as there remains some disagreement. */
    private DataFiles smaller(AuthFile file, DataFiles files) {
        return new Shrinker(candidate -> !difference(file, candidate).isEmpty()).shrink(files, file.path());
    }
}
