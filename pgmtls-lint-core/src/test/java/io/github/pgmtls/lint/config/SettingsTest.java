package io.github.pgmtls.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.config.EffectiveSetting.Origin;
import io.github.pgmtls.lint.config.ServerStart.Assignment;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String MAIN = "conf/postgresql.conf";

    private static Settings read(
            int major, Map<String, String> files, Map<String, String> mappings, ServerStart start) {
        InMemoryTree tree = InMemoryTree.of(files);
        SourceFile main = ((FileRead.Content) tree.read(MAIN)).file();
        return Settings.read(main, tree, ServerPaths.of(tree, mappings), new PostgresVersion(major), start);
    }

    private static Settings read(int major, Map<String, String> files) {
        return read(major, files, Map.of(), ServerStart.plain());
    }

    private static Settings read(int major, String text) {
        return read(major, Map.of(MAIN, text));
    }

    private static List<String> messages(List<LoadProblem> problems) {
        return problems.stream().map(LoadProblem::message).toList();
    }

    @Test
    void theLastOfSeveralAssignmentsWins() {
        Settings settings = read(15, "ssl = off\nSSL = on\nport = 5433\n");

        assertThat(settings.bool("ssl")).contains(true);
        assertThat(settings.effective("ssl")
                        .orElseThrow()
                        .setting()
                        .orElseThrow()
                        .entry()
                        .line())
                .isEqualTo(2);
        assertThat(settings.of("ssl")).extracting(Setting::value).containsExactly("off", "on");
        assertThat(settings.value("port")).contains("5433");
        assertThat(settings.loads()).isTrue();
    }

    @Test
    void whatIsNotSetHasTheDefaultOfTheVersion() {
        assertThat(read(12, "").value("ssl_min_protocol_version")).contains("TLSv1");
        assertThat(read(13, "").value("ssl_min_protocol_version")).contains("TLSv1.2");
        assertThat(read(13, "").bool("ssl")).contains(false);
        assertThat(read(13, "").isSet("ssl")).isFalse();
        assertThat(read(13, "").value("ssl_ca_file")).contains("");
        assertThat(read(13, "").value("ssl_crl_dir")).isEmpty();
        assertThat(read(13, "").effective("hba_file").orElseThrow().origin()).isEqualTo(Origin.DEFAULT);
    }

    @Test
    void aRefusedValueHasNoEffectThatOneCouldReckonWith() {
        Settings settings = read(15, "ssl = on\nssl = enabled\n");

        assertThat(settings.bool("ssl")).isEmpty();
        assertThat(settings.loads()).isFalse();
        assertThat(messages(settings.logged())).containsExactly("parameter \"ssl\" requires a Boolean value");
        assertThat(settings.fatal()).contains("configuration file \"conf/postgresql.conf\" contains errors");
        assertThat(settings.reload()).isEqualTo(Settings.Reload.OTHERS_APPLIED);
        assertThat(settings.all().get(0).isOverridden()).isTrue();
    }

    @Test
    void anUnknownNameIsToldWithItsPlaceAndKeepsEverythingFromBeingApplied() {
        Settings settings = read(13, "ssl = on\nssl_crl_dir = 'crl'\nport = x\n");

        assertThat(messages(settings.logged()))
                .containsExactly("unrecognized configuration parameter \"ssl_crl_dir\" in file"
                        + " \"conf/postgresql.conf\" line 2");
        LoadProblem problem = settings.logged().get(0);
        assertThat(problem.kind()).isEqualTo(LoadProblem.Kind.PARAMETER_UNKNOWN);
        assertThat(problem.place()).hasToString("conf/postgresql.conf:2:1");
        assertThat(settings.reload()).isEqualTo(Settings.Reload.NOTHING_APPLIED);
        assertThat(settings.rows()).extracting(FileSettingRow::applied).containsExactly(false, false, false);
        assertThat(messages(settings.problems())).contains("invalid value for parameter \"port\": \"x\"");
        assertThat(read(14, "ssl_crl_dir = 'crl'\n").loads()).isTrue();
    }

    @Test
    void aSyntaxErrorHidesFromTheServerWhatIsWrongElsewhere() {
        Settings settings = read(15, "ssl_cert_file = server.crt\nfoo = 1\nssl = 5\n");

        assertThat(messages(settings.logged()))
                .containsExactly("syntax error in file \"conf/postgresql.conf\" line 1, near token \"server.crt\"");
        assertThat(settings.problems())
                .extracting(LoadProblem::kind)
                .containsExactly(
                        LoadProblem.Kind.SYNTAX, LoadProblem.Kind.PARAMETER_UNKNOWN, LoadProblem.Kind.PARAMETER_VALUE);
        assertThat(settings.problems().get(0).place()).hasToString("conf/postgresql.conf:1:17");
        assertThat(settings.rows()).singleElement().satisfies(row -> {
            assertThat(row.error()).contains("syntax error");
            assertThat(row.name()).isEmpty();
            assertThat(row.sourceLine()).isEqualTo(1);
        });
    }

    @Test
    void includedFilesStandInTheirPlace() {
        Map<String, String> files = Map.of(
                MAIN,
                "ssl = off\ninclude_dir 'conf.d'\nport = 1\n",
                "conf/conf.d/10-tls.conf",
                "ssl = on\ninclude '../more.conf'\n",
                "conf/conf.d/20.conf",
                "port = 2\n",
                "conf/more.conf",
                "ssl_ca_file = 'root.crt'\n");

        Settings settings = read(15, files);

        assertThat(settings.rows())
                .extracting(row -> row.sourceFile() + ":" + row.sourceLine())
                .containsExactly(
                        "conf/postgresql.conf:1",
                        "conf/conf.d/10-tls.conf:1",
                        "conf/more.conf:1",
                        "conf/conf.d/20.conf:1",
                        "conf/postgresql.conf:3");
        assertThat(settings.bool("ssl")).contains(true);
        assertThat(settings.value("port")).contains("1");
        assertThat(settings.files())
                .extracting(SourceFile::path)
                .startsWith(MAIN)
                .hasSize(4);
    }

    @Test
    void whatLiesOutsideTheTreeIsUnknownAndNoError() {
        Settings settings = read(15, "ssl = on\ninclude '/etc/tls.conf'\ninclude_dir '../../up'\nport = 1\n");

        assertThat(settings.loads()).isTrue();
        assertThat(settings.isComplete()).isFalse();
        assertThat(settings.unread()).extracting(UnreadFile::name).containsExactly("/etc/tls.conf", "../../up");
        assertThat(settings.effective("ssl").orElseThrow().isCertain()).isFalse();
        assertThat(settings.effective("ssl_ca_file").orElseThrow().isCertain()).isFalse();
        assertThat(settings.effective("port").orElseThrow().isCertain()).isTrue();
    }

    @Test
    void anAbsolutePathIsFoundThroughTheMappings() {
        Map<String, String> files = Map.of(MAIN, "include '/etc/pg/tls.conf'\n", "etc/tls.conf", "ssl = on\n");

        Settings settings = read(15, files, Map.of("/etc/pg", "etc"), ServerStart.plain());

        assertThat(settings.bool("ssl")).contains(true);
        assertThat(settings.isComplete()).isTrue();
    }

    @Test
    void aMissingIncludeInTheTreeIsTheServersError() {
        Settings settings = read(15, "include 'none.conf'\ninclude_if_exists 'none.conf'\n");

        assertThat(messages(settings.logged()))
                .containsExactly("could not open configuration file \"conf/none.conf\": No such file or directory");
        assertThat(settings.logged().get(0).place()).hasToString("conf/postgresql.conf:1:9");
        assertThat(settings.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.error()).contains("could not open file \"conf/none.conf\""));
    }

    @Test
    void autoConfLiesInTheDataDirectoryAndIsReadLast() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(MAIN, "ssl = on\n");
        files.put("conf/postgresql.auto.conf", "ssl = 'off'\n");
        files.put("data/postgresql.auto.conf", "port = '6000'\n");

        assertThat(read(15, files).bool("ssl")).contains(false);
        Settings elsewhere = read(15, files, Map.of(), new ServerStart(Optional.of("data"), List.of()));
        assertThat(elsewhere.bool("ssl")).contains(true);
        assertThat(elsewhere.value("port")).contains("6000");

        files.put(MAIN, "ssl = on\ndata_directory = '/var/lib/pg'\n");
        assertThat(read(15, files).bool("ssl")).contains(true);
        assertThat(read(15, files, Map.of("/var/lib/pg", "data"), ServerStart.plain())
                        .value("port"))
                .contains("6000");
    }

    @Test
    void theCommandLineOverridesAllFiles() {
        ServerStart start = new ServerStart(
                Optional.empty(), List.of(new Assignment("ssl", "off"), new Assignment("ssl-ca-file", "x.crt")));

        Settings settings = read(15, Map.of(MAIN, "ssl = on\ninclude '/etc/x'\n"), Map.of(), start);

        assertThat(settings.bool("ssl")).contains(false);
        assertThat(settings.value("ssl_ca_file")).contains("x.crt");
        assertThat(settings.effective("ssl").orElseThrow())
                .matches(effective -> effective.origin() == Origin.COMMAND_LINE && effective.isCertain());
    }

    @Test
    void aMinimumAboveTheMaximumIsAnErrorOfTlsFrom13On() {
        String text = "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\nssl_max_protocol_version = 'TLSv1.2'\n";

        assertThat(read(12, text).loads()).isTrue();
        assertThat(read(13, text).logged()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(LoadProblem.Kind.TLS_VERSIONS);
            assertThat(problem.place()).hasToString("conf/postgresql.conf:3:28");
        });
        assertThat(read(13, text.replace("ssl = on", "ssl = off")).loads()).isTrue();
        assertThat(read(13, "ssl = on\nssl_max_protocol_version = 'TLSv1.1'\n").loads())
                .isFalse();
        assertThat(read(12, "ssl = on\nssl_max_protocol_version = 'TLSv1.1'\n").loads())
                .isTrue();
        assertThat(read(13, "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\n").loads())
                .isTrue();
    }

    @Test
    void aListIsSplitAtItsCommas() {
        assertThat(read(15, "").list("listen_addresses").orElseThrow()).containsExactly("localhost");
        assertThat(read(15, "listen_addresses = ''\n").list("listen_addresses").orElseThrow())
                .isEmpty();
        assertThat(read(15, "listen_addresses = ' 10.0.0.1 ,::1,\"a \"\"b\" '\n")
                        .list("listen_addresses")
                        .orElseThrow())
                .containsExactly("10.0.0.1", "::1", "a \"b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,", ",a", "a,,b", "\"a", ",", "\"a\"b"})
    void aMalformedListKeepsTheServerFromStarting(String value) {
        Settings settings = read(15, "listen_addresses = '" + value + "'\n");

        assertThat(settings.list("listen_addresses")).isEmpty();
        assertThat(settings.fatal()).contains("invalid list syntax in parameter \"listen_addresses\"");
        assertThat(settings.reload()).isEqualTo(Settings.Reload.ALL_APPLIED);
    }

    @Test
    void aNameWithADotIsFreeAndTakesAnyValue() {
        Settings settings = read(15, "tls.level = 'high'\nauto_explain.x = 1\n");

        assertThat(settings.loads()).isTrue();
        assertThat(settings.rows()).extracting(FileSettingRow::applied).containsExactly(true, true);
        assertThat(settings.effective("tls.level")).isEmpty();
    }

    @Test
    void filesThatIncludeEachOtherEndAtTheServersLimit() {
        Map<String, String> files = Map.of(MAIN, "include 'a.conf'\n", "conf/a.conf", "include 'postgresql.conf'\n");

        assertThat(messages(read(15, files).logged()))
                .containsExactly("could not open configuration file \"a.conf\": maximum nesting depth exceeded");
    }

    @Test
    void filesThatIncludeEachOtherManyTimesAreLeftInBoundedTime() {
        Map<String, String> files = Map.of(
                MAIN, "include 'a.conf'\n".repeat(1000), "conf/a.conf", "include 'postgresql.conf'\n".repeat(1000));

        assertThat(read(15, files).isComplete()).isFalse();
    }

    @Test
    void tenThousandIncludesAreRead() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder main = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            main.append("include 'd/").append(i).append(".conf'\n");
            files.put("conf/d/" + i + ".conf", "port = " + (i + 1) + "\n");
        }
        files.put(MAIN, main.toString());

        Settings settings = read(15, files);

        assertThat(settings.isComplete()).isTrue();
        assertThat(settings.value("port")).contains("10000");
    }

    @Test
    void aMessageAboutAnEndlessLineIsCut() {
        Settings settings = read(15, "x".repeat(1_000_000) + " = 1\nport = '" + "y".repeat(1_000_000) + "'\n= z\n");

        assertThat(settings.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThan(5_000));
    }

    @Test
    void aDirectoryAndAFileTooLongAreValues() {
        Map<String, String> files = Map.of(MAIN, "include 'd'\n", "conf/d/x.conf", "");
        assertThat(messages(read(15, files).logged()))
                .containsExactly("input in flex scanner failed at file \"conf/d\" line 1");

        Settings endless = read(15, "x.y = 1\n".repeat(300_000));
        assertThat(endless.isComplete()).isFalse();
        assertThat(endless.unread()).extracting(UnreadFile::why).containsOnly(UnreadFile.Why.BEYOND_LIMITS);
    }
}
