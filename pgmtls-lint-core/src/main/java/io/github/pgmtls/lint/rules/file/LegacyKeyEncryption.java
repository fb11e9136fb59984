package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** The passphrase of a key is applied by a cipher of the last century. */
final class LegacyKeyEncryption implements ClusterRule {

    /** What OpenSSL 3.0 has only in its legacy provider. */
    private static final Pattern UNAVAILABLE =
            Pattern.compile("(?i).*(RC2|RC4|(-|^)DES(-CBC)?$|BF-|CAST|IDEA|SEED|MD2).*");

    private static final Pattern OLD = Pattern.compile("(?i).*(DES|RC2|RC4|MD5|MD2|SHA1).*");

    private static final RuleInfo INFO = RuleInfo.of(
                    "legacy-key-encryption", Severity.INFO, "the private key is encrypted by an old cipher")
            .because("""
                    Builds for FIPS 140 refuse triple DES and everything that takes MD5 or SHA-1 to make a key of the \
                    passphrase. Single DES, RC2 and RC4 need the legacy provider of OpenSSL 3.0, without which the \
                    server cannot load the key at all: that is a warning.""")
            .claim(Claim.NOTHING)
            .remedy("Encrypt it again: openssl pkcs8 -topk8 -v2 aes-256-cbc.")
            .source("OpenSSL, OSSL_PROVIDER-legacy(7); RFC 8018")
            .bad(Example.conf("ssl = on\nssl_passphrase_command = 'cat /run/secrets/passphrase'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | encrypted by DES-EDE3-CBC | mode 0600"))
            .good(Example.conf("ssl = on\nssl_passphrase_command = 'cat /run/secrets/passphrase'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | encrypted | mode 0600"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        boolean modern = context.cluster().definition().openSsl().version() == OpenSslVersion.V3_0;
        Optional<PrivateKeyInfo> key = context.loaded().key();
        return RuleOutcome.of(key
                .flatMap(PrivateKeyInfo::cipher)
                .filter(cipher -> OLD.matcher(cipher).matches()
                        || UNAVAILABLE.matcher(cipher).matches())
                .map(cipher -> context.finding(
                                INFO, key.get().place().firstLine(), "private key is encrypted by " + cipher)
                        .about(cipher)
                        .severity(modern && UNAVAILABLE.matcher(cipher).matches() ? Severity.WARNING : Severity.INFO)
                        .build())
                .stream()
                .toList());
    }
}
