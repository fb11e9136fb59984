/** Files as bytes with positions: the ground every other package stands on. */
@NullMarked
package io.github.pgmtls.lint.source;

import org.jspecify.annotations.NullMarked;
