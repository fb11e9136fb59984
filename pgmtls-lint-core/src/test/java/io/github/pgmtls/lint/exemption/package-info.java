@NullMarked
package io.github.pgmtls.lint.exemption;

import org.jspecify.annotations.NullMarked;
