package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Goldens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignsCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown"})
    void lists_every_design_in_every_form(String form) {
        Ran ran = Ran.call("designs", "-o", form);

        Goldens.file("designs/" + form + ".txt", ran.out());
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains(Designs.ids());
    }
}
