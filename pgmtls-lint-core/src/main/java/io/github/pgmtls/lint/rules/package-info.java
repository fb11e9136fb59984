/** What a rule is. The rules themselves are in the packages below, one class each, grouped by subject. */
@NullMarked
package io.github.pgmtls.lint.rules;

import org.jspecify.annotations.NullMarked;
