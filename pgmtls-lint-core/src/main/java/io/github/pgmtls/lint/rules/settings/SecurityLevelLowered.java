package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.x509.CipherList;
import java.util.Optional;
import java.util.OptionalInt;

/** The list of ciphers lowers OpenSSL's security level. */
final class SecurityLevelLowered extends SettingRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "security-level-lowered", Severity.WARNING, "ssl_ciphers lowers the security level of OpenSSL")
            .because("""
                    The level decides which keys and signatures are accepted; the last @SECLEVEL of the list counts. The server loads its own certificate \
                    before it reads the list, so a weak one of its own is refused all the same; but it takes weak \
                    keys and SHA-1 signatures from clients. At level 0 nothing is refused, which is an error.""")
            .claim(Claim.LETS_IN)
            .remedy("Issue the weak certificate again, and take @SECLEVEL out.")
            .source("OpenSSL, SSL_CTX_set_security_level(3); be_tls_init in be-secure-openssl.c")
            .bad(Example.conf("ssl = on\nssl_ciphers = 'HIGH:!aNULL@SECLEVEL=0'\n"))
            .good(Example.conf("ssl = on\nssl_ciphers = 'HIGH:!aNULL'\n"));

    SecurityLevelLowered() {
        super(INFO, "ssl_ciphers");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        OptionalInt level = CipherList.parse(value.text()).securityLevel();
        int usual = value.context().cluster().definition().openSsl().securityLevel();
        if (level.isEmpty() || level.getAsInt() >= usual || value.isTlsOff()) {
            return Optional.empty();
        }
        return Optional.of(value.finding(
                        "ssl_ciphers lowers the security level of OpenSSL from " + usual + " to " + level.getAsInt())
                .severity(level.getAsInt() == 0 ? Severity.ERROR : Severity.WARNING));
    }
}
