package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names, and lists of names without blanks, that occur in a column of plain lines. Their meaning is worked out in one
 * go behind the reading of a file, each once.
 */
final class Vocabulary {

    private static final SourceFile NOWHERE = SourceFile.of("", new byte[0]);

    private final HbaLineParser parser;
    private final boolean database;
    private final WordPool pool = new WordPool();
    private final List<Optional<NameColumn>> meanings = new ArrayList<>();
    private boolean plain = true;

    /**
     * @param database whether it is the database column and not the user column
     */
    Vocabulary(HbaLineParser parser, boolean database) {
        this.parser = parser;
        this.database = database;
    }

    WordPool pool() {
        return pool;
    }

    /** Works out what the words mean that were met since the last time. */
    void learn() {
        for (int word = meanings.size(); word < pool.size(); word++) {
            Optional<NameColumn> meaning = meaning(pool.text(word));
            plain &= meaning.isPresent();
            meanings.add(meaning);
        }
    }

    /** Tells whether all words are what plain records can have. */
    boolean isPlain() {
        return plain;
    }

    /** Tells whether plain records can have a word. */
    boolean isPlain(int word) {
        return meanings.get(word).isPresent();
    }

    NameColumn get(int word) {
        return meanings.get(word).orElseThrow();
    }

    private Optional<NameColumn> meaning(String word) {
        List<NamePattern> patterns = new ArrayList<>(1);
        for (int from = 0; from < word.length(); ) {
            int comma = word.indexOf(',', from);
            int end = comma < 0 ? word.length() : comma;
            if (end > from) {
                AuthToken token = new AuthToken(NOWHERE, 0, 0, word.substring(from, end), false);
                try {
                    patterns.add(parser.parseName(token, database));
                } catch (LineRefused refused) {
                    return Optional.empty();
                }
            }
            from = end + 1;
        }
        return Optional.of(NameColumn.of(patterns));
    }
}
