/**
 * Certificates, private keys and revocation lists as OpenSSL and the PostgreSQL server see them: what a file holds and
 * where, whether a server could load it, and whether a certificate passes verification.
 */
@NullMarked
package io.github.pgmtls.lint.x509;

import org.jspecify.annotations.NullMarked;
