/** Rules about files, keys and git. */
@NullMarked
package io.github.pgmtls.lint.rules.file;

import org.jspecify.annotations.NullMarked;
