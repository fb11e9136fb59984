package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Inspection.CertificateRole;
import io.github.pgmtls.lint.config.EffectiveSetting;
import java.util.Locale;

/** The words for what an inspection holds. */
final class InspectionWords {

    private InspectionWords() {}

    static String role(CertificateRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Returns where a value comes from, as column {@code source} of {@code pg_settings} tells it. */
    static String source(EffectiveSetting setting) {
        return switch (setting.origin()) {
            case DEFAULT -> "default";
            case FILE -> "configuration file";
            case COMMAND_LINE -> "command line";
        };
    }
}
