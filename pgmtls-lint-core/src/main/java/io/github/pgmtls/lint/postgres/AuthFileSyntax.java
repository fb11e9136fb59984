package io.github.pgmtls.lint.postgres;

/**
 * How a version reads its authentication files (pg_hba.conf, pg_ident.conf, pg_hosts.conf) before it looks at what they
 * say. Source: {@code src/backend/libpq/hba.c} of the newest minor of each version.
 *
 * @param continuations whether a backslash at the end of a line joins the next one (14 on)
 * @param includes whether include, include_if_exists and include_dir are known (16 on)
 * @param carriageReturnIsBlank whether a CR within a line separates tokens (up to 18)
 * @param maxLine greatest number of bytes of a line, line end included; a longer one is an error
 * @param maxToken greatest number of bytes of a token after its quotes are removed; a longer one is an error
 */
public record AuthFileSyntax(
        boolean continuations, boolean includes, boolean carriageReturnIsBlank, int maxLine, int maxToken) {

    /** Files deeper than this are not opened (16 on; the file named in the configuration is at depth 0). */
    public static final int MAX_DEPTH = 10;

    /** Returns the syntax of a version. */
    public static AuthFileSyntax of(PostgresVersion version) {
        return new AuthFileSyntax(
                version.isAtLeast(14),
                version.isAtLeast(16),
                !version.isAtLeast(19),
                version.isAtLeast(14) ? Integer.MAX_VALUE : version.isAtLeast(11) ? 20_478 : 8_190,
                version.isAtLeast(16) ? Integer.MAX_VALUE : version.isAtLeast(11) ? 10_239 : 255);
    }
}
