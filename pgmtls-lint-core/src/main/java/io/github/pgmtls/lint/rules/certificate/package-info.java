/** Rules about every certificate. */
@NullMarked
package io.github.pgmtls.lint.rules.certificate;

import org.jspecify.annotations.NullMarked;
