/** Rules about postgresql.conf. */
@NullMarked
package io.github.pgmtls.lint.rules.settings;

import org.jspecify.annotations.NullMarked;
