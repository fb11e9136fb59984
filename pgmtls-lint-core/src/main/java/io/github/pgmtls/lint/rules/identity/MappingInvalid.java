package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A line of pg_ident.conf cannot be read as a mapping. */
final class MappingInvalid extends LoadRule.Ident {

    private static final RuleInfo INFO = RuleInfo.of(
                    "mapping-invalid", Severity.ERROR, "a line of pg_ident.conf cannot be read as a mapping")
            .because("""
                    A mapping has three columns: map, system name, database user. A system name with blanks or \
                    commas needs double quotes. One bad line makes the server drop the whole file: after a start \
                    there is no map at all, and every login that needs one fails; a reload keeps the old maps.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Correct the line; put names with blanks or commas in double quotes.")
            .source("PostgreSQL documentation, section User Name Maps; parse_ident_line in hba.c")
            .bad(Example.hba("hostssl all all all cert map=m\n").with("pg_ident.conf", "m  CN=alice,O=Acme  alice\n"))
            .good(Example.hba("hostssl all all all cert map=m clientname=DN\n")
                    .with("pg_ident.conf", "m  \"CN=alice,O=Acme\"  alice\n")
                    .on(16));

    MappingInvalid() {
        super(
                INFO,
                LoadProblem.Kind.COLUMN_MISSING,
                LoadProblem.Kind.COLUMN_MULTIPLE,
                LoadProblem.Kind.TOKEN,
                LoadProblem.Kind.FILE,
                LoadProblem.Kind.REGULAR_EXPRESSION);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "not a mapping: " + problem.message();
    }
}
