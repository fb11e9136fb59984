/**
 * A report in the forms that people and programs read. Every form shows what files contain only through
 * {@code Visible}, because the files come from whoever asks for a review.
 */
@NullMarked
package io.github.pgmtls.lint.report;

import org.jspecify.annotations.NullMarked;
