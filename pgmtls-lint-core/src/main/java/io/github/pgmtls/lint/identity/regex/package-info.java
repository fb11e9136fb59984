/**
 * PostgreSQL's regular expressions (src/backend/regex, Henry Spencer's engine) as the server uses them to read
 * pg_hba.conf and pg_ident.conf: advanced syntax, one byte a character, the C collation.
 *
 * <p>The road of a pattern: {@code RegexOptions} reads its prefixes, {@code Lexer} cuts it into tokens,
 * {@code RegexParser} makes a tree of {@code Node}s, and each node has an {@code Expression} (the set of strings it
 * matches) that becomes an {@code Automaton} when it is needed. The road of a subject: {@code Matcher} finds where the
 * whole expression matches, {@code Dissector} goes down the tree to find which part each group has taken.
 */
@NullMarked
package io.github.pgmtls.lint.identity.regex;

import org.jspecify.annotations.NullMarked;
