package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.DataFiles.Entry;

/** What {@link AuthFileGenerator} found: files of which the linter once thought otherwise than some server. */
final class FoundCases {

    private static final String LONG_TOKEN = "t".repeat(11_000);

    private FoundCases() {}

    static void addTo(AuthCases cases) {
        String end = cases.file() == AuthFile.HBA ? " all trust\n" : " all\n";
        String start = cases.file() == AuthFile.HBA ? "local " : "map ";
        addLists(cases, start, end);
        addPaths(cases, start, end);
        if (cases.file() == AuthFile.HBA) {
            addRecords(cases);
        }
    }

    private static void addLists(AuthCases cases, String start, String end) {
        cases.add("a token too long behind a list that is missing", start + "@nowhere " + LONG_TOKEN + end)
                .add("a token too long before a list that is missing", start + LONG_TOKEN + " @nowhere" + end)
                .add("a token too long behind a list that is there", start + "@list " + LONG_TOKEN + end, "list", "a\n")
                .add("a token too long in a list", start + "@list" + end, "list", "a\n" + LONG_TOKEN + "\n@nowhere\n")
                .add("a list below a file that can be read", start + "@list/x" + end, "list", "a\n")
                .add("a list of an odd name below a file", start + "@list/\u00e9" + end, "list", "a\n")
                .add(
                        "a list below a file that cannot be read",
                        DataFiles.of(cases.file().path(), start + "@list/x" + end)
                                .with("list", new Entry.Unreadable()));
    }

    private static void addPaths(AuthCases cases, String start, String end) {
        String record = start + "all" + end;
        cases.add("a list behind a directory that is missing", start + "@no/../list" + end, "list", "a\n")
                .add("a list behind a file in place of a directory", start + "@a/../list" + end, "a", "", "list", "a\n")
                .add("an absolute list behind a missing directory", start + "@${DATA}/no/../list" + end, "list", "a\n")
                .add("an absolute list behind a file", start + "@${DATA}/a/../list" + end, "a", "", "list", "a\n")
                .add("an absolute list with two slashes", start + "@${DATA}//list" + end, "list", "@nowhere\n")
                .add("an absolute list that goes back", start + "@${DATA}/d/../list" + end, "d/x", "", "list", "@no\n")
                .add("an absolute file with two slashes", "include ${DATA}//more\n", "more", record + "x\n")
                .add("an absolute file that goes back", "include ${DATA}/d/../more\n", "d/x", "", "more", record)
                .add("an absolute directory that goes back", "include_dir ${DATA}/d/../d\n", "d/x.conf", record + "x\n")
                .add("the data directory in place of a file", "include ${DATA}\n" + record)
                .add("the data directory with slashes in place of a file", "include ${DATA}//\n" + record)
                .add("an absolute directory with two slashes in place of a file", "include ${DATA}//d\n", "d/x", "")
                .add("the data directory in place of a list", start + "@d/.." + end)
                .add("the data directory in place of a word", "${DATA}\n" + record);
    }

    private static void addRecords(AuthCases cases) {
        cases.add("oauth with nothing said of a validator", "hostssl all all all oauth issuer=i scope=s\n")
                .add("oauth with an empty validator", "hostssl all all all oauth issuer=i scope=s validator=\n")
                .add("a long word in a message", "host all all 10.0.0.0/8 " + "x".repeat(9_000) + "\n")
                .add("a radius list with an empty secret", """
                        host all all all radius radiusservers=127.0.0.1 radiussecrets=","
                        """);
    }
}
