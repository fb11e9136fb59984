package io.github.pgmtls.lint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openssl: {version: "3.0", security-level: 2}   | V3_0    | 2
            openssl: {version: 3.0.13}                     | V3_0    | 2
            openssl: {version: 1.1.1, security-level: 1}   | V1_1_1  | 1
            openssl: {version: 1.1.1w, security-level: 0}  | V1_1_1I | 0
            openssl: {security-level: 3}                   | V3_0    | 3
            """)
    void whatIsNotSaidOfOpenSslIsAsUsual(String yaml, OpenSslVersion version, int level) {
        PolicyReader.Outcome outcome = read(yaml);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.policy().openSsl()).contains(new OpenSslProfile(version, level));
    }

    @Test
    void whereNothingIsSaidNothingIsDeclared() {
        assertThat(read("postgresql: 16").policy().openSsl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openssl: {version: "4.9"}                        | pgmtls.yaml:1:20: not a version of OpenSSL
            openssl: {version: latest}                       | pgmtls.yaml:1:20: not a version of OpenSSL
            openssl: {security-level: 6}                     | pgmtls.yaml:1:27: not a security level
            openssl: {security-level: high}                  | pgmtls.yaml:1:27: not a security level
            openssl: {level: 2}                              | pgmtls.yaml:1:11: unknown key "level"
            clusters: {a: {openssl: {version: 2.0}}}         | pgmtls.yaml:1:35: not a version of OpenSSL
            clusters: {a: {client-ca: {dedicated: maybe}}}   | pgmtls.yaml:1:39: neither true nor false
            """)
    void whatIsNotUnderstoodIsAnErrorWithItsPlace(String yaml, String problem) {
        assertThat(read(yaml).problems())
                .singleElement()
                .satisfies(own -> assertThat(own.toString()).startsWith(problem));
    }

    private static final RuleOption DAYS = RuleOption.days("days", "days that are soon", 30);

    private static final KnownRules RULES = new KnownRules() {
        @Override
        public List<String> ids() {
            return List.of("md5-method", "certificate-expires-soon", "record-syntax");
        }

        @Override
        public Optional<Known> find(String id) {
            boolean exemptible = !id.equals("record-syntax");
            List<RuleOption> options = id.equals("certificate-expires-soon") ? List.of(DAYS) : List.of();
            return Optional.of(new Known(Severity.ERROR, exemptible, options)).filter(own -> ids().contains(id));
        }
    };

    @Test
    void aRuleIsTurnedOffOrGivenASeverityAndOptions() {
        PolicyReader.Outcome outcome = read("""
                rules:
                  md5-method: off
                  certificate-expires-soon: {severity: info, days: 14}
                """);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.policy().rules())
                .satisfiesExactly(off -> assertThat(off.off()).isTrue(), set -> {
                    assertThat(set.severity()).contains(Severity.INFO);
                    assertThat(set.options()).containsExactly(Map.entry("days", 14));
                    assertThat(set.place()).hasToString("pgmtls.yaml:3:29");
                });
    }

    @Test
    void aSuppressionSaysWhatWhyAndHowLong() {
        PolicyReader.Outcome outcome = read("""
                suppress:
                  - {rule: md5-method, cluster: prod, match: "host legacy *", reason: "ticket 123", until: 2027-03-31}
                """);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.policy().suppressions()).singleElement().satisfies(own -> {
            assertThat(own.cluster()).contains("prod");
            assertThat(own.match()).contains("host legacy *");
            assertThat(own.until()).contains(LocalDate.parse("2027-03-31"));
        });
    }

    @Test
    void anExpectationIsOfSomebodyOrOfEverybodyButSome() {
        PolicyReader.Outcome outcome = read("""
                clusters:
                  a:
                    expect:
                      - {user: cmdb, database: cmdbvm, from: 10.0.6.188/32, using: cert}
                      - {nobody: without-client-certificate, except: [{user: monitor, from: 127.0.0.1}]}
                """);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.policy().clusters().get(0).expectations())
                .hasExactlyElementsOfTypes(Expectation.Using.class, Expectation.NobodyWithoutCertificate.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: {md5-metod: off}                                  | pgmtls.yaml:1:9: unknown rule "md5-metod"; did you mean "md5-method"?
            rules: {md5-method: on}                                  | pgmtls.yaml:1:21: expected off, or {severity: error, warning or info}
            rules: {md5-method: {severity: eror}}                    | pgmtls.yaml:1:32: not a severity: "eror"
            rules: {md5-method: {days: 3}}                           | pgmtls.yaml:1:22: unknown key "days"
            rules: {certificate-expires-soon: {dais: 3}}             | pgmtls.yaml:1:36: unknown key "dais"; did you mean "days"?
            rules: {certificate-expires-soon: {days: -1}}            | pgmtls.yaml:1:42: expected a number from 0 to 36500
            rules: {record-syntax: off}                              | pgmtls.yaml:1:24: rule "record-syntax" cannot be turned off
            rules: {record-syntax: {severity: info}}                 | pgmtls.yaml:1:35: rule "record-syntax" cannot be made less severe
            suppress: [{rule: md5-method}]                           | pgmtls.yaml:1:12: "reason" is missing
            suppress: [{reason: x}]                                  | pgmtls.yaml:1:12: "rule" is missing
            suppress: [{rule: record-syntax, reason: x}]             | pgmtls.yaml:1:19: rule "record-syntax" cannot be suppressed
            suppress: [{rule: md5-metho, reason: x}]                 | pgmtls.yaml:1:19: unknown rule "md5-metho"; did you mean
            suppress: [{rule: md5-method, reason: x, until: soon}]   | pgmtls.yaml:1:49: not a day: "soon"
            suppress: [{rule: md5-method, reason: " "}]              | pgmtls.yaml:1:39: expected a text
            suppress: {rule: md5-method}                             | pgmtls.yaml:1:11: expected a list
            clusters: {a: {expect: [{user: u}]}}                     | pgmtls.yaml:1:25: "using" is missing
            clusters: {a: {expect: [{user: u, using: crt}]}}         | pgmtls.yaml:1:42: not an authentication method: "crt"; did you mean "cert"?
            clusters: {a: {expect: [{user: +u, using: cert}]}}       | pgmtls.yaml:1:32: expected a name
            clusters: {a: {expect: [{from: 10.0.0.0/33, using: cert}]}} | pgmtls.yaml:1:32: not a network
            clusters: {a: {expect: [{nobody: without-client-certificat}]}} | pgmtls.yaml:1:34: expected without-client-certificate
            clusters: {a: {expect: [{nobody: without-client-certificate, except: [{using: cert}]}]}} | pgmtls.yaml:1:72: unknown key "using"
            """)
    void whatIsNotUnderstoodOfRulesAndDemandsIsAnErrorToo(String yaml, String problem) {
        assertThat(read(yaml).problems())
                .singleElement()
                .satisfies(own -> assertThat(own.toString()).startsWith(problem));
    }

    private static PolicyReader.Outcome read(String yaml) {
        return PolicyReader.read(SourceFile.ofText("pgmtls.yaml", yaml + "\n"), RULES);
    }
}
