/** From which findings a team is exempt: suppressions in comments, the baseline, and the fingerprints it goes by. */
@NullMarked
package io.github.pgmtls.lint.exemption;

import org.jspecify.annotations.NullMarked;
