package io.github.pgmtls.lint.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeaknessTest {

    @ParameterizedTest
    @EnumSource
    void everyWeaknessIsOfRulesThatThereAre(Weakness weakness) {
        assertThat(weakness.rules())
                .isNotEmpty()
                .allMatch(id -> RuleCatalog.find(id).isPresent());
    }

    @Test
    void aRuleAboutClearTextIsAboutThatWeakness() {
        assertThat(Weakness.of("cleartext-password")).containsExactly(Weakness.CLEARTEXT_TRANSMISSION);
        assertThat(Weakness.of("cleartext-password").get(0).number()).isEqualTo(319);
        assertThat(Weakness.of("serial-form")).isEmpty();
    }
}
