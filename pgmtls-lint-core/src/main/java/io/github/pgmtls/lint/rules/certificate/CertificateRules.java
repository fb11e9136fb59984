package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about every certificate. */
public final class CertificateRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new CertificateExpired(),
            new CertificateExpiresSoon(),
            new CertificateNotYetValid(),
            new ClientCertificateRefused(),
            new SubjectEqualsIssuer(),
            new X509V1(),
            new DuplicateSerial(),
            new SameKeyReused(),
            new OutlivesIssuer(),
            new ValidityTooLong(),
            new ExtendedKeyUsageAbsent(),
            new LeafIsAuthority(),
            new CurveUnusable(),
            new KeyMismatch(),
            new SerialForm(),
            new RsaKeyBeyond2030(),
            new ManyCertificatesForOneUser(),
            new RsaKeyBroken(),
            new EdwardsKey(),
            new ClientCertificateForServers());

    private CertificateRules() {}
}
