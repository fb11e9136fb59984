/** The goals: they translate parameters into requests, and reports into files, log lines and a verdict. */
@NullMarked
package io.github.pgmtls.lint.maven;

import org.jspecify.annotations.NullMarked;
