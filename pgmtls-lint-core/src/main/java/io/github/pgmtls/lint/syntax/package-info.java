/** Lossless tokenizers of the server's files. Problems are values; nothing throws on content. */
@NullMarked
package io.github.pgmtls.lint.syntax;

import org.jspecify.annotations.NullMarked;
