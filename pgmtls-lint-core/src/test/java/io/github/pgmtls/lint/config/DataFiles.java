package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Files of a data directory, as a real server and the linter get to see them. Paths and contents are byte strings.
 *
 * @param entries what is there, by path below the data directory; directories are implied
 */
record DataFiles(Map<String, Entry> entries) implements FileTree {

    /** Stands for the absolute path of the data directory in contents. */
    static final String DATA = "${DATA}";

    /** What is at a path. */
    sealed interface Entry {

        /** A file. */
        record Content(String bytes) implements Entry {}

        /** A file that the server may not read. */
        record Unreadable() implements Entry {}

        /** An empty directory. */
        record Directory() implements Entry {}

        /** A symbolic link, relative to the directory it stands in. */
        record Link(String target) implements Entry {}
    }

    /** Makes a set of one file. */
    static DataFiles of(String path, String content) {
        return new DataFiles(Map.of()).with(path, content);
    }

    DataFiles with(String path, String content) {
        return with(path, new Entry.Content(content));
    }

    DataFiles with(String path, Entry entry) {
        Map<String, Entry> more = new LinkedHashMap<>(entries);
        more.put(path, entry);
        return new DataFiles(more);
    }

    /** Returns these files and others, which replace those of the same path. */
    DataFiles with(DataFiles others) {
        Map<String, Entry> more = new LinkedHashMap<>(entries);
        more.putAll(others.entries);
        return new DataFiles(more);
    }

    DataFiles without(String path) {
        Map<String, Entry> fewer = new LinkedHashMap<>(entries);
        fewer.remove(path);
        return new DataFiles(fewer);
    }

    /** Returns the same in a data directory whose path is known. */
    DataFiles in(String dataDirectory) {
        Map<String, Entry> here = new LinkedHashMap<>(entries);
        here.replaceAll((path, entry) -> entry instanceof Entry.Content content
                ? new Entry.Content(content.bytes().replace(DATA, dataDirectory))
                : entry);
        return new DataFiles(here);
    }

    /** Returns a file of this set that is there. */
    SourceFile file(String path) {
        if (read(path) instanceof FileRead.Content content) {
            return content.file();
        }
        throw new IllegalArgumentException("not a file of the case: " + path);
    }

    @Override
    public FileRead read(String path) {
        Entry entry = entries.get(path);
        if (entry instanceof Entry.Content content) {
            byte[] bytes = content.bytes().getBytes(StandardCharsets.ISO_8859_1);
            return new FileRead.Content(SourceFile.of(path, bytes));
        }
        if (entry instanceof Entry.Link link) {
            int slash = path.lastIndexOf('/');
            FileRead target = read(path.substring(0, slash + 1) + link.target());
            return target instanceof FileRead.Content content
                    ? new FileRead.Content(SourceFile.of(path, content.file().bytes()))
                    : target;
        }
        if (entry instanceof Entry.Unreadable) {
            return new FileRead.Failure(FileRead.Reason.UNREADABLE, "permission denied");
        }
        return list(path).isPresent()
                ? new FileRead.Failure(FileRead.Reason.DIRECTORY, "is a directory")
                : new FileRead.Failure(FileRead.Reason.ABSENT, "no such file or directory");
    }

    @Override
    public Optional<List<String>> list(String directory) {
        if (directory.isEmpty() || entries.get(directory) instanceof Entry.Directory) {
            return Optional.of(names(directory));
        }
        return Optional.of(names(directory)).filter(names -> !names.isEmpty());
    }

    private List<String> names(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : entries.keySet()) {
            if (path.startsWith(prefix) && path.length() > prefix.length()) {
                names.add(path.substring(prefix.length()).replaceFirst("/.*", ""));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Optional<FileFacts> facts(String path) {
        return Optional.empty();
    }

    /** Shows the files as Java literals, ready to be made a named case of. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        entries.forEach((path, entry) -> {
            text.append("  ").append(path).append(": ");
            text.append(entry instanceof Entry.Content content ? literal(content.bytes()) : entry)
                    .append('\n');
        });
        return text.toString();
    }

    private static String literal(String bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : bytes.toCharArray()) {
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"', '\\' -> text.append('\\').append(c);
                default -> text.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
