/** The rules about suppressions and the baseline. */
@NullMarked
package io.github.pgmtls.lint.rules.exemption;

import org.jspecify.annotations.NullMarked;
