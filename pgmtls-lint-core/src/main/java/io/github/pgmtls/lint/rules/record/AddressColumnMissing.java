package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A host record without its address column. */
final class AddressColumnMissing extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "address-column-missing", Severity.ERROR, "a host record lacks its address column")
            .because("""
                    The server takes the method for a host name and then complains about the column behind it, which is \
                    fine. It refuses the whole file: a start fails, a reload keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Put the addresses before the method; \"all\" stands for every address.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_line in hba.c")
            .bad(Example.hba("hostssl  all  myuser  cert  map=m\n"))
            .good(Example.hba("hostssl  all  myuser  all  cert  map=m\n").with("pg_ident.conf", "m myuser myuser\n"));

    AddressColumnMissing() {
        super(INFO, LoadProblem.Kind.ADDRESS_MISSING);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "the address column is missing: \"" + problem.detail() + "\" stands in its place";
    }
}
