package io.github.pgmtls.lint.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named authentication files, each of which shows something about how servers read them. There is no expected outcome:
 * the judge is the real server. Every disagreement between it and the linter that was ever found is among them.
 */
final class AuthCases {

    private final AuthFile file;
    private final Map<String, DataFiles> cases = new LinkedHashMap<>();

    AuthCases(AuthFile file) {
        this.file = file;
    }

    /**
     * Adds a case.
     *
     * @param name a sentence
     * @param content the file as a byte string
     * @param more further files: a path, its content, and so on
     */
    AuthCases add(String name, String content, String... more) {
        DataFiles files = DataFiles.of(file.path(), content);
        for (int i = 0; i < more.length; i += 2) {
            files = files.with(more[i], more[i + 1]);
        }
        return add(name, files);
    }

    AuthCases add(String name, DataFiles files) {
        if (cases.put(name, files) != null) {
            throw new IllegalArgumentException("two cases of the same name: " + name);
        }
        return this;
    }

    AuthFile file() {
        return file;
    }

    Map<String, DataFiles> all() {
        return Collections.unmodifiableMap(cases);
    }
}
