/** The façade: a directory and a clock go in, a report comes out. The only package that reads files or a clock. */
@NullMarked
package io.github.pgmtls.lint;

import org.jspecify.annotations.NullMarked;
