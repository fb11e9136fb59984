package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.config.ServerFacts;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.List;
import java.util.Map;

/** Records of texts. */
final class Hba {

    private Hba() {}

    static List<HbaRecord> records(String text) {
        return records(text, 18);
    }

    static List<HbaRecord> records(String text, int version) {
        HbaFile file = read(SourceFile.ofText("pg_hba.conf", text), version);
        if (!file.loads()) {
            throw new IllegalArgumentException(file.problems().toString());
        }
        return file.records();
    }

    static HbaFile read(SourceFile file, int version) {
        InMemoryTree tree = InMemoryTree.ofFiles(List.of(file));
        return HbaFile.read(file, tree, ServerPaths.of(tree, Map.of()), ServerFacts.of(new PostgresVersion(version)));
    }

    /** Reads an address in the plain dotted form. */
    static IpAddress v4(String text) {
        long bits = 0;
        for (String part : text.split("\\.")) {
            bits = (bits << 8) | Integer.parseInt(part);
        }
        return IpAddress.v4(bits);
    }
}
