package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.Parameter;
import io.github.pgmtls.lint.postgres.ParameterContext;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the rows of {@code pg_file_settings} ({@code show_all_file_settings} in guc_funcs.c). */
final class FileSettingRows {

    private FileSettingRows() {}

    /** Returns the rows when reading failed: neither names nor values are looked at. */
    static List<FileSettingRow> unread(List<ConfItem> items) {
        List<FileSettingRow> rows = new ArrayList<>(items.size());
        for (ConfItem item : items) {
            int number = rows.size() + 1;
            if (item instanceof ConfItem.Assignment set) {
                rows.add(row(number, set, false, Optional.empty()));
            } else if (item instanceof ConfItem.Failure failure) {
                rows.add(new FileSettingRow(
                        failure.file(),
                        failure.line(),
                        number,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of(failure.error())));
            }
        }
        return rows;
    }

    /**
     * Returns the rows when reading succeeded.
     *
     * @param settings what was made of the items, one for one
     * @param nothingApplied whether a name is unknown, which keeps the values from being looked at
     */
    static List<FileSettingRow> judged(
            List<ConfItem> items, List<Setting> settings, boolean nothingApplied, PostgresVersion version) {
        List<FileSettingRow> rows = new ArrayList<>(items.size());
        for (ConfItem item : items) {
            if (item instanceof ConfItem.Assignment set) {
                Setting setting = settings.get(rows.size());
                Optional<String> error = error(setting, nothingApplied, version);
                boolean applied = !nothingApplied && !setting.isOverridden() && error.isEmpty();
                rows.add(row(rows.size() + 1, set, applied, error));
            }
        }
        return rows;
    }

    private static Optional<String> error(Setting setting, boolean nothingApplied, PostgresVersion version) {
        if (setting.verdict().isEmpty()) {
            return Optional.of("unrecognized configuration parameter");
        }
        boolean lookedAt = !nothingApplied && !setting.isOverridden() && isLookedAt(setting, version);
        return lookedAt && setting.isRefused() ? Optional.of("setting could not be applied") : Optional.empty();
    }

    /** Up to 11 the view, unlike a start, takes every value of a parameter that belongs to the start of a connection. */
    private static boolean isLookedAt(Setting setting, PostgresVersion version) {
        boolean ofConnection = setting.parameter()
                .map(Parameter::context)
                .filter(context -> context == ParameterContext.BACKEND || context == ParameterContext.SUPERUSER_BACKEND)
                .isPresent();
        return version.isAtLeast(12) || !ofConnection;
    }

    private static FileSettingRow row(int number, ConfItem.Assignment set, boolean applied, Optional<String> error) {
        return new FileSettingRow(
                ByteText.encode(set.file().path()),
                set.entry().line(),
                number,
                Optional.of(set.entry().name()),
                Optional.of(set.entry().value()),
                applied,
                error);
    }
}
