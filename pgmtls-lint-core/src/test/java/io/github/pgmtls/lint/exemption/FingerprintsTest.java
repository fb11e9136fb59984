package io.github.pgmtls.lint.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final String RECORD = "host all all 10.0.0.0/8 trust";

    @Test
    void staysWhileOnlyThePlaceAndTheLooksChange() {
        String before = fingerprint(RECORD);

        assertThat(fingerprint("# new\n\n" + RECORD)).isEqualTo(before);
        assertThat(fingerprint("host\tall  all   10.0.0.0/8  trust")).isEqualTo(before);
        assertThat(fingerprint(RECORD + "  # because")).isEqualTo(before);
        assertThat(fingerprint(RECORD + "\r\n")).isEqualTo(before);
    }

    @Test
    void changesWithWhatIsWritten() {
        assertThat(fingerprint("host all all 10.0.0.0/9 trust")).isNotEqualTo(fingerprint(RECORD));
        assertThat(fingerprint("host all \"#1\" 10.0.0.0/8 trust"))
                .isNotEqualTo(fingerprint("host all \"#2\" 10.0.0.0/8 trust"));
    }

    @Test
    void doesNotDependOnHowItIsSaid() {
        Finding finding = finding("rule", "main", "pg_hba.conf", RECORD);
        Finding reworded = new Finding(
                "rule",
                Severity.INFO,
                "main",
                "other words",
                finding.primary(),
                List.of(),
                Optional.of("x"),
                Optional.of("y"));

        assertThat(fingerprints(reworded)).isEqualTo(fingerprints(finding));
    }

    @Test
    void equalFindingsHaveDifferentOnes() {
        assertThat(fingerprints(
                        finding("rule", "main", "pg_hba.conf", RECORD),
                        finding("rule", "main", "pg_hba.conf", RECORD),
                        finding("other", "main", "pg_hba.conf", RECORD),
                        finding("rule", "test", "pg_hba.conf", RECORD),
                        finding("rule", "main", "other.conf", RECORD)))
                .doesNotHaveDuplicates()
                .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"));
    }

    private static String fingerprint(String text) {
        return fingerprints(finding("rule", "main", "pg_hba.conf", text)).get(0);
    }

    private static List<String> fingerprints(Finding... findings) {
        Fingerprints fingerprints = new Fingerprints(List.of(findings), List.of());
        return Stream.of(findings).map(fingerprints::of).toList();
    }

    private static Finding finding(String rule, String cluster, String path, String text) {
        Location host = Location.of(SourceFile.ofText(path, text), new Span(text.indexOf("host"), text.length()));
        return new Finding(
                rule, Severity.ERROR, cluster, "message", host, List.of(), Optional.empty(), Optional.empty());
    }
}
