package io.github.pgmtls.lint.config;

import java.util.Optional;

/**
 * A row of the view {@code pg_file_settings} of a server that was started with these files. All texts are byte strings.
 *
 * @param sourceFile the file, as a path in the tree
 * @param sourceLine the line
 * @param sequenceNumber column {@code seqno}: the place in the order of reading, from 1
 * @param name the name of the parameter as written; absent in a row that only tells an error
 * @param setting the value without quotes
 * @param applied whether the value can be applied
 * @param error why it cannot
 */
public record FileSettingRow(
        String sourceFile,
        int sourceLine,
        int sequenceNumber,
        Optional<String> name,
        Optional<String> setting,
        boolean applied,
        Optional<String> error) {}
