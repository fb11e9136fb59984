package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** An address or mask of pg_hba.conf cannot be read. */
final class AddressInvalid extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "address-invalid", Severity.ERROR, "an address or mask of pg_hba.conf cannot be read")
            .because("""
                    An address without a mask takes the next column for its mask; a host name takes none. The \
                    server refuses the whole file: a start fails, a reload keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write the address with its prefix length, such as 10.0.6.188/32 for a single one.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_line in hba.c")
            .bad(Example.hba("hostssl  all  all  10.0.6.188  cert\n"))
            .good(Example.hba("hostssl  all  all  10.0.6.188/32  cert\n"));

    AddressInvalid() {
        super(INFO, LoadProblem.Kind.ADDRESS);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "\"" + problem.detail() + "\" is no usable address or mask";
    }
}
