package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.Optional;
import java.util.Set;

/** Passwords are stored in a form with which no record lets them in. */
final class PasswordEncryptionMd5 extends SettingRule {

    /** Up to 13 there are other words for it. */
    private static final Set<String> MD5 = Set.of("md5", "on", "true", "yes", "1");

    private static final RuleInfo INFO = RuleInfo.of(
                    "password-encryption-md5",
                    Severity.WARNING,
                    "passwords are stored as MD5, and records ask for scram-sha-256")
            .because("""
                    A user whose password is stored as MD5 cannot log in by scram-sha-256. password_encryption decides \
                    how the next password is stored: with md5, the default up to 13, every user who gets a new \
                    password is locked out of these records. From 18 on MD5 is deprecated.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Set password_encryption = scram-sha-256, and give new passwords to those who have old ones.")
            .source("PostgreSQL documentation, sections Password Authentication and Connections and Authentication")
            .bad(Example.hba("hostssl all all all scram-sha-256\n")
                    .with("postgresql.conf", "ssl = on\npassword_encryption = md5\n"))
            .good(Example.hba("hostssl all all all scram-sha-256\n")
                    .with("postgresql.conf", "ssl = on\npassword_encryption = scram-sha-256\n"));

    PasswordEncryptionMd5() {
        super(INFO, "password_encryption");
    }

    @Override
    Optional<FindingBuilder> judge(Value value) {
        Optional<HbaRecord> scram = value.context().cluster().meantRecords().stream()
                .filter(record -> record.method() == AuthMethod.SCRAM_SHA_256)
                .findFirst();
        if (!MD5.contains(value.text()) || scram.isEmpty()) {
            return Optional.empty();
        }
        String how = value.isSet() ? "" : ", the default of this version";
        return Optional.of(value.finding(
                        "new passwords are stored as md5" + how + ", with which nobody gets in by" + " scram-sha-256")
                .related(scram.get().location(), "this record asks for scram-sha-256"));
    }
}
