package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import io.github.pgmtls.lint.x509.PrivateKeyInfo;
import io.github.pgmtls.lint.x509.PublicKeyInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose private keys they are that belong to CAs of a directory, told by the keys and not by names of files. */
final class AuthorityKeys {

    private static final Pattern CERTIFICATE_FILE = Pattern.compile("(?i).*\\.(crt|cer|pem|der)");

    private final TreeContext context;
    private @Nullable Map<String, Certificate> byKey;

    AuthorityKeys(TreeContext context) {
        this.context = context;
    }

    /** Returns the CA to which a private key belongs; nothing if there is none, or the key is encrypted. */
    Optional<Certificate> authorityOf(PrivateKeyInfo key) {
        return key.publicKey().map(PublicKeyInfo::fingerprint).map(fingerprint -> byKey().get(fingerprint));
    }

    /** Reads the certificates only if there is a key to ask about. */
    private Map<String, Certificate> byKey() {
        Map<String, Certificate> known = byKey;
        if (known == null) {
            known = read();
            byKey = known;
        }
        return known;
    }

    private Map<String, Certificate> read() {
        Map<String, Certificate> authorities = new HashMap<>();
        for (String path : context.paths()) {
            if (CERTIFICATE_FILE.matcher(path).matches()
                    && context.tree().read(path) instanceof FileRead.Content content) {
                PemFile.parse(content.file()).certificates().stream()
                        .filter(AuthorityPath::isMeantToIssue)
                        .forEach(own -> authorities.putIfAbsent(own.publicKey().fingerprint(), own));
            }
        }
        return authorities;
    }
}
