package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words that occur in one column, each worked out once. */
abstract class Vocabulary<T> {

    /** A word that is not known, or that does not make a plain record. */
    static final int NOT_PLAIN = -1;

    private final WordPool pool = new WordPool();
    private final List<Optional<T>> meanings = new ArrayList<>();

    /** For each word the number of its tokens; 0 if it does not make a plain record. */
    private int[] tokens = new int[16];

    /** Works out what a word means, if it makes a plain record. */
    abstract Optional<T> meaning(String word);

    /** Returns how many tokens a word is. */
    int tokens(T meaning) {
        return 1;
    }

    /** Returns the number of a word, or {@link #NOT_PLAIN}. */
    int number(byte[] bytes, int from, int to, int hash) {
        int number = pool.of(bytes, from, to, hash);
        if (number == meanings.size()) {
            learn(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        return number < 0 || tokens[number] == 0 ? NOT_PLAIN : number;
    }

    private void learn(String word) {
        int number = meanings.size();
        if (number == tokens.length) {
            tokens = Arrays.copyOf(tokens, number * 2);
        }
        Optional<T> meaning = meaning(word);
        meanings.add(meaning);
        tokens[number] = meaning.isPresent() ? tokens(meaning.get()) : 0;
    }

    int tokens(int number) {
        return tokens[number];
    }

    T get(int number) {
        return meanings.get(number).orElseThrow();
    }

    /** The types of records. */
    static final class Types extends Vocabulary<ConnectionType> {

        private final HbaLineParser parser;

        Types(HbaLineParser parser) {
            this.parser = parser;
        }

        @Override
        Optional<ConnectionType> meaning(String word) {
            return parser.typeWithoutProblem(word);
        }
    }

    /** Names, and lists of names without blanks. */
    static final class Names extends Vocabulary<NameColumn> {

        private static final SourceFile NOWHERE = SourceFile.of("", new byte[0]);

        private final HbaLineParser parser;
        private final boolean database;

        Names(HbaLineParser parser, boolean database) {
            this.parser = parser;
            this.database = database;
        }

        @Override
        Optional<NameColumn> meaning(String word) {
            List<NamePattern> patterns = new ArrayList<>(1);
            for (int from = 0; from < word.length(); ) {
                int comma = word.indexOf(',', from);
                int end = comma < 0 ? word.length() : comma;
                if (end > from) {
                    try {
                        patterns.add(parser.parseName(token(word.substring(from, end)), database));
                    } catch (LineRefused refused) {
                        return Optional.empty();
                    }
                }
                from = end + 1;
            }
            return Optional.of(NameColumn.of(patterns));
        }

        private static AuthToken token(String word) {
            return new AuthToken(NOWHERE, 0, 0, word, false);
        }

        @Override
        int tokens(NameColumn meaning) {
            return meaning.names().size();
        }
    }
}
