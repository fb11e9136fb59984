package io.github.pgmtls.lint;

import io.github.pgmtls.lint.source.FileRead;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files read last, so that asking again costs nothing. Bounded by what it holds, so that a large tree does not fill
 * the memory.
 */
final class FileCache {

    private final long capacity;
    private final Map<String, FileRead> reads = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    /** Makes an empty cache that holds at most the given number of bytes, and one file more. */
    FileCache(long capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<FileRead> get(String path) {
        return Optional.ofNullable(reads.get(path));
    }

    /** Keeps a read, unless one of the same path came first; returns the one that is kept. */
    synchronized FileRead keep(String path, FileRead read) {
        FileRead earlier = reads.putIfAbsent(path, read);
        if (earlier != null) {
            return earlier;
        }
        held += weight(path, read);
        evict();
        return read;
    }

    private void evict() {
        Iterator<Map.Entry<String, FileRead>> oldest = reads.entrySet().iterator();
        while (held > capacity && reads.size() > 1) {
            Map.Entry<String, FileRead> entry = oldest.next();
            held -= weight(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    /** The content at a byte a char, and something for the entry itself. */
    private static long weight(String path, FileRead read) {
        int content = read instanceof FileRead.Content c ? c.file().content().length() : 0;
        return 200L + path.length() + content;
    }
}
