/** Rules about single records of pg_hba.conf. */
@NullMarked
package io.github.pgmtls.lint.rules.record;

import org.jspecify.annotations.NullMarked;
