package io.github.pgmtls.lint.config;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.SharedPostgres;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** pg_hba.conf is read as real servers read it. */
class HbaOracleTest {

    static final AuthCases CASES = new AuthCases(AuthFile.HBA);

    private static final Tally TALLY = new Tally(AuthFile.HBA);

    static {
        TokenCases.addTo(CASES);
        RecordCases.addTo(CASES);
        OptionCases.addTo(CASES);
        FileCases.addTo(CASES);
        FoundCases.addTo(CASES);
    }

    @AfterAll
    static void tell() {
        System.out.print(TALLY);
    }

    @EachPostgres
    void everyCaseIsReadAsTheServerReadsIt(RealPostgres server) {
        new AuthOracle(server, TALLY).compare(CASES);
    }

    @EachPostgres
    void everyCaseIsReadAsAServerWithTlsReadsIt(RealPostgres server) {
        AuthOracle.configure(server);
        new AuthOracle(server, TALLY).compare(CASES);
    }

    /** It is built with what the servers from Maven Central lack. */
    @Test
    @ResourceLock("PostgreSQL servers")
    void everyCaseIsReadAsTheServerOfTheOperatingSystemReadsIt() {
        Optional<RealPostgres> server = SharedPostgres.local();
        assumeThat(server).as("the operating system has a PostgreSQL server").isPresent();
        new AuthOracle(server.get(), TALLY).compare(CASES);
    }

    @EachPostgres
    void generatedFilesAreReadAsTheServerReadsThem(RealPostgres server) {
        new AuthOracle(server, TALLY).compareGenerated(AuthFile.HBA, 0);
    }

    @EachPostgres
    void generatedFilesAreReadAsAServerWithTlsReadsThem(RealPostgres server) {
        AuthOracle.configure(server);
        new AuthOracle(server, TALLY).compareGenerated(AuthFile.HBA, 1_000_000);
    }

    @Test
    @ResourceLock("PostgreSQL servers")
    void generatedFilesAreReadAsTheServerOfTheOperatingSystemReadsThem() {
        Optional<RealPostgres> server = SharedPostgres.local();
        assumeThat(server).as("the operating system has a PostgreSQL server").isPresent();
        AuthOracle.configure(server.get());
        new AuthOracle(server.get(), TALLY).compareGenerated(AuthFile.HBA, 2_000_000);
    }
}
