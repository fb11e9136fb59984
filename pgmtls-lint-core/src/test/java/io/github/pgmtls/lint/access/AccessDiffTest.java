package io.github.pgmtls.lint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessDiffTest {

    private static AccessDiff diff(String before, String after) {
        return AccessDiff.between(Hba.records(before), Hba.records(after), Surroundings.unknown());
    }

    private static List<String> phrases(AccessDiff diff) {
        return diff.changes().stream()
                .map(change -> change.before().decision() + " -> "
                        + change.after().decision() + ": "
                        + change.witness().connection().phrase() + " of "
                        + change.witness().addresses().map(Object::toString).orElse("-"))
                .toList();
    }

    @Test
    void recordsThatAreMovedSplitOrMergedChangeNothing() {
        AccessDiff diff = diff("""
                hostssl all app1 10.0.0.0/8 cert
                hostssl all app2 10.0.0.0/8 cert
                host    all all  all        reject
                """, """
                # the same, written differently
                hostssl all app2      10.0.0.0/9   cert clientcert=verify-full
                hostssl all app1,app2 10.128.0.0/9 cert
                hostssl all app1      10.0.0.0/9   cert map=
                """);

        assertThat(diff.isUnchanged()).isTrue();
        assertThat(diff.changes()).isEmpty();
    }

    @Test
    void aChangeComesWithAConnectionAndTheAddressesAroundIt() {
        AccessDiff diff = diff("""
                hostssl all app 10.0.0.0/8 cert
                """, """
                hostssl all app 10.0.0.0/8   cert
                host    all app 10.1.0.0/16  md5
                """);

        assertThat(phrases(diff))
                .containsExactly("reject -> md5: user \"app\" to database \"some_db\" over plain from 10.1.0.1"
                        + " of 10.1.0.0-10.1.255.255");
        assertThat(diff.changes().get(0).before().record()).isEmpty();
    }

    @Test
    void aChangeHappensInOneWorldAndNotInADifferentOneForEachFile() {
        Budget fewRanges = new Budget(1_000, 1_000, 1, 10_000, 10_000, 100);
        AccessDiff diff = AccessDiff.between(Hba.records("""
                        host all +h 10.0.0.0 255.255.255.253 trust
                        """), Hba.records("""
                        host samerole +h  10.0.0.2 255.255.255.250 trust
                        host all      +h  10.0.0.0 255.255.255.253 trust
                        """), Surroundings.unknown(), fewRanges);

        assertThat(diff.changes())
                .as("at 10.0.0.2 a member of h gets in with both")
                .noneMatch(change -> change.witness()
                        .connection()
                        .address()
                        .filter(Hba.v4("10.0.0.2")::equals)
                        .isPresent());
    }

    @Test
    void aRecordThatIsTakenAwayMattersOnlyWhereItDecided() {
        AccessDiff diff = diff("""
                host all all 10.0.0.0/8  md5
                host all all 10.0.0.0/16 reject
                """, """
                host all all 10.0.0.0/8  md5
                """);

        assertThat(diff.isUnchanged()).isTrue();
    }

    @Test
    void swappedRecordsChangeTheConnectionsThatBothMatch() {
        AccessDiff diff = diff("""
                host all +ops all trust
                host all dave all reject
                """, """
                host all dave all reject
                host all +ops all trust
                """);

        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.witness().certain()).isFalse();
            assertThat(change.witness().connection().user()).isEqualTo("dave");
        });
        Surroundings known = Surroundings.unknown().withRoles(Roles.of(Map.of("dave", Set.of(), "ops", Set.of())));
        assertThat(AccessDiff.between(
                                Hba.records("host all +ops all trust\nhost all dave all reject\n"),
                                Hba.records("host all dave all reject\nhost all +ops all trust\n"),
                                known)
                        .isUnchanged())
                .isTrue();
    }

    @Test
    void namesThatOneFileTellsApartAreNotOneInTheOther() {
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            before.append("host ")
                    .append(list("d"))
                    .append(' ')
                    .append(list("u"))
                    .append(" 10.0.")
                    .append(i % 256);
            before.append('.').append(i / 256 * 128).append("/25 md5\n");
        }
        AccessDiff diff = diff(before.toString(), "host d9 u17 10.0.7.1/32 reject\n" + before);

        assertThat(phrases(diff))
                .containsExactly("md5 -> reject: user \"u17\" to database \"d9\" over plain from 10.0.7.1 of 10.0.7.1");
    }

    private static String list(String stem) {
        StringBuilder names = new StringBuilder(stem);
        for (int i = 0; i < 30; i++) {
            names.append(',').append(stem).append(i);
        }
        return names.toString();
    }
}
