/** Tests of {@code pgmtls.yaml}. */
@NullMarked
package io.github.pgmtls.lint.policy;

import org.jspecify.annotations.NullMarked;
