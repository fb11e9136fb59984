package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import org.assertj.core.api.SoftAssertions;

/** pg_hba.conf is read as real servers read it. */
class HbaOracleTest {

    private static final AuthCases CASES = new AuthCases(AuthFile.HBA);

    static {
        TokenCases.addTo(CASES);
        RecordCases.addTo(CASES);
        OptionCases.addTo(CASES);
        FileCases.addTo(CASES);
    }

    @EachPostgres
    void everyCaseIsReadAsTheServerReadsIt(RealPostgres server) {
        ServerReader judge = new ServerReader(server);
        LinterReader linter = new LinterReader(judge.facts());
        SoftAssertions disagreements = new SoftAssertions();
        CASES.all().forEach((name, files) -> {
            judge.put(files);
            String difference = judge.read(AuthFile.HBA).difference(linter.read(AuthFile.HBA, files));
            disagreements.assertThat(difference).as(server + ": " + name).isEmpty();
        });
        disagreements.assertAll();
    }
}
