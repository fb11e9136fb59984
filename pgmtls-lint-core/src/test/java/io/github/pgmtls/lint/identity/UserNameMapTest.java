package io.github.pgmtls.lint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.ServerFacts;
import io.github.pgmtls.lint.identity.MapAnswer.Why;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps, version by version. The same answers are compared with real servers by TraceMapTest. */
class UserNameMapTest {

    private static final Membership APP_IS_IN_OPS =
            (user, role) -> Optional.of(user.equals(role) || (user.equals("app") && role.equals("ops")));

    private static UserNameMap map(int version, String text) {
        SourceFile file = SourceFile.ofText("pg_ident.conf", text);
        InMemoryTree tree = InMemoryTree.ofFiles(List.of(file));
        PostgresVersion postgres = new PostgresVersion(version);
        IdentFile ident = IdentFile.read(file, tree, ServerPaths.of(tree, Map.of()), ServerFacts.of(postgres));
        assertThat(ident.loads()).as(ident.problems().toString()).isTrue();
        return UserNameMap.of(ident.mappings(), postgres);
    }

    private static MapAnswer check(int version, String text, String systemName, String user) {
        return map(version, text).check(Optional.of("m"), user, systemName, APP_IS_IN_OPS);
    }

    private static String word(MapAnswer answer) {
        if (answer instanceof MapAnswer.Granted) {
            return "granted";
        }
        return answer instanceof MapAnswer.Refused refused ? refused.why().name() : "unknown";
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\u0001', textBlock = """
            15 ; m alice app ; alice ; app ; granted
            15 ; m alice app ; Alice ; app ; NO_MATCH
            15 ; m alice app ; alice ; App ; NO_MATCH
            15 ; M alice app ; alice ; app ; NO_MATCH
            15 ; m all app ; alice ; app ; NO_MATCH
            18 ; m all app ; alice ; app ; NO_MATCH
            15 ; m alice all ; alice ; app ; NO_MATCH
            15 ; m alice all ; alice ; all ; granted
            16 ; m alice all ; alice ; app ; granted
            18 ; m alice "all" ; alice ; app ; NO_MATCH
            15 ; m alice +ops ; alice ; app ; NO_MATCH
            15 ; m alice +ops ; alice ; +ops ; granted
            16 ; m alice +ops ; alice ; app ; granted
            16 ; m alice +ops ; alice ; dave ; NO_MATCH
            16 ; m alice +ops ; alice ; ops ; granted
            16 ; m alice "+ops" ; alice ; app ; NO_MATCH
            16 ; m alice "+ops" ; alice ; +ops ; granted
            15 ; m alice /^a ; alice ; app ; NO_MATCH
            16 ; m alice /^a ; alice ; app ; granted
            16 ; m alice "/^a" ; alice ; app ; granted
            10 ; m /^(.*)@x$ \\1 ; app@x ; app ; granted
            10 ; m "/^(.*)@x$" \\1 ; app@x ; app ; granted
            10 ; m /^(.*)@x$ \\1 ; app@y ; app ; NO_MATCH
            18 ; m /^(.*)@x$ \\1_\\1 ; a@x ; a_\\1 ; granted
            18 ; m /^(.*)@x$ \\1_\\1 ; a@x ; a_a ; NO_MATCH
            19 ; m /^(.*)@x$ \\1_\\1 ; a@x ; a_a ; granted
            18 ; m /^(.*)@x$ "\\1" ; all@x ; app ; NO_MATCH
            18 ; m /^(.*)@x$ \\1 ; all@x ; app ; NO_MATCH
            18 ; m /^(.*)@x$ \\1 ; +ops@x ; app ; NO_MATCH
            18 ; m /^(.*)@x$ \\1 ; /a@x ; app ; NO_MATCH
            18 ; m /^(.*)@x$ +\\1 ; ops@x ; app ; NO_MATCH
            15 ; m /^(.*)@x$ +\\1 ; ops@x ; +ops ; granted
            18 ; m /^(.*)@x$ "+\\1" ; ops@x ; +ops ; granted
            18 ; m /^.*@x$ \\2 ; a@x ; \\2 ; granted
            18 ; m /^(a|al)(.*)$ \\1 ; alice ; al ; granted
            18 ; m /x app ; axb ; app ; granted
            """)
    void aRowGrantsWhatTheVersionReadsInIt(int version, String row, String systemName, String user, String answer) {
        assertThat(word(check(version, row, systemName, user))).isEqualTo(answer);
    }

    @Test
    void aRowThatWantsAGroupWhichTookNoPartEndsTheSearch() {
        for (int version : new int[] {10, 15, 16, 18, 19}) {
            String rows = "m app@x other\nm /^app(.)? \\1\nm app@x app\n";
            MapAnswer answer = check(version, rows, "app", "app");
            assertThat(answer).isInstanceOf(MapAnswer.Refused.class);
            MapAnswer.Refused refused = (MapAnswer.Refused) answer;
            assertThat(refused.why()).isEqualTo(Why.ROW_ABORTS);
            assertThat(refused.serverMessage())
                    .isEqualTo("regular expression \"^app(.)?\" has no subexpressions as requested by backreference in"
                            + " \"\\1\"");
            assertThat(word(check(version, rows, "app@x", "other"))).isEqualTo("granted");
        }
    }

    @Test
    void withoutAMapTheNamesMustBeEqual() {
        UserNameMap none = map(18, "");
        assertThat(word(none.check(Optional.empty(), "app", "app", Membership.UNKNOWN)))
                .isEqualTo("granted");
        assertThat(word(none.check(Optional.of(""), "app", "App", Membership.UNKNOWN)))
                .isEqualTo("NAME_MISMATCH");
    }

    @Test
    void whatDependsOnMembershipIsUnknownUnlessAnotherRowGrants() {
        UserNameMap map = map(18, "m alice +ops\nm alice app\n");
        MapAnswer dave = map.check(Optional.of("m"), "dave", "alice", Membership.UNKNOWN);
        assertThat(dave).isEqualTo(new MapAnswer.Unknown(List.of("dave is a member of ops")));
        assertThat(word(map.check(Optional.of("m"), "app", "alice", Membership.UNKNOWN)))
                .isEqualTo("granted");
        assertThat(word(map.check(Optional.of("m"), "ops", "alice", Membership.UNKNOWN)))
                .isEqualTo("granted");
    }

    @Test
    void anExpressionThatCannotBeDecidedIsUnknownAndMayHaveEndedTheSearch() {
        UserNameMap map = map(18, "m /" + "x".repeat(20_000) + " app\nm alice app\n");
        assertThat(word(map.check(Optional.of("m"), "app", "alice", Membership.UNKNOWN)))
                .isEqualTo("unknown");
        assertThat(map.grants("m", "alice").complete()).isFalse();
    }

    @Test
    void theUsersOfANameEndWithTheRowThatEndsTheSearch() {
        UserNameMap map = map(18, "m alice a\nm /^al(x)?ice$ \\1\nm alice b\n");
        assertThat(map.grants("m", "alice").all())
                .extracting(grant -> grant.users().name())
                .containsExactly("a");
        assertThat(map.defines("m")).isTrue();
        assertThat(map.defines("M")).isFalse();
    }
}
