package io.github.pgmtls.lint.config;

/** How lines are put together and cut into tokens. */
final class TokenCases {

    private TokenCases() {}

    static void addTo(AuthCases cases) {
        addLines(cases);
        addContinuations(cases);
        addLimits(cases);
        addBytes(cases);
        addBlanks(cases);
        addCommas(cases);
        addQuotes(cases);
        addQuotedMeaning(cases);
    }

    private static void addLines(AuthCases cases) {
        cases.add("a plain file", "local all all trust\n")
                .add("a file without a final newline", "local all all trust")
                .add("an empty file", "")
                .add("a file of blank lines", "\n\n \t\n")
                .add("a file of comments", "# a\n  # b\n#")
                .add("CR LF ends lines", "# one\r\nlocal all all trust\r\nlocal bad all all trust\r\n")
                .add("several CR before LF", "local all all trust\r\r\r\nlocal b all trust\r\r")
                .add("CR alone ends no line", "local all all trust\rlocal b all trust\r")
                .add("CR within a line", "local\rall all\rtrust\r#\n")
                .add("CR within quotes", "local \"a\rb\" all trust\n")
                .add("a line of CR only", "\r\nlocal all all trust\n\r\r\n\r")
                .add("line numbers count blank lines and comments", "\n# a\n\nlocal all all trust\n\nlocal bad\n")
                .add("a bad line does not hide the next", "bad\nlocal all all trust\nworse\n");
    }

    private static void addContinuations(AuthCases cases) {
        cases.add("a backslash joins lines and inserts nothing", "local al\\\nl all trust\nlocal b all trust\n")
                .add(
                        "a line is reported at its first physical line",
                        "\nlocal \\\nall \\\nall \\\nbad\nlocal b all bad\n")
                .add(
                        "a comment ending in a backslash swallows the next record",
                        "# a \\\nlocal all all trust\nlocal b b trust\n")
                .add(
                        "a comment behind a record swallows the next one",
                        "local a all trust # \\\nlocal b all trust\nlocal c c trust\n")
                .add("a quoted string spans lines", "local \"a\\\n b\" all trust\n")
                .add("a backslash with a blank behind it joins nothing", "local a all trust \\ \nlocal b all trust\n")
                .add("of two backslashes one remains", "local a\\\\\nb all trust\nlocal c all trust\n")
                .add("of three backslashes two remain", "local a\\\\\\\nb all trust\n")
                .add("a line of a lone backslash continues", "local a all trust\n\\\n\\\nlocal b all trust\n")
                .add(
                        "an empty line ends a record although the text ends with a backslash",
                        "local a all trust \\\\\n\nlocal b all trust\n")
                .add("the joined text ends with an older backslash", "local a \\\\\n\nall trust\n")
                .add("a backslash at the end of the file", "local all all trust\\")
                .add("a backslash and newline at the end of the file", "local all all trust\\\n")
                .add("a file of one backslash", "\\")
                .add("a file of backslashes", "\\\n\\\n\\")
                .add("two backslashes at the end of the file", "local all all trust \\\\")
                .add("a backslash before CR LF joins", "local all \\\r\nall trust\r\nlocal b\r\n")
                .add("a backslash before several CR joins", "local all \\\r\r\nall trust\n")
                .add("a CR stands between two parts", "local all \\\n\r\nall trust\n")
                .add("a backslash within a line", "local a\\b all trust\n")
                .add("a continued blank line", " \\\n\t\\\n\nlocal all all bad\n")
                .add("a joined part of CR only", "local all all tru\\\n\\\n\r\nst\n")
                .add("a token across three lines", "loc\\\nal al\\\nl all tru\\\nst\n");
    }

    private static void addLimits(AuthCases cases) {
        for (int length : new int[] {254, 255, 256, 257, 10_238, 10_239, 10_240, 10_241}) {
            String token = "a".repeat(length);
            cases.add("a token of " + length, "local " + token + " all trust\nlocal b all bad\n")
                    .add("a token of " + length + " before a comma", "local " + token + ",b all trust\n")
                    .add("a token of " + length + " before a comment", "local x " + token + "#\n")
                    .add("a quoted token of " + length, "local \"" + token + "\" all trust\n")
                    .add("a half-quoted token of " + length, "local a\"" + token.substring(1) + "\" all trust\n")
                    .add("a token of " + length + " at the end of the line", "local x y " + token + "\n")
                    .add("a quoted token of " + length + " before a comma", "local \"" + token + "\",b all trust\n")
                    .add("a quoted comma at the limit " + length, "local \"" + token + ",\" all trust\n")
                    .add("a quote at the limit " + length, "local " + token + "\"\" all trust\n")
                    .add("a list of names up to " + length, "local " + token + "," + token + ",c all trust\n");
        }
        for (int length : new int[] {8189, 8190, 8191, 8192, 8193, 20_477, 20_478, 20_479, 20_480, 20_481}) {
            String start = "local all all trust";
            String line = start + " ".repeat(length - start.length());
            cases.add("a line of " + length, line + "\nlocal b all bad\n")
                    .add("a line of " + length + " at the end of the file", line)
                    .add("a comment of " + length, "#" + "x".repeat(length - 1) + "\nlocal all all trust\n")
                    .add("a line of " + length + " with CR LF", line + "\r\nlocal b all bad\n")
                    .add("a line of " + length + " and a record behind it", line + "local c c trust\nlocal d d trust\n")
                    .add("a line of twice " + length, line + line + "\nlocal d d trust\n");
        }
        cases.add("a long joined line", ("local " + "a ".repeat(3000) + "\\\n").repeat(4) + " x\n")
                .add(
                        "a short token behind a long one",
                        "local " + "a".repeat(300) + ",b " + "c".repeat(20_000) + " d\nx\n");
    }

    private static void addBytes(AuthCases cases) {
        cases.add("a NUL byte within a record", "local all\0 all trust\nlocal b all trust\nlocal c c trust\n")
                .add("a NUL byte at the start of a line", "\0local all all trust\nlocal b all trust\nlocal c c trust\n")
                .add("a NUL byte at the end of a line", "local all all trust\0\nlocal b all trust\n")
                .add("a NUL byte in the last line", "local all all trust\nlocal b all trust\0 x")
                .add("a NUL byte at the start of the last line", "local all all trust\n\0local b all trust")
                .add("a NUL byte alone", "\0")
                .add("two NUL bytes in a line", "local \0all\0 all trust\nlocal b all trust\nlocal c c trust\n")
                .add("NUL bytes in two lines", "local a\0 all trust\n b\0\n all trust\nlocal c c trust\n")
                .add("a NUL byte in a comment", "# a\0b\nlocal b all trust\nlocal c c trust\n")
                .add("a NUL byte behind a backslash", "local all all trust \\\0\nlocal b all trust\nlocal c c trust\n")
                .add("a NUL byte before a backslash", "local all all trust \0\\\nlocal b all trust\nlocal c c trust\n")
                .add("a NUL byte behind CR", "local all all trust\r\0\nlocal b all trust\nlocal c c trust\n")
                .add(
                        "a NUL byte in a continued line",
                        "local all \\\nall\0 trust\nlocal b all trust\nlocal c c trust\n")
                .add("a line break after a NUL byte and then nothing", "local all all trust\0\n")
                .add(
                        "a long line with a NUL byte at its start",
                        "local a all trust\0" + "x".repeat(9000) + "\nlocal b b bad\n")
                .add(
                        "a long line with a NUL byte far behind",
                        "local a all trust" + " ".repeat(9000) + "\0x\nlocal b b bad\n")
                .add("a line of 1100 with a NUL byte", "local a all \0" + "x".repeat(1100) + "\nlocal b b bad\n")
                .add("a line of 1023 with a NUL byte", "local a all \0" + "x".repeat(1009) + "\nlocal b b bad\n")
                .add(
                        "a line of 3000 behind one of 1500 with a NUL byte",
                        "#" + "x".repeat(1500) + "\nlocal a all \0" + "x".repeat(3000) + "\nlocal b b bad\n")
                .add("a byte order mark before a record", "\u00ef\u00bb\u00bflocal all all trust\n")
                .add("a byte order mark before a comment", "\u00ef\u00bb\u00bf# comment\nlocal all all trust\n")
                .add("a byte order mark before an empty line", "\u00ef\u00bb\u00bf\nlocal all all trust\n")
                .add("bytes that are no UTF-8", "local \u00ff\u00fe all trust\nlocal all \u00c3\u00a9,\u00c3 trust\n")
                .add(
                        "a no-break space is part of a token",
                        "local\u00a0all all trust\nlocal a\u00c2\u00a0b all trust\n")
                .add("control characters are part of tokens", "local a\u0001\u001bb all\u007f trust\n");
    }

    private static void addBlanks(AuthCases cases) {
        cases.add("blanks and tabs", " \t local\t\tall  all \ttrust \t \n")
                .add("a form feed is no blank", "local\fall all trust\nlocal all all trust\f\n")
                .add("a vertical tab is no blank", "local\u000ball all trust\nlocal a\u000b all trust\n")
                .add("a comment in mid-token", "local all all trust#x\nlocal all all tr#ust\n")
                .add("a comment behind blanks", "local all all trust # x\n")
                .add("a comment sign within quotes", "local \"#\" all trust\nlocal a\"#\"b all trust\n")
                .add("a comment in place of a token", "local all # all trust\n");
    }

    private static void addCommas(AuthCases cases) {
        cases.add("several names", "local a,b,c d,e trust\n")
                .add("a blank behind a comma", "local a, b all trust\n")
                .add("a blank before a comma makes two columns", "local a ,b all trust\n")
                .add("a blank on both sides of a comma", "local a , b all trust\n")
                .add("a trailing comma eats the next column", "local a, all all trust\nlocal a, all trust\n")
                .add("leading commas", ",local ,,all all trust\n")
                .add("doubled commas", "local a,,b all trust\n")
                .add("a line of commas", ",,\n, ,\t,\nlocal all all trust\n")
                .add("a comma at the end of the line", "local all all trust,\nlocal all all,\ntrust\n")
                .add("a comma and a comment", "local all a,# b\nlocal a,#\n")
                .add("a comma behind a quote", "local \"a\",\"b\" all trust\n")
                .add("a comma within quotes", "local \"a,b\" all trust\n")
                .add("a comma before a quote within a token", "local a\",\"b all trust\n")
                .add("a list of methods", "local all all trust,md5\nhost,local all all all trust\n")
                .add(
                        "a list of addresses",
                        "host all all 1.2.3.4/32,all trust\nhost all all 1.2.3.4 255.0.0.0,0 trust\n");
    }

    private static void addQuotes(AuthCases cases) {
        cases.add("quotes open and close anywhere", "local a\"l\"l x\"a b\"y trust\n")
                .add("a quoted quote", "local \"a\"\"b\" \"\"\"\" trust\n")
                .add(
                        "quoted quotes of all kinds",
                        "local \"\"\"a\" \"a\"\"\" trust\nlocal \"\"\"\"\"\" \"\"\"\"\"\"\" trust\n")
                .add("quotes without a body in mid-token", "local a\"\"b \"\"c trust\nlocal d\"\" e\"\"\"f\" trust\n")
                .add("an empty token", "local \"\" all trust\nlocal a,\"\" all trust\n\"\" all all trust\n")
                .add("an empty token at the end of the line", "local all all \"\"\nlocal all \"\"\n")
                .add("a missing closing quote takes the rest of the line", "local \"a all trust\nlocal a all \"trust\n")
                .add("a missing closing quote and a comment", "local all all trust map=\"a # b\n")
                .add("a lone quote", "local all all \"\n\"\nlocal \"\n")
                .add("a missing closing quote and a continuation", "local all \"all trust\\\nx\" trust\n")
                .add("single quotes are ordinary", "local 'a b' all trust\nlocal 'all' all trust\n")
                .add("a quote behind a backslash", "local \"a\\\"b\" all trust\n")
                .add("adjacent quoted parts", "local \"a\"\"b\"c\"d\" all trust\n")
                .add("quoted commas, blanks and comment signs", "local \" , # \" all trust\n")
                .add("a quoted type", "\"local\" all all trust\n\"host\" all all all trust\n")
                .add("a quoted method", "local all all \"trust\"\nlocal all all tr\"us\"t\n")
                .add("a quoted option", "hostssl all all all cert \"map=a b\"\nhostssl all all all cert map=\"a b\"\n");
    }

    private static void addQuotedMeaning(AuthCases cases) {
        cases.add("a quoted keyword", "local \"all\" \"all\" trust\nlocal \"replication\" all trust\n")
                .add("a keyword with a quote within", "local a\"ll\" al\"l\" trust\n")
                .add("a keyword that starts with empty quotes", "local \"\"all \"\"all trust\n")
                .add("a quoted address keyword", "host all all \"all\" trust\nhost all all a\"ll\" trust\n")
                .add("quoted samehost and samenet", "host all all \"samehost\" trust\nhost all all \"samenet\" trust\n")
                .add("a quoted membership sign", "local all \"+grp\" trust\nlocal all +\"grp\" trust\n")
                .add(
                        "a quoted address",
                        "host all all \"10.0.0.0/8\" trust\nhost all all \"10.0.0.0\" \"255.0.0.0\" trust\n")
                .add("a quoted regular expression", "local \"/^a b$\" all trust\nlocal /\"a b\" all trust\n")
                .add("a quoted list reference", "local \"@list\" all trust\n", "list", "a b\n");
    }
}
