package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.PlainLines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain lines into a table: those of one record without quotes, references and refusals, and with a comma only
 * within a list of names. What a word says is worked out once, by the same code that reads all other lines.
 */
final class PlainLineReader implements PlainLines {

    private static final byte BLANK = 1;
    private static final byte COMMENT = 2;
    private static final byte COMMA = 4;
    private static final byte OTHER = 8;

    private static final byte[] NO_BYTES = {};

    private static final byte[] KINDS = kinds();

    /** More distinct forms than this are not worth a table. */
    private static final int MOST_FORMS = 4096;

    private final PlainRecords table;
    private final HbaLineParser parser;
    private final AuthFileSyntax syntax;
    private final int longest;

    private final WordPool typeWords = new WordPool();
    private final List<Optional<ConnectionType>> types = new ArrayList<>();
    private final Vocabulary databases;
    private final Vocabulary users;

    /** The words of the first columns, and their numbers in the line at hand. */
    private final WordPool[] pools;

    private final int[] words = new int[3];

    /** The texts behind the addresses, with the numbers of their forms by type. */
    private final WordPool texts = new WordPool();

    private final List<int[]> formsOfText = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();

    private record Form(ConnectionType type, Demand demand) {}

    private static final long NO_NETWORK = -1;

    /** The pattern of all local records, which the table has from the beginning. */
    private static final long LOCAL = PlainRecords.PATTERN;

    private static final int NOT_PLAIN = -1;
    private static final int UNSEEN = -2;

    private SourceFile file = SourceFile.of("", new byte[0]);

    private byte[] bytes = NO_BYTES;
    private int at;
    private int to;
    private int wordStart;
    private int hash;
    private int seen;
    private int commas;

    PlainLineReader(PlainRecords table, HbaLineParser parser, AuthFileSyntax syntax) {
        this.table = table;
        this.parser = parser;
        this.syntax = syntax;
        this.databases = new Vocabulary(parser, true);
        this.users = new Vocabulary(parser, false);
        this.pools = new WordPool[] {typeWords, databases.pool(), users.pool()};
        // a line that is no longer than a token may be has no token that is too long
        this.longest = Math.min(syntax.maxToken(), syntax.maxLine()) - 2;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < ' '; c++) {
            kinds[c] = OTHER;
        }
        kinds[' '] = BLANK;
        kinds['\t'] = BLANK;
        kinds['#'] = COMMENT;
        kinds[','] = COMMA;
        kinds['"'] = OTHER;
        kinds['@'] = OTHER;
        return kinds;
    }

    void begin(SourceFile next) {
        file = next;
    }

    ConnectionType type(int form) {
        return forms.get(form).type;
    }

    Demand demand(int form) {
        return forms.get(form).demand;
    }

    /** Works out what the names mean that were met since the last time. */
    void learn() {
        bytes = NO_BYTES;
        databases.learn();
        users.learn();
    }

    /** Tells whether words that were taken turned out to be what plain records cannot have. */
    boolean isMistaken() {
        return !databases.isPlain() || !users.isPlain();
    }

    /** Tells whether the words of a row are what plain records can have. */
    boolean isPlain(int database, int user) {
        return databases.isPlain(database) && users.isPlain(user);
    }

    NameColumn databases(int word) {
        return databases.get(word);
    }

    NameColumn users(int word) {
        return users.get(word);
    }

    @Override
    public int take(byte[] line, int from, int end, int number) {
        if (end - from > longest) {
            return 0;
        }
        bytes = line;
        at = from;
        to = end;
        int tokens = 0;
        // a loop, because the just-in-time compiler works longer if the same is called from several places
        for (int column = 0; column < pools.length; column++) {
            if (!nextWord() || !isPlain(column)) {
                return 0;
            }
            words[column] = pools[column].of(bytes, wordStart, at, hash);
            if (words[column] < 0) {
                return 0;
            }
            tokens += 1 + commas;
        }
        ConnectionType type = typeOf(words[0]);
        if (type == null) {
            return 0;
        }
        boolean local = type == ConnectionType.LOCAL_SOCKET;
        long network = local ? LOCAL : network();
        int rest = network == NO_NETWORK ? 0 : rest();
        int form = rest == 0 ? NOT_PLAIN : form(type, from, number);
        if (form < 0) {
            return 0;
        }
        table.add(from, number, words[1], words[2], (int) (network >>> 8), (int) network & 0xff, form);
        return tokens + (local ? 0 : 1) + rest;
    }

    private @Nullable ConnectionType typeOf(int word) {
        while (types.size() < typeWords.size()) {
            types.add(parser.typeWithoutProblem(typeWords.text(types.size())));
        }
        return types.get(word).orElse(null);
    }

    /** Tells whether a blank before or behind the word ends it, and there is nothing special in it. */
    private boolean isPlain(int column) {
        return seen == 0 || (seen == COMMA && column > 0 && bytes[wordStart] != ',' && bytes[at - 1] != ',');
    }

    /** Reads the address: an IPv4 address or the number of a pattern, and behind it in eight bits the prefix length. */
    private long network() {
        if (!nextWord() || seen != 0) {
            return NO_NETWORK;
        }
        long network = plainNetwork();
        if (network != NO_NETWORK) {
            return network;
        }
        Optional<AddressPattern> pattern = AddressParser.parseAlone(word());
        return pattern.isEmpty() ? NO_NETWORK : (long) table.pattern(pattern.get()) << 8 | PlainRecords.PATTERN;
    }

    private String word() {
        return new String(bytes, wordStart, at - wordStart, StandardCharsets.ISO_8859_1);
    }

    /** Moves to the next word, if there is one: up to a blank, a comment or the end of the line. */
    private boolean nextWord() {
        byte[] b = bytes;
        byte[] k = KINDS;
        int i = at;
        while (i < to && k[b[i] & 0xff] == BLANK) {
            i++;
        }
        wordStart = i;
        int h = 0;
        int kinds = 0;
        int commasOfWord = 0;
        while (i < to) {
            int c = b[i];
            int kind = k[c & 0xff];
            if (kind != 0) {
                if (kind <= COMMENT) {
                    break;
                }
                kinds |= kind;
                commasOfWord += kind == COMMA ? 1 : 0;
            }
            h = 31 * h + c;
            i++;
        }
        at = i;
        hash = h;
        seen = kinds;
        commas = commasOfWord;
        return i > wordStart;
    }

    /** Returns an IPv4 address of four decimal numbers and its prefix length in the lowest byte. */
    private long plainNetwork() {
        long address = 0;
        int value = 0;
        int digits = 0;
        int dots = 0;
        for (int i = wordStart; i < at; i++) {
            int c = bytes[i];
            if (c >= '0' && c <= '9' && (digits == 0 || value > 0)) {
                value = value * 10 + c - '0';
                digits++;
                if (value > 255) {
                    return NO_NETWORK;
                }
            } else if ((c == '.' && digits > 0 && dots < 3) || (c == '/' && digits > 0 && dots == 3)) {
                address = address << 8 | value;
                value = 0;
                digits = 0;
                dots++;
            } else {
                return NO_NETWORK;
            }
        }
        return dots == 4 && digits > 0 && value <= 32 ? address << 8 | value : NO_NETWORK;
    }

    /** Makes all that is left of the line one word, without blanks at its ends; returns of how many words it is made. */
    private int rest() {
        int words = 0;
        int start = at;
        int end = at;
        int h = 0;
        while (nextWord()) {
            if (seen != 0) {
                return 0;
            }
            start = words == 0 ? wordStart : start;
            h = 31 * h + hash;
            end = at;
            words++;
        }
        wordStart = start;
        at = end;
        hash = h;
        return words;
    }

    /** Returns the number of the form that the rest of the line has. */
    private int form(ConnectionType type, int from, int number) {
        int text = texts.of(bytes, wordStart, at, hash);
        if (text == formsOfText.size()) {
            int[] unseen = new int[ConnectionType.values().length];
            Arrays.fill(unseen, UNSEEN);
            formsOfText.add(unseen);
        }
        if (text < 0) {
            return NOT_PLAIN;
        }
        int[] known = formsOfText.get(text);
        if (known[type.ordinal()] == UNSEEN) {
            known[type.ordinal()] = newForm(type, from, number);
        }
        return known[type.ordinal()];
    }

    private int newForm(ConnectionType type, int from, int number) {
        if (forms.size() == MOST_FORMS) {
            return NOT_PLAIN;
        }
        HbaLine line = parser.parse(AuthFileTokenizer.plainLine(file, syntax, from, number));
        if (line.record().isEmpty() || line.problem().isPresent()) {
            return NOT_PLAIN;
        }
        forms.add(new Form(type, line.record().get().demand()));
        return forms.size() - 1;
    }
}
