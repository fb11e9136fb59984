/** Findings: what a rule has to say, where, and how bad it is. */
@NullMarked
package io.github.pgmtls.lint.finding;

import org.jspecify.annotations.NullMarked;
