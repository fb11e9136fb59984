package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * How the files of a cluster are read: all that has to be kept of a cluster to name what is found in it.
 *
 * @param cluster its name
 * @param syntax how its files of records are read
 * @param settings the paths of its files of settings
 * @param records the paths of its files of records
 * @param marked those of these files that may hold suppressions
 */
public record WordedFiles(
        String cluster, AuthFileSyntax syntax, List<String> settings, List<String> records, List<SourceFile> marked) {

    public WordedFiles {
        settings = List.copyOf(settings);
        records = List.copyOf(records);
        marked = List.copyOf(marked);
    }

    /** Returns what is to be kept of a cluster. Asked in every run, so it loads no classes. */
    public static WordedFiles of(Cluster cluster) {
        List<SourceFile> settings = new ArrayList<>();
        if (cluster.settings().isPresent()) {
            settings.addAll(cluster.settings().get().files());
        }
        List<SourceFile> records = new ArrayList<>();
        if (cluster.hba().isPresent()) {
            records.addAll(cluster.hba().get().files());
        }
        if (cluster.ident().isPresent()) {
            records.addAll(cluster.ident().get().files());
        }
        List<SourceFile> marked = new ArrayList<>();
        addMarked(settings, marked);
        addMarked(records, marked);
        return new WordedFiles(
                cluster.name(), AuthFileSyntax.of(cluster.version()), paths(settings), paths(records), marked);
    }

    private static void addMarked(List<SourceFile> files, List<SourceFile> marked) {
        for (SourceFile file : files) {
            if (file.content().contains(Exemptions.MARK)) {
                marked.add(file);
            }
        }
    }

    private static List<String> paths(List<SourceFile> files) {
        List<String> paths = new ArrayList<>(files.size());
        for (SourceFile file : files) {
            paths.add(file.path());
        }
        return paths;
    }
}
