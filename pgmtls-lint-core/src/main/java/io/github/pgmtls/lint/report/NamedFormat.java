package io.github.pgmtls.lint.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the enums of formats have in common: a name to ask by, and a file to write to. */
public interface NamedFormat {

    /** Returns the name of the constant. */
    String name();

    /** Returns the name of the file that is written unless another one is asked for. */
    String defaultFileName();

    /** Returns the name by which people ask for the format. */
    default String formatName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format of a name as {@link #formatName()} gives it, in any case. */
    static <F extends Enum<F> & NamedFormat> Optional<F> byName(Class<F> formats, String name) {
        return Arrays.stream(formats.getEnumConstants())
                .filter(format -> format.formatName().equalsIgnoreCase(name))
                .findFirst();
    }
}
