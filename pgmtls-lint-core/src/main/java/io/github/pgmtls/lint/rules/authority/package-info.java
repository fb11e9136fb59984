/** Rules about the certificate authorities that a server trusts. */
@NullMarked
package io.github.pgmtls.lint.rules.authority;

import org.jspecify.annotations.NullMarked;
