package io.github.pgmtls.lint.access;

/**
 * Records of a list that must not match.
 *
 * @param limit the records before this one
 * @param except without this one; {@link CoverWalk#NO_RECORD} for none
 */
record Layer(RecordIndex index, int limit, int except) {

    static Layer before(RecordIndex index, int limit) {
        return new Layer(index, limit, CoverWalk.NO_RECORD);
    }
}
