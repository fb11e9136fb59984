package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthToken;
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

    private static final byte[] KINDS = kinds();

    /** More distinct forms than this are not worth a table. */
    private static final int MOST_FORMS = 4096;

    private final PlainRecords table;
    private final HbaLineParser parser;
    private final AuthFileSyntax syntax;
    private final int longest;

    private final WordPool typeWords = new WordPool();
    private final List<Optional<ConnectionType>> types = new ArrayList<>();
    private final WordPool databaseWords = new WordPool();
    private final List<@Nullable NameColumn> databases = new ArrayList<>();
    private final WordPool userWords = new WordPool();
    private final List<@Nullable NameColumn> users = new ArrayList<>();

    /** The texts behind the addresses, with the numbers of their forms by type. */
    private final WordPool texts = new WordPool();

    private final List<int[]> formsOfText = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();

    private record Form(ConnectionType type, Demand demand) {}

    private static final int NOT_PLAIN = -1;
    private static final int UNSEEN = -2;

    private SourceFile file = SourceFile.of("", new byte[0]);

    private byte[] bytes = {};
    private int at;
    private int to;
    private int wordStart;
    private int hash;
    private int seen;

    PlainLineReader(PlainRecords table, HbaLineParser parser, AuthFileSyntax syntax) {
        this.table = table;
        this.parser = parser;
        this.syntax = syntax;
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

    NameColumn databases(int word) {
        return known(databases.get(word));
    }

    NameColumn users(int word) {
        return known(users.get(word));
    }

    private static NameColumn known(@Nullable NameColumn column) {
        if (column == null) {
            throw new IllegalStateException("not a plain column");
        }
        return column;
    }

    @Override
    public int take(byte[] line, int from, int end, int number) {
        if (end - from > longest) {
            return 0;
        }
        bytes = line;
        at = from;
        to = end;
        if (!nextWord() || seen != 0) {
            return 0;
        }
        ConnectionType type = type();
        if (type == null || !nextWord() || !isList()) {
            return 0;
        }
        int database = column(databaseWords, databases, true);
        int names = names(databases, database);
        if (database < 0 || !nextWord() || !isList()) {
            return 0;
        }
        int user = column(userWords, users, false);
        if (user < 0) {
            return 0;
        }
        names += names(users, user);
        int bits = 0;
        int prefix = PlainRecords.PATTERN;
        if (type == ConnectionType.LOCAL_SOCKET) {
            bits = table.pattern(AddressPattern.LOCAL);
        } else {
            if (!nextWord() || seen != 0) {
                return 0;
            }
            long network = plainNetwork();
            if (network < 0) {
                Optional<AddressPattern> pattern = AddressParser.parseAlone(word());
                if (pattern.isEmpty()) {
                    return 0;
                }
                bits = table.pattern(pattern.get());
            } else {
                bits = (int) (network >>> 8);
                prefix = (int) network & 0xff;
            }
        }
        int words = rest();
        int form = words == 0 ? NOT_PLAIN : form(type, from, number);
        if (form < 0) {
            return 0;
        }
        table.add(from, number, database, user, bits, prefix, form);
        return 1 + names + (type == ConnectionType.LOCAL_SOCKET ? 0 : 1) + words;
    }

    /** Returns how many names the word is. */
    private int names(List<@Nullable NameColumn> columns, int number) {
        return seen == 0 || number < 0 ? 1 : known(columns.get(number)).names().size();
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
        while (i < to) {
            int c = b[i];
            int kind = k[c & 0xff];
            if (kind != 0) {
                if (kind <= COMMENT) {
                    break;
                }
                kinds |= kind;
            }
            h = 31 * h + c;
            i++;
        }
        at = i;
        hash = h;
        seen = kinds;
        return i > wordStart;
    }

    /** Tells whether the word is a list of names without a comma at its ends, where a blank would change nothing. */
    private boolean isList() {
        return (seen & OTHER) == 0 && (seen == 0 || (bytes[wordStart] != ',' && bytes[at - 1] != ','));
    }

    private @Nullable ConnectionType type() {
        int number = typeWords.of(bytes, wordStart, at, hash);
        if (number == types.size()) {
            types.add(parser.typeWithoutProblem(word()));
        }
        return number < 0 ? null : types.get(number).orElse(null);
    }

    /** Returns the number of the word in the pool; a negative one if it is not plain. */
    private int column(WordPool words, List<@Nullable NameColumn> columns, boolean database) {
        int number = words.of(bytes, wordStart, at, hash);
        if (number == columns.size()) {
            columns.add(readColumn(database));
        }
        return number < 0 || columns.get(number) == null ? NOT_PLAIN : number;
    }

    private @Nullable NameColumn readColumn(boolean database) {
        List<NamePattern> patterns = new ArrayList<>(1);
        String text = word();
        for (int from = 0; from < text.length(); ) {
            int comma = text.indexOf(',', from);
            int end = comma < 0 ? text.length() : comma;
            if (end > from) {
                AuthToken token =
                        new AuthToken(file, wordStart + from, wordStart + end, text.substring(from, end), false);
                try {
                    patterns.add(parser.parseName(token, database));
                } catch (LineRefused refused) {
                    return null;
                }
            }
            from = end + 1;
        }
        return NameColumn.of(patterns);
    }

    /** Returns an IPv4 address of four decimal numbers and its prefix length in the lowest byte; or -1. */
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
                    return -1;
                }
            } else if ((c == '.' && digits > 0 && dots < 3) || (c == '/' && digits > 0 && dots == 3)) {
                address = address << 8 | value;
                value = 0;
                digits = 0;
                dots++;
            } else {
                return -1;
            }
        }
        return dots == 4 && digits > 0 && value <= 32 ? address << 8 | value : -1;
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
