/** Tests of certificates, keys and revocation lists; an openssl command, where there is one, has the last word. */
@NullMarked
package io.github.pgmtls.lint.x509;

import org.jspecify.annotations.NullMarked;
