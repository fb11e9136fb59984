package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks a real server. Its SQL functions use the same engine with the same flags as its authentication files, and a
 * database in SQL_ASCII with the C collation treats strings as bytes, as the server does before there is a database.
 *
 * <p>From PostgreSQL 15 on SQL tells where a match is; before, a replacement marks it.
 */
final class RegexOracle {

    private static final String PREFIX = "invalid regular expression: ";

    private static final String BEFORE_15 = """
            create or replace function pg_temp.regex_answer(pattern text, subject text)
            returns table(first int, behind int, groups text[], error text) language plpgsql as $$
            declare marked text;
            begin
              groups := regexp_match(subject, pattern);
              if groups is not null then
                marked := regexp_replace(subject, pattern, E'\\x01\\\\&\\x02');
                first := position(E'\\x01' in marked) - 1;
                behind := position(E'\\x02' in marked) - 2;
              end if;
              return next;
            exception when others then
              error := sqlerrm;
              return next;
            end $$
            """;

    private static final String FROM_15 = """
            create or replace function pg_temp.regex_answer(pattern text, subject text)
            returns table(first int, behind int, groups text[], error text) language plpgsql as $$
            begin
              groups := regexp_match(subject, pattern);
              if groups is not null then
                first := regexp_instr(subject, pattern) - 1;
                behind := regexp_instr(subject, pattern, 1, 1, 1) - 1;
              end if;
              return next;
            exception when others then
              error := sqlerrm;
              return next;
            end $$
            """;

    private final RealPostgres server;

    RegexOracle(RealPostgres server) {
        this.server = server;
        server.query(server.version().isAtLeast(15) ? FROM_15 : BEFORE_15);
    }

    /** Returns the answers to some trials. */
    List<String> answers(List<Trial> trials) {
        StringBuilder sql = new StringBuilder(
                "select first, behind, encode(convert_to(groups[1], 'SQL_ASCII'), 'hex') as group1, error"
                        + " from (values ");
        for (int i = 0; i < trials.size(); i++) {
            sql.append(i == 0 ? "" : ",").append('(').append(i).append(',');
            sql.append(text(trials.get(i).pattern())).append(',');
            sql.append(text(trials.get(i).subject())).append(')');
        }
        sql.append(") trial(number, pattern, subject),");
        sql.append(" lateral pg_temp.regex_answer(pattern, subject) order by number");
        List<Map<String, String>> rows = server.query(sql.toString());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> answer(rows.get(i), trials.get(i).groups()))
                .toList();
    }

    private static String text(String bytes) {
        String hex = HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return "convert_from('\\x" + hex + "', 'SQL_ASCII')";
    }

    private static String answer(Map<String, String> row, int groups) {
        String error = row.get("error");
        if (error != null) {
            return Answer.ERROR + (error.startsWith(PREFIX) ? error.substring(PREFIX.length()) : error);
        }
        String first = row.get("first");
        if (first == null) {
            return Answer.NO_MATCH;
        }
        Optional<String> group1 = Optional.ofNullable(row.get("group1"))
                .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
        int start = Integer.parseInt(first);
        return Answer.matched(start, Integer.parseInt(row.getOrDefault("behind", "")), groups, group1);
    }

    /**
     * A question.
     *
     * @param groups how many groups the pattern has; a server does not tell a pattern without groups from one with one
     */
    record Trial(String pattern, String subject, int groups) {}
}
