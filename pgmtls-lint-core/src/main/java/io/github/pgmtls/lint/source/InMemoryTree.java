package io.github.pgmtls.lint.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A directory that exists only in memory: for examples, tests and callers that hold their files elsewhere. */
public final class InMemoryTree implements FileTree {

    private final SortedMap<String, SourceFile> files = new TreeMap<>();

    /** Makes a tree of texts by path; directories are implied. */
    public static InMemoryTree of(Map<String, String> texts) {
        InMemoryTree tree = new InMemoryTree();
        texts.forEach((path, text) -> tree.files.put(path, SourceFile.ofText(path, text)));
        return tree;
    }

    /** Makes a tree of files. */
    public static InMemoryTree ofFiles(Iterable<SourceFile> files) {
        InMemoryTree tree = new InMemoryTree();
        files.forEach(file -> tree.files.put(file.path(), file));
        return tree;
    }

    @Override
    public FileRead read(String path) {
        SourceFile file = files.get(path);
        if (file != null) {
            return new FileRead.Content(file);
        }
        return list(path).isPresent()
                ? new FileRead.Failure(FileRead.Reason.DIRECTORY, "is a directory")
                : new FileRead.Failure(FileRead.Reason.ABSENT, "no such file or directory");
    }

    @Override
    public Optional<List<String>> list(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : files.tailMap(prefix).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            String rest = path.substring(prefix.length());
            int slash = rest.indexOf('/');
            names.add(slash < 0 ? rest : rest.substring(0, slash));
        }
        return names.isEmpty() && !directory.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names));
    }

    @Override
    public Optional<FileFacts> facts(String path) {
        return files.containsKey(path) ? Optional.of(new FileFacts(Optional.empty(), false)) : Optional.empty();
    }
}
