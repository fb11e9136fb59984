package io.github.pgmtls.lint.x509;

/**
 * A certificate that is too weak for a security level to be used by its owner.
 *
 * @param certificate the certificate
 * @param message what is weak: a clause for people
 * @param reason OpenSSL's own words
 */
public record WeakCertificate(Certificate certificate, String message, String reason) {}
