/** A small certificate authority for tests: makes certificates, keys and revocation lists, sound or odd, as PEM text. */
@NullMarked
package io.github.pgmtls.lint.testing.pki;

import org.jspecify.annotations.NullMarked;
