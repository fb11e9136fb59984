package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about postgresql.conf. */
public final class SettingsRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new SslOff(),
            new SslCaFileUnset(),
            new SettingSyntax(),
            new ParameterUnknown(),
            new ParameterValue(),
            new HostEntryInvalid(),
            new SettingOverridden(),
            new TlsOffOnNetwork(),
            new TlsVersionRange(),
            new TlsVersionTooLow(),
            new TlsVersionCapped(),
            new CipherListRefused(),
            new CipherSuitesRefused(),
            new EcdhCurveRefused(),
            new WeakCiphers(),
            new SecurityLevelLowered(),
            new NoHandshake(),
            new CipherPreferenceOff(),
            new ClientCaUnused(),
            new PassphraseInSettings(),
            new PassphraseNotForReload(),
            new PasswordEncryptionMd5());

    private SettingsRules() {}
}
