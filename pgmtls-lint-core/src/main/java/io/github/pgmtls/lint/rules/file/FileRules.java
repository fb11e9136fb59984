package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules about files, keys and git. */
public final class FileRules {

    /** All rules of this subject. */
    public static final List<Rule> ALL = List.of(
            new FileMissing(),
            new FileUnreadable(),
            new TlsFileRefused(),
            new PassphraseCommandUnset(),
            new PrivateKeyAmongCertificates(),
            new KeyPermissions(),
            new KeyInPublicDirectory(),
            new PrivateKeyInGit(),
            new KeyStoreInGit(),
            new ClientKeyMismatch(),
            new ClientKeyPermissions(),
            new WritableByOthers(),
            new LegacyKeyEncryption(),
            new ClientRootCrl(),
            new ContainerWritesHostCert(),
            new AuthenticationFileUnused(),
            new TlsFileBesideSettings(),
            new TemplateNotRendered(),
            new DhParametersWeak(),
            new DeployedKeyMode());

    private FileRules() {}
}
