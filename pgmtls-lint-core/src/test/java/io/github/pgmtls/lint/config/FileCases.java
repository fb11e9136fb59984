package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.DataFiles.Entry;

/** What pg_hba.conf refers to: lists and included files. */
final class FileCases {

    private FileCases() {}

    static void addTo(AuthCases cases) {
        addLists(cases);
        addBrokenLists(cases);
        addIncludes(cases);
        addIncludeWords(cases);
        addNesting(cases);
        addDirectories(cases);
    }

    private static void addLists(AuthCases cases) {
        cases.add("a list", "local @dbs @users trust\n", "dbs", "a b\nc, d\n", "users", "x\n")
                .add("a list among names", "local a,@dbs,z all trust\n", "dbs", "b\nc\n")
                .add(
                        "a list in each column",
                        "@type @dbs all @address @method @options\n",
                        "type",
                        "host",
                        "dbs",
                        "a",
                        "address",
                        "10.0.0.0/8",
                        "method",
                        "trust",
                        "options",
                        "map=a\n")
                .add("a list in place of several columns makes one", "@line\n", "line", "local all all trust\n")
                .add("a quoted name of a list", "local @\"my list\" all trust\n", "my list", "a\n")
                .add(
                        "keywords, members and comments in a list",
                        "local @dbs @users trust\n",
                        "dbs",
                        "all # x\n",
                        "users",
                        "# y\n+role \"+x\" \"all\"\n")
                .add("a list in a list", "local @a all trust\n", "a", "x @b y\n", "b", "1,2\n")
                .add(
                        "a list is relative to its own file",
                        "local @d/a all trust\n",
                        "d/a",
                        "x @b @../c\n",
                        "d/b",
                        "in d\n",
                        "b",
                        "at top\n",
                        "c",
                        "above\n")
                .add("an absolute list", "local @${DATA}/d/a all trust\n", "d/a", "x @b\n", "d/b", "y\n")
                .add("an empty list lets a column vanish", "local @a all all trust\nlocal a @a trust\n", "a", "")
                .add("a list of comments lets a column vanish", "local @a all all trust\n", "a", "# none\n\n")
                .add("an empty list among names", "local x,@a,y all trust\n", "a", "")
                .add("an empty list behind a comma", "local x,@a all trust\nlocal @a,x all trust\n", "a", "")
                .add("a line of an empty list", "@a\nlocal all all trust\n", "a", "")
                .add("a comma behind a list", "local @a, b trust\nlocal @a, b all trust\n", "a", "1 2")
                .add("commas and columns in a list do not matter", "local @a all trust\n", "a", "1 ,2, 3\n4,\n5\n")
                .add("the same list twice", "local @a @a trust\n", "a", "x\n")
                .add("CR LF in a list", "local @a all trust\r\n", "a", "x\r\ny\r\n")
                .add("continuations in a list", "local @a all trust\n", "a", "x\\\ny\nz \\\n# w\n")
                .add("include words in a list", "local @a all trust\n", "a", "include b\n", "b", "x y\n")
                .add("include words in a list of three", "local @a all trust\n", "a", "include b c\n", "b", "x\n")
                .add("an include that is missing in a list", "local @a all trust\n", "a", "x\ninclude_if_exists b\ny\n")
                .add(
                        "a directory of files in a list",
                        "local @a all trust\n",
                        "a",
                        "include_dir d\n",
                        "d/x.conf",
                        "1 2\n")
                .add(
                        "a list gives the words of an include",
                        "@a b\nlocal all all trust\n",
                        "a",
                        "include",
                        "b",
                        "local c c trust\n")
                .add(
                        "a list elsewhere gives the name of an include",
                        "include @d/a\n",
                        "d/a",
                        "b",
                        "b",
                        "local c c trust\n",
                        "d/b",
                        "local d d trust\n")
                .add("a list gives the name of an include", "include @a\n", "a", "b", "b", "local c c trust\n")
                .add("a list with a byte order mark", "local @a all trust\n", "a", "\u00ef\u00bb\u00bfx\n")
                .add("a bare list sign in a list", "local @a all trust\n", "a", "@ x\n")
                .add("a list that ends with a comma", "local @a b trust\n", "a", "x,")
                .add(
                        "a record goes on behind a list on a continued line",
                        "local @a \\\nall trust\nlocal bad\n",
                        "a",
                        "x\n");
    }

    private static void addBrokenLists(AuthCases cases) {
        cases.add("a missing list", "local @a all trust\nlocal all all trust\n")
                .add("two missing lists in a list", "local @a all trust\n", "a", "x @b y\nz @c\n")
                .add("a missing list in a list", "local @a all trust\n", "a", "x @b y\n")
                .add("a missing list in a subdirectory", "local @d/a all trust\n")
                .add("a missing list behind a good column", "local all @a trust nonsense\n")
                .add("two missing lists", "local @a @b trust\n")
                .add("a missing list in a comma list", "local x,@a,y all trust\n")
                .add("a missing list in a comma list before a broken record", "local x,@a\n")
                .add(
                        "a list that cannot be read",
                        DataFiles.of("pg_hba.conf", "local @a all trust\n").with("a", new Entry.Unreadable()))
                .add(
                        "a list that is a directory",
                        DataFiles.of("pg_hba.conf", "local @a all all trust\nlocal b @a trust\n")
                                .with("a", new Entry.Directory()))
                .add(
                        "a list that is a directory with other names",
                        DataFiles.of("pg_hba.conf", "local x,@a all trust\n").with("a", new Entry.Directory()))
                .add(
                        "a list that is a link",
                        DataFiles.of("pg_hba.conf", "local @a all trust\n")
                                .with("a", new Entry.Link("b"))
                                .with("b", "x\n"))
                .add(
                        "a list that is a link to nothing",
                        DataFiles.of("pg_hba.conf", "local @a all trust\n").with("a", new Entry.Link("b")))
                .add("a list with a long token", "local @a all trust\n", "a", "x\n" + "y".repeat(10_240) + "\nz\n")
                .add("a list with a token of 256", "local @a all trust\n", "a", "x\n" + "y".repeat(256) + "\nz\n")
                .add("a list with a long line", "local @a all trust\n", "a", "x\n" + "y ".repeat(11_000) + "\nz\n")
                .add("a list below a file", "local @a/b all trust\n", "a", "x\n")
                .add(
                        "list names through missing directories",
                        "local @d/../a @d/e/../../a trust\nlocal all @./d/./x/.././../a trust\nlocal all @d/.. trust\n",
                        "a",
                        "x\n")
                .add(
                        "a list name with an odd path",
                        "local @./d//../a all trust\nlocal @d/./x all trust\n",
                        "a",
                        "x\n",
                        "d/y",
                        "");
    }

    private static void addIncludes(AuthCases cases) {
        cases.add("an include", "include a\nlocal z z trust\n", "a", "local a a trust\n\nlocal bad\n")
                .add("an include in place", "local 1 a trust\ninclude a\nlocal 3 a trust\n", "a", "local 2 a trust\n")
                .add(
                        "an include is relative to its file",
                        "include d/a\n",
                        "d/a",
                        "include b\n",
                        "d/b",
                        "local b b trust\n",
                        "b",
                        "bad\n")
                .add("an absolute include", "include ${DATA}/d/a\n", "d/a", "include b\n", "d/b", "local b b trust\n")
                .add("an include above", "include d/a\n", "d/a", "include ../b\n", "b", "local b b trust\n")
                .add("a quoted include", "\"include\" \"a b\"\n", "a b", "local b b trust\n")
                .add("an include of an empty file", "include a\n", "a", "")
                .add("an include of an empty file and a record", "include a\nlocal all all trust\n", "a", "# x\n")
                .add("a missing include", "include a\nlocal all all trust\n")
                .add(
                        "includes through missing directories",
                        "include d/../a\ninclude ./d/e/../../a\n",
                        "a",
                        "local x x trust\n")
                .add("a missing include in a subdirectory", "include d/a\nlocal all all trust\n")
                .add("a missing include of an include", "include d/a\n", "d/a", "local a a trust\ninclude b\n")
                .add("an include of several", "include a,b\n", "a", "local a a trust\n", "b", "local b b trust\n")
                .add("several includes in a column", "include,x a\n", "a", "local a a trust\n")
                .add("an include twice", "include a\ninclude a\n", "a", "local a a trust\n")
                .add(
                        "errors within an include",
                        "local x x trust\ninclude a\n",
                        "a",
                        "\n\nhost all all 1.2.3.4 trust\nbad\n")
                .add("a missing file that need not exist", "include_if_exists a\nlocal all all trust\n")
                .add("a file that need not exist and does", "include_if_exists a\n", "a", "local a a trust\n")
                .add("only a missing file that need not exist", "include_if_exists a\n")
                .add("a missing include in a file that need not exist", "include_if_exists a\n", "a", "include b\n")
                .add(
                        "a file below a file that need not exist",
                        "include_if_exists a/b\nlocal all all trust\n",
                        "a",
                        "x\n")
                .add(
                        "an include that cannot be read",
                        DataFiles.of("pg_hba.conf", "include a\ninclude_if_exists a\nlocal all all trust\n")
                                .with("a", new Entry.Unreadable()))
                .add(
                        "an include of a directory",
                        DataFiles.of("pg_hba.conf", "include a\nlocal all all trust\n")
                                .with("a", new Entry.Directory()))
                .add(
                        "an include of a directory with a slash",
                        DataFiles.of("pg_hba.conf", "include a/\ninclude_if_exists a/\nlocal all all trust\n")
                                .with("a", new Entry.Directory()))
                .add(
                        "only an include of a directory",
                        DataFiles.of("pg_hba.conf", "include a\n").with("a", new Entry.Directory()))
                .add(
                        "an include of a link",
                        DataFiles.of("pg_hba.conf", "include a\n")
                                .with("a", new Entry.Link("d/b"))
                                .with("d/b", "local b @c trust\n")
                                .with("c", "x")
                                .with("d/c", "y"))
                .add(
                        "an include of a link to nothing",
                        DataFiles.of("pg_hba.conf", "include a\ninclude_if_exists a\nlocal all all trust\n")
                                .with("a", new Entry.Link("b")))
                .add("a list in an include", "include d/a\n", "d/a", "local @b b trust\n", "d/b", "x\n")
                .add("a byte order mark in an include", "include a\n", "a", "\u00ef\u00bb\u00bflocal all all trust\n")
                .add("an unfinished line in an include", "include a\nlocal b b trust\n", "a", "local a a \\")
                .add("a continued include", "include \\\na\nlocal bad\n", "a", "local a a trust\n")
                .add("CR LF in an include", "include a\r\n", "a", "local a a trust\r\n")
                .add("an include of the data directory", "include .\ninclude d/..\nlocal all all trust\n", "d/a", "")
                .add("an include of an empty name", "include \"\"\nlocal all all trust\n")
                .add("a file that need not exist of an empty name", "include_if_exists \"\"\nlocal all all trust\n");
    }

    private static void addIncludeWords(AuthCases cases) {
        cases.add("an include without a name", "include\nlocal all all trust\n")
                .add("an include with more columns", "include a b\ninclude_dir a b\ninclude_if_exists a b\n", "a", "")
                .add("an include with an equals sign", "include = a\ninclude=a\ninclude =a\n", "a", "")
                .add("include in other letters", "Include a\nINCLUDE a\n", "a", "local a a trust\n")
                .add("an include in single quotes", "include 'a'\n", "a", "local a a trust\n")
                .add("an include with a comment", "include a # b\ninclude a#b\n", "a", "local a a trust\n")
                .add("an include behind commas", ",include ,a\n", "a", "local a a trust\n")
                .add("other include words", "include_file a\ninclude_if_exist a\ninclude_dirs a\n", "a", "");
    }

    private static void addNesting(AuthCases cases) {
        cases.add("an include of itself", "include pg_hba.conf\nlocal all all trust\n")
                .add("a list of itself from 16 on", "include a\n", "a", "local @b all trust\n", "b", "include b\n")
                .add("includes of one another", "include a\n", "a", "include b\n", "b", "include a\n")
                .add("a broken list before includes that never end", "include a\nlocal bad\n", "a", "bad\ninclude a\n");
        for (int depth : new int[] {9, 10, 11, 12}) {
            DataFiles files = DataFiles.of("pg_hba.conf", "include f1\nlocal all all trust\n");
            DataFiles optional = DataFiles.of("pg_hba.conf", "include_if_exists f1\nlocal all all trust\n");
            DataFiles lists = DataFiles.of("pg_hba.conf", "local @f1 all trust\n");
            DataFiles mixed = DataFiles.of("pg_hba.conf", "include f1\n");
            for (int i = 1; i < depth; i++) {
                files = files.with("f" + i, "include f" + (i + 1) + "\nlocal " + i + " all trust\n");
                optional = optional.with("f" + i, "include_if_exists f" + (i + 1) + "\nlocal " + i + " all trust\n");
                lists = lists.with("f" + i, i + " @f" + (i + 1));
                mixed = mixed.with("f" + i, i == depth - 1 ? "local @f" + depth + " all trust" : "include f" + (i + 1));
            }
            cases.add(depth + " nested includes", files.with("f" + depth, "local last all trust\n"))
                    .add(
                            depth + " nested files that need not exist",
                            optional.with("f" + depth, "local last all trust\n"))
                    .add(depth + " nested lists", lists.with("f" + depth, "last"))
                    .add(depth + " nested includes, the last a list", mixed.with("f" + depth, "last"))
                    .add(depth + " nested includes, the last missing", files)
                    .add(depth + " nested files that need not exist, the last missing", optional);
        }
    }

    private static void addDirectories(AuthCases cases) {
        cases.add("a directory", "include_dir d\n", "d/b.conf", "local b b trust\n", "d/a.conf", "local a a trust\n")
                .add(
                        "the order of files in a directory",
                        "include_dir d\n",
                        "d/10.conf",
                        "local 10 a trust\n",
                        "d/9.conf",
                        "local 9 a trust\n",
                        "d/A.conf",
                        "local A a trust\n",
                        "d/a.conf",
                        "local a a trust\n",
                        "d/_.conf",
                        "local _ a trust\n",
                        "d/Z.conf",
                        "local Z a trust\n")
                .add(
                        "which files of a directory count",
                        "include_dir d\n",
                        "d/a.conf",
                        "local a a trust\n",
                        "d/.conf",
                        "local 1 a trust\n",
                        "d/.a.conf",
                        "local 2 a trust\n",
                        "d/a.CONF",
                        "local 3 a trust\n",
                        "d/a.conf~",
                        "local 4 a trust\n",
                        "d/aconf",
                        "local 5 a trust\n",
                        "d/a.conf.conf",
                        "local 6 a trust\n",
                        "d/x",
                        "local 7 a trust\n")
                .add(
                        "a directory within a directory",
                        "include_dir d\n",
                        "d/a.conf",
                        "local a a trust\n",
                        "d/e.conf/b.conf",
                        "local b b trust\n")
                .add("a directory without fitting files", "include_dir d\nlocal all all trust\n", "d/x", "")
                .add("only a directory without fitting files", "include_dir d\n", "d/x", "")
                .add("a missing directory", "include_dir d\nlocal all all trust\n")
                .add(
                        "a missing directory within a directory",
                        "include e/a\nlocal all all trust\n",
                        "e/a",
                        "include_dir d\n")
                .add(
                        "an empty directory name",
                        "include_dir \"\"\ninclude_dir \" \"\ninclude_dir \"\t\"\nlocal all all trust\n")
                .add("a file where a directory should be", "include_dir a\nlocal all all trust\n", "a", "x\n")
                .add(
                        "a directory is relative to its file",
                        "include d/a\n",
                        "d/a",
                        "include_dir e\n",
                        "d/e/x.conf",
                        "local @l b trust\n",
                        "d/e/l",
                        "in e\n")
                .add("an absolute directory", "include_dir ${DATA}/d\n", "d/a.conf", "local a a trust\n")
                .add("a directory with a slash", "include_dir d/\n", "d/a.conf", "local a a trust\n")
                .add(
                        "a directory above",
                        "include e/a\n",
                        "e/a",
                        "include_dir ../d\n",
                        "d/a.conf",
                        "local a a trust\nbad\n")
                .add("several directories in a column", "include_dir d,e\n", "d/a.conf", "local a a trust\n")
                .add(
                        "a directory with errors",
                        "include_dir d\nlocal all all trust\n",
                        "d/a.conf",
                        "bad\ninclude missing\nlocal 1 1 trust\n",
                        "d/b.conf",
                        "local 2 2 bad\n")
                .add(
                        "a directory with a link to nothing",
                        DataFiles.of("pg_hba.conf", "include_dir d\nlocal all all trust\n")
                                .with("d/a.conf", "local a a trust\n")
                                .with("d/b.conf", new Entry.Link("nothing")))
                .add(
                        "a directory with a link",
                        DataFiles.of("pg_hba.conf", "include_dir d\nlocal all all trust\n")
                                .with("d/a.conf", new Entry.Link("x"))
                                .with("d/x", "local a a trust\n"))
                .add(
                        "a directory with files that cannot be read",
                        DataFiles.of("pg_hba.conf", "include_dir d\nlocal all all trust\n")
                                .with("d/a.conf", new Entry.Unreadable())
                                .with("d/b.conf", "local b b trust\n")
                                .with("d/c.conf", new Entry.Unreadable()))
                .add(
                        "a directory too deep",
                        "include a\n",
                        "a",
                        "include b\n",
                        "b",
                        "include c\n",
                        "c",
                        "include d\n",
                        "d",
                        "include e\n",
                        "e",
                        "include f\n",
                        "f",
                        "include g\n",
                        "g",
                        "include h\n",
                        "h",
                        "include i\n",
                        "i",
                        "include j\n",
                        "j",
                        "include_dir x\nlocal all all trust\n",
                        "x/a.conf",
                        "local 1 1 trust\n",
                        "x/b.conf",
                        "");
    }
}
