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
        addLoops(cases, start, end);
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
                .add("a list of a name too long for a file", start + "@" + "n".repeat(256) + end)
                .add("a list of the longest name for a file", start + "@" + "n".repeat(255) + end)
                .add("a list in a directory of a name too long", start + "@" + "n".repeat(256) + "/x" + end)
                .add("a list back from a directory of a name too long", start + "@" + "n".repeat(256) + "/../x" + end)
                .add("a list of a name too long in a missing directory", start + "@no/" + "n".repeat(256) + end)
                .add("a list of a name too long below a file", start + "@list/" + "n".repeat(256) + end, "list", "")
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
                .add("an absolute list with a slash behind it", start + "@${DATA}/list/" + end, "list", "a\n")
                .add(
                        "an absolute list with a slash and a dot behind it",
                        start + "@${DATA}/list/." + end,
                        "list",
                        "a\n")
                .add("a list of an odd name with a slash behind it", start + "@\"\r/\"" + end, "\r", "a\n")
                .add("a missing list of an odd name with a slash behind it", start + "@\"\r/\"" + end)
                .add("a list with a slash behind it", start + "@list/" + end, "list", "@nowhere\n")
                .add("an absolute file with a slash behind it", "include ${DATA}/more/\n", "more", record)
                .add(
                        "perhaps an absolute file with a slash",
                        "include_if_exists ${DATA}/more/\n" + record,
                        "more",
                        "x\n")
                .add("perhaps a missing file with a slash", "include_if_exists ${DATA}/no/\n" + record)
                .add("a file with a slash behind it", "include more/\n", "more", record + "x\n")
                .add("an absolute directory with a slash", "include_dir ${DATA}/d/\n", "d/x.conf", record + "x\n")
                .add("a file with a slash in place of a directory", "include_dir ${DATA}/d/\n" + record, "d", "")
                .add("an absolute directory with a slash in place of a file", "include ${DATA}/d/\n", "d/x", "")
                .add("an absolute file with two slashes", "include ${DATA}//more\n", "more", record + "x\n")
                .add("an absolute file that goes back", "include ${DATA}/d/../more\n", "d/x", "", "more", record)
                .add("an absolute directory that goes back", "include_dir ${DATA}/d/../d\n", "d/x.conf", record + "x\n")
                .add("a file back from an odd directory", "include \u00ff/../more\n", "more", record)
                .add("a directory back from an odd one, as a list", start + "@\u00ff/../d" + end, "d/x", "")
                .add("a file of a name too long", "include " + "n".repeat(256) + "\n" + record)
                .add("perhaps a file of a name too long", "include_if_exists " + "n".repeat(256) + "\n" + record)
                .add("a directory of a name too long", "include_dir " + "n".repeat(256) + "\n" + record)
                .add(
                        "a file that cannot be read in place of a directory",
                        DataFiles.of(cases.file().path(), "include_dir d\n" + record)
                                .with("d", new Entry.Unreadable()))
                .add("a missing file that a list names", "include @d/list\n" + record, "d/list", "nowhere\n")
                .add("a file that a list names", "include @d/list\n", "d/list", "more\n", "more", record + "x\n")
                .add("a missing directory that a list names", "include_dir @d/list\n" + record, "d/list", "nowhere\n")
                .add("the data directory in place of a file", "include ${DATA}\n" + record)
                .add("the data directory with slashes in place of a file", "include ${DATA}//\n" + record)
                .add("an absolute directory with two slashes in place of a file", "include ${DATA}//d\n", "d/x", "")
                .add("the data directory in place of a list", start + "@d/.." + end)
                .add("the data directory in place of a word", "${DATA}\n" + record);
    }

    /** At the end of a loop the server looks at an error code that nobody has set. */
    private static void addLoops(AuthCases cases, String start, String end) {
        String loop = "include_if_exists loop\n" + start + "all" + end;
        cases.add("a loop that need not exist", loop, "loop", "include_if_exists loop\n")
                .add("such a loop behind a missing file", "include_if_exists no\n" + loop, "loop", loop)
                .add("such a loop behind a missing list", start + "@no" + end + loop, "loop", loop)
                .add("such a loop behind a missing directory", "include_dir no\n" + loop, "loop", loop)
                .add(
                        "such a loop behind a missing file and a directory",
                        "include_if_exists no\ninclude_dir d\n" + loop,
                        "loop",
                        loop,
                        "d/x.conf",
                        start + "x" + end)
                .add(
                        "such a loop behind a missing file and a directory in place of a file",
                        "include_if_exists no\ninclude d\n" + loop,
                        "loop",
                        loop,
                        "d/x.conf",
                        start + "x" + end)
                .add(
                        "such a loop behind a missing file and one that is there",
                        "include_if_exists no\ninclude more\n" + loop,
                        "loop",
                        loop,
                        "more",
                        start + "x" + end);
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
