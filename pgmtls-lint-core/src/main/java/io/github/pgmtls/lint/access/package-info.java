/** Who may connect how: the record that decides a connection, the records of all connections, and their changes. */
@NullMarked
package io.github.pgmtls.lint.access;

import org.jspecify.annotations.NullMarked;
