/** PostgreSQL's regular expressions, as its authentication files use them. */
@NullMarked
package io.github.pgmtls.lint.regex;

import org.jspecify.annotations.NullMarked;
