package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.DataFiles.Entry;

/** Files pg_ident.conf. */
final class IdentCases {

    private IdentCases() {}

    static void addTo(AuthCases cases) {
        addColumns(cases);
        addNames(cases);
        addFiles(cases);
    }

    private static void addColumns(AuthCases cases) {
        cases.add("a plain file", "m a b\n")
                .add("an empty file", "")
                .add("a file of comments", "# m a b\n\n")
                .add("missing columns", "m\nm a\n\nm a b\n")
                .add("further columns", "m a b c\nm a b c d,e \"f\n")
                .add("lists of names", "m,n a b\nm a,b c\nm a b,c\nm a b c,d\nm, a b\n")
                .add("a trailing comma eats the next column", "m a, b c\nm a b,\nm, a b c\n")
                .add("empty names", "\"\" a b\nm \"\" b\nm a \"\"\n")
                .add("quoted names", "\"m\" \"CN=alice,O=Acme\" \"b\"\nm a\"b c\"d \"x\"\"y\"\n")
                .add("a distinguished name without quotes", "m CN=alice,O=Acme alice\n")
                .add("a missing closing quote", "m \"a b\nm a b\n")
                .add("an include word as a map", "include a b\ninclude_dir a b\n")
                .add("CR LF", "m a b\r\nm a\r\n")
                .add("a CR within a line", "m\ra\rb\n")
                .add("no final newline", "m a b\nm c d")
                .add("continuations", "m a \\\nb\n# x \\\nm c d\nm e\n")
                .add("a NUL byte", "m a\0 b\nc d\nm e f\n")
                .add("a byte order mark", "\u00ef\u00bb\u00bfm a b\n")
                .add("high bytes", "m \u00c3\u00b6 \u00ff\nm\u00a0n a b\n")
                .add("a long token", "m " + "a".repeat(256) + " b\nm " + "a".repeat(10_240) + " b\nm c\n")
                .add("a long line", "m a b" + " ".repeat(20_480) + "\nm c\n");
    }

    private static void addNames(AuthCases cases) {
        cases.add("keywords and members", "m all all\nm a +role\nm +a \"+role\"\nm a \"all\"\n")
                .add("regular expressions", "m /^(.*)$ \\1\nm \"/^a b$\" b\nm / b\nm /a /b\n/m a b\n")
                .add("references", "m /^(.*)@x$ \\1\nm /a \\2\nm a \\1\nm /a(b) x\\1y\\1\n");
    }

    private static void addFiles(AuthCases cases) {
        cases.add("lists", "m @a b\nm a @a\n@a x y\n", "a", "one\n")
                .add("a list of several", "m @a b\n", "a", "one two\n")
                .add("an empty list", "m @a a b\nm a @a\n", "a", "")
                .add("a missing list", "m @a b\nm a b\n")
                .add(
                        "a list that is a directory",
                        DataFiles.of("pg_ident.conf", "m @a x y\n").with("a", new Entry.Directory()))
                .add("an include", "include a\nm z z\n", "a", "m a\nm a b\n")
                .add("a missing include", "include a\nm z z\n")
                .add("a file that need not exist", "include_if_exists a\nm z z\n")
                .add("a directory", "include_dir d\n", "d/a.conf", "m a b\n", "d/b.conf", "m c\n")
                .add("an include of itself", "include pg_ident.conf\n")
                .add("only includes", "include a\n", "a", "");
    }
}
