package io.github.pgmtls.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large file is read into a table, and nobody notices. */
class PlainRecordsTest {

    private static final int SEEDS = 400;

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void generatedFilesAreTheSameWithATableAndWithout(int major) {
        PostgresVersion version = new PostgresVersion(major);
        int rows = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            DataFiles files = new AuthFileGenerator(AuthFile.HBA, seed, version).files();
            ServerFacts server = new ServerFacts(version, Set.of(), seed % 2 == 0, false, "");
            rows += compare(files, server, "seed " + seed);
        }
        assertThat(rows).as("rows of tables").isGreaterThan(SEEDS / 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void linesThatAreNearlyPlainAreTheSameWithATableAndWithout(int major) {
        PostgresVersion version = new PostgresVersion(major);
        int rows = 0;
        for (long seed = 0; seed < 2 * SEEDS; seed++) {
            DataFiles files = DataFiles.of("pg_hba.conf", new NearlyPlainFile(seed).text());
            Set<AuthMethod> without = seed % 5 == 0 ? Set.of(AuthMethod.GSS, AuthMethod.LDAP) : Set.of();
            ServerFacts server = new ServerFacts(version, without, seed % 3 != 0, seed % 7 == 0, "");
            rows += compare(files, server, "seed " + seed);
        }
        assertThat(rows).as("rows of tables").isGreaterThan(2 * SEEDS);
    }

    @Test
    void listsRegexesCommentsAndOptionsAreRowsOfTheTable() {
        DataFiles files = DataFiles.of("pg_hba.conf", """
                # a comment
                local   all         all                                    peer map=os
                host    shop,blog   app,+ops,"all"   10.0.0.0/8            md5
                host    shop,blog   app,+ops         10.0.0.0/8            md5 # a comment
                hostssl "shop"      all              10.0.0.0/8            md5
                hostssl /^shop      /^app            2001:db8::/32         cert map=clients clientname=DN
                hostssl all         all              all                   cert map=clients,x
                hostssl all,        all              samenet               cert   \t map=clients\t
                host    replication,a,,b all         010.0.0.1/8           reject#done
                host    sameuser    @file            0.0.0.0/0             trust
                host    samerole    all              0.0.0.0/33            trust
                host    all         all              127.0.0.1 255.0.0.0   trust
                """);
        assertThat(compare(files, ServerFacts.of(new PostgresVersion(18)), "the file"))
                .isEqualTo(4);
    }

    /** Returns how many records of the file are rows of a table. */
    private static int compare(DataFiles files, ServerFacts server, String description) {
        HbaFile plain = read(files, server, Integer.MAX_VALUE);
        HbaFile table = read(files, server, 0);
        assertThat(described(table)).as(description).isEqualTo(described(plain));
        assertThat(table.loads()).as(description).isEqualTo(plain.loads());
        assertThat(table.problems())
                .as(description)
                .hasToString(plain.problems().toString());
        assertThat(table.linesWithProblem())
                .as(description)
                .hasToString(plain.linesWithProblem().toString());
        assertThat(HbaView.rows(table)).as(description).isEqualTo(HbaView.rows(plain));
        int rows = 0;
        for (HbaRecord record : table.meantRecords()) {
            rows += record instanceof PlainRecord ? 1 : 0;
        }
        return rows;
    }

    private static HbaFile read(DataFiles files, ServerFacts server, int tableFrom) {
        return HbaFile.read(files.file("pg_hba.conf"), files, ServerPaths.of(files, Map.of()), server, tableFrom);
    }

    private static List<String> described(HbaFile file) {
        List<String> described = new ArrayList<>();
        for (HbaLine line : file.lines()) {
            described.add(line.line().toString());
        }
        for (HbaRecord record : file.meantRecords()) {
            // the short answers first, before the row is read again
            described.add(record.lineNumber() + " " + record.type() + " "
                    + record.databaseNames().names() + " "
                    + record.userNames().names() + " " + record.address() + " " + record.method() + " "
                    + record.clientCert() + " " + record.map() + " " + record.usesDistinguishedName());
            described.add(
                    record.options() + " " + record.location() + " " + record.span() + " " + record.typeLocation());
            described.add(record.at(record.address()).toString());
        }
        return described;
    }
}
