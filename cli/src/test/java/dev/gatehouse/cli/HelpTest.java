package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.Goldens;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    static Stream<String> everyCommand() {
        return Commands.names().stream();
    }

    @Test
    void lists_every_command() {
        Ran ran = Ran.call("--help");

        Goldens.file("help/gatehouse.txt", ran.out());
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains(Commands.names());
        assertThat(Ran.call("help")).isEqualTo(ran);
        assertThat(Ran.call("-h")).isEqualTo(ran);
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void shows_options_and_examples_of(String command) {
        Ran ran = Ran.call(command, "--help");

        Goldens.file("help/" + command + ".txt", ran.out());
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Examples:\n  gatehouse " + command);
        assertThat(ran.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        assertThat(Ran.call("help", command)).isEqualTo(ran);
    }
}
