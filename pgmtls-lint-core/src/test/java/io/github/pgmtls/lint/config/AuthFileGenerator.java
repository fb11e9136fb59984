package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.DataFiles.Entry;
import io.github.pgmtls.lint.postgres.PostgresVersion;

/**
 * Makes nasty authentication files, the same for the same seed: records right and wrong, quoting, continuations, odd
 * bytes, long lines, lists and included files.
 *
 * <p>Files refer only to files of a higher number, because up to version 15 a list that refers to itself ends the server;
 * single letters are never part of what is changed at random, so no name becomes another one.
 */
final class AuthFileGenerator {

    private static final int FILES = 5;

    private final AuthFile kind;
    private final Dice dice;
    private final boolean includes;
    private final AddressGenerator addresses;
    private final OptionGenerator options;

    AuthFileGenerator(AuthFile kind, long seed, PostgresVersion version) {
        this.kind = kind;
        this.dice = new Dice(seed);
        this.includes = version.isAtLeast(16) || dice.percent(10);
        this.addresses = new AddressGenerator(dice);
        this.options = new OptionGenerator(dice);
    }

    /** What leads from the directory of the file that is being made to the top. */
    private String up = "";

    DataFiles files() {
        DataFiles files =
                DataFiles.of(kind.path(), file(0, dice.percent(70) ? dice.between(1, 12) : dice.between(13, 60)));
        for (int number = 1; number <= FILES; number++) {
            if (dice.percent(80)) {
                up = upFrom(list(number));
                files = files.with(list(number), entry(listContent(number)));
            }
            if (dice.percent(80)) {
                up = upFrom(included(number));
                files = files.with(included(number), entry(file(number, dice.between(0, 4))));
            }
            if (dice.percent(30)) {
                up = "../";
                String name = dice.of("/1.conf", "/a.conf", "/z.conf", "/.h.conf", "/x");
                files = files.with(directory(number) + name, entry(file(number, 2)));
            }
        }
        return files;
    }

    private Entry entry(String content) {
        return switch (dice.below(40)) {
            case 0 -> new Entry.Directory();
            case 1 -> new Entry.Unreadable();
            case 2 -> new Entry.Link("nowhere");
            default -> new Entry.Content(content);
        };
    }

    private static String upFrom(String path) {
        return path.contains("/") ? "../" : "";
    }

    private static String list(int number) {
        return (number % 2 == 0 ? "lists/" : "") + "list_" + letter(number);
    }

    private static String included(int number) {
        return (number % 2 == 1 ? "more/" : "") + "more_" + letter(number);
    }

    private static String directory(int number) {
        return "dir_" + letter(number);
    }

    private static char letter(int number) {
        return (char) ('a' + number);
    }

    private String file(int number, int lines) {
        StringBuilder text = new StringBuilder(dice.percent(1) ? "\u00ef\u00bb\u00bf" : "");
        String lineEnd = dice.percent(15) ? "\r\n" : "\n";
        for (int i = 0; i < lines; i++) {
            text.append(line(number))
                    .append(dice.percent(97) ? lineEnd : dice.of("\n", "\r\n", "\\\n", "\r", "\n\n", "\\\r\n"));
        }
        if (dice.percent(10) && text.length() > 0) {
            text.setLength(text.length() - 1);
        }
        return dice.percent(25) ? mutated(text.toString()) : text.toString();
    }

    private String line(int number) {
        return switch (dice.below(30)) {
            case 0 -> dice.of("", " ", "\t", ",", " , ", "\\");
            case 1 -> "#" + record(number) + dice.of("", "", "\\");
            case 2 -> record(number) + dice.of(" #", "#", " # x \\", ",", " \\", " ,");
            case 3 -> garbage();
            case 4, 5, 6 -> includes ? include(number) : record(number);
            case 7 -> dice.percent(20) ? longLine(record(number)) : record(number);
            default -> record(number);
        };
    }

    private String garbage() {
        StringBuilder text = new StringBuilder();
        for (int i = dice.between(1, 8); i > 0; i--) {
            text.append(dice.of(
                    "\"", ",", " ", "#", "all", "host", "\\", "@", "@@", "+", "/", "=", "\t", "\r", "trust", "\f"));
        }
        return text.toString();
    }

    private String include(int number) {
        String word = dice.word("include include include_if_exists include_dir \"include\" Include include,x");
        String target = dice.percent(3) && number > 0 ? included(number) : reference(number, false);
        return word + blank() + target + dice.of("", "", "", "", "", " #", " x", ",y", " =");
    }

    /** Returns a path from file to file, most of the time to one that is there. */
    private String reference(int number, boolean toList) {
        int to = Math.min(number + dice.between(1, 3), FILES + 1);
        String path = toList ? list(to) : dice.percent(75) ? included(to) : directory(to);
        String plain = dice.of("", "", "", "", "./", "dir_b/../", "missing/../") + path;
        String relative = dice.percent(95) ? up + plain : plain;
        return switch (dice.below(10)) {
            case 0 -> DataFiles.DATA + "/" + plain;
            case 1 -> "\"" + relative + "\"";
            case 2 -> relative + dice.of("/", "/x", "_", "//");
            default -> relative;
        };
    }

    private String listContent(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.below(6); i > 0; i--) {
            text.append(name(number)).append(dice.of(" ", "\n", ",", ", ", "\r\n", "\n\n", " # x\n", "\\\n"));
        }
        return dice.percent(10) ? mutated(text.toString()) : text.toString();
    }

    private String record(int number) {
        String record = kind == AuthFile.HBA ? hbaRecord(number) : identRecord(number);
        return dice.percent(10) ? quoted(record) : record;
    }

    private String hbaRecord(int number) {
        String type = dice.percent(90)
                ? dice.word("local host hostssl hostssl hostssl hostnossl hostgssenc hostnogssenc")
                : dice.word("LOCAL hosts hostgss \"host\" local,host ho\"st\" @x \"\" host\u00e9");
        String address = type.equals("local") ? "" : addresses.columns() + blank();
        String text = type
                + blank()
                + names(number)
                + blank()
                + names(number)
                + blank()
                + address
                + options.methodAndOptions(type.equals("hostssl"));
        return dice.percent(4) ? text.substring(0, dice.below(text.length())) : text;
    }

    private String identRecord(int number) {
        String text = dice.of("m", "m", "map", "\"m\"", "", "all", "m,n")
                + blank()
                + names(number)
                + blank()
                + dice.of(names(number), "\\1", "x\\1y\\1", "\"\\1\"")
                + dice.of("", "", "", " x", " #");
        return dice.percent(4) ? text.substring(0, dice.below(text.length() + 1)) : text;
    }

    private String names(int number) {
        StringBuilder names = new StringBuilder(name(number));
        for (int i = dice.percent(75) ? 0 : dice.between(1, 4); i > 0; i--) {
            names.append(dice.of(",", ",", ",", ",", ", ", ",,", " ,")).append(name(number));
        }
        return names.toString();
    }

    private String name(int number) {
        return switch (dice.below(12)) {
            case 0, 1, 2 -> dice.word("all all sameuser samerole samegroup replication ALL samehost include");
            case 3 ->
                dice.of(
                        "\"all\"",
                        "a\"ll\"",
                        "\"\"",
                        "\"a b\"",
                        "\"a\"\"b\"",
                        "x\"#\"y",
                        "\"a,b\"",
                        "\"\"all",
                        "\"+r\"");
            case 4 -> dice.word("+grp +\"grp\" + ++a !x @ \\1 CN=alice,O=Acme");
            case 5 -> dice.word("/^a.*$ /x|y / /^(.*)@x$ \"/a b\" /( /a{1,2} /[ /\\1 /a** /(?i)x /\\ /\u00e9");
            case 6 -> dice.of("\u00c3\u00b6", "\u00ff", "a\u00a0b", "'a b'", "a\\b", "a\u0001b", "\u007f");
            case 7 -> "@" + reference(number, true);
            case 8 -> dice.percent(10) ? longToken() : "db" + dice.below(100);
            default -> dice.word("db app postgres template1 user1 a.b my-db");
        };
    }

    private String longToken() {
        int length = dice.of(254, 255, 256, 10_238, 10_239, 10_240) + dice.between(-1, 1);
        String token = "t".repeat(length);
        return dice.of(token, "\"" + token + "\"", token.substring(1) + "\"x\"", "\"" + token.substring(1) + "\"\"\"");
    }

    private String longLine(String record) {
        int length = dice.of(1023, 1024, 8190, 8191, 20_478, 20_479, 16_382) + dice.between(-2, 2);
        return record.length() >= length
                ? record
                : record + dice.of(" ", "x", ",", "\"").repeat(length - record.length());
    }

    private String blank() {
        return dice.percent(90)
                ? dice.of(" ", "\t", "  ")
                : dice.of("\r", "\\\n", " ,", ", ", "\f", "", "\"\"", " \\\n ");
    }

    private String quoted(String record) {
        int from = dice.below(record.length() + 1);
        int to = dice.between(from, record.length());
        return record.substring(0, from) + "\"" + record.substring(from, to) + dice.of("\"", "") + record.substring(to);
    }

    /** Changes, removes or adds a few bytes. */
    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = dice.between(1, 4); i > 0; i--) {
            int at = dice.below(changed.length() + 1);
            String nasty = dice.of(
                    "\"",
                    "\"\"",
                    ",",
                    " ",
                    "\t",
                    "#",
                    "\\",
                    "\\\n",
                    "\n",
                    "\r",
                    "\r\n",
                    "\0",
                    "\u00ff",
                    "\f",
                    "+",
                    "/",
                    "=",
                    ".",
                    ":",
                    "-",
                    "(",
                    "*",
                    "\u00ef\u00bb\u00bf",
                    "\\\\\n",
                    "0");
            switch (dice.below(3)) {
                case 0 -> changed.insert(at, nasty);
                case 1 -> changed.delete(at, Math.min(changed.length(), at + dice.between(1, 3)));
                default -> changed.replace(at, Math.min(changed.length(), at + 1), nasty);
            }
        }
        return changed.toString();
    }
}
