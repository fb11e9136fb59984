/** What a team declares in {@code pgmtls.yaml}: facts that no file of the server tells, and its own rules of the house. */
@NullMarked
package io.github.pgmtls.lint.policy;

import org.jspecify.annotations.NullMarked;
