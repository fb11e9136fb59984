package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import org.junit.jupiter.api.AfterAll;

/** pg_ident.conf is read as real servers read it; up to 14, which have no view of it, only their log is compared. */
class IdentOracleTest {

    static final AuthCases CASES = new AuthCases(AuthFile.IDENT);

    private static final Tally TALLY = new Tally(AuthFile.IDENT);

    static {
        IdentCases.addTo(CASES);
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
    void generatedFilesAreReadAsTheServerReadsThem(RealPostgres server) {
        new AuthOracle(server, TALLY).compareGenerated(AuthFile.IDENT, 0);
    }
}
