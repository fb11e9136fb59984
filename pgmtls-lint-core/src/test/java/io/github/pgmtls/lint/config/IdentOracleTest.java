package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;

/** pg_ident.conf is read as real servers read it; up to 14, which have no view of it, only their log is compared. */
class IdentOracleTest {

    private static final AuthCases CASES = new AuthCases(AuthFile.IDENT);

    static {
        IdentCases.addTo(CASES);
        FoundCases.addTo(CASES);
    }

    @EachPostgres
    void everyCaseIsReadAsTheServerReadsIt(RealPostgres server) {
        new AuthOracle(server).compare(CASES);
    }

    @EachPostgres
    void generatedFilesAreReadAsTheServerReadsThem(RealPostgres server) {
        new AuthOracle(server).compareGenerated(AuthFile.IDENT, 0);
    }
}
