package io.github.pgmtls.lint.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControlTest {

    @Test
    void everyControlIsOfRulesThatThereAre() {
        assertThat(Control.rules())
                .isNotEmpty()
                .allMatch(id -> RuleCatalog.find(id).isPresent());
    }
}
