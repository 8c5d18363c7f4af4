package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.topology.Designs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    @Test
    void without_a_command_the_help_goes_to_standard_error() {
        Ran ran = Ran.call();

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("Usage: gatehouse COMMAND").contains("designs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "desings             | unknown command 'desings'; did you mean 'designs'?",
                "frobnicate          | unknown command 'frobnicate'",
                "designs --outptu=x  | unknown option '--outptu'; did you mean '--output'?",
                "designs --outptu x  | unknown option '--outptu'; did you mean '--output'?",
                "--colour always     | unknown option '--colour'; did you mean '--color'?",
                "designs -o jsn      | unknown form 'jsn'; did you mean 'json'?",
                "designs --color=alw | unknown word 'alw' for --color",
                "designs more        | nothing is known to do with 'more'",
                "designs -o          | --output FORM is missing",
            })
    void a_call_that_cannot_be_understood_names_the_nearest_word(String args, String what) {
        Ran ran = Ran.call(args.split(" +", -1));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .matches("(?s)GH-60\\d error gatehouse.*")
                .contains(what)
                .contains("\n  fix: ");
        assertThat(ran.err().lines().filter(line -> line.startsWith("GH-"))).hasSize(1);
    }

    @Test
    void a_command_of_the_contract_that_is_not_there_yet_is_said_to_be_of_a_later_release() {
        for (String command : Commands.LATER) {
            Ran ran = Ran.call(command, "platform.yaml", "--design", "nlb-ambassador");

            assertThat(Commands.names()).doesNotContain(command);
            assertThat(ran.status()).isEqualTo(2);
            assertThat(ran.err())
                    .startsWith("GH-604 error gatehouse  the command '" + command
                            + "' is not in this release\n  fix: this release has ");
            assertThat(ran.err().lines().filter(line -> line.startsWith("GH-"))).hasSize(1);
        }
    }

    @Test
    void completes_every_command_and_design() {
        Ran ran = Ran.call("completion");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("complete -F", "bashcompinit")
                .contains(Commands.names())
                .contains(Designs.ids());
    }

    @Test
    void version_names_version_commit_and_java() {
        Ran ran = Ran.call("--version");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).matches("gatehouse \\S+\ncommit .+\nJava 1?\\d\\S*\n");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void colors_follow_the_option_then_no_color_then_the_terminal() {
        assertThat(colored(Map.of(), false, "auto")).isFalse();
        assertThat(colored(Map.of(), true, "auto")).isTrue();
        assertThat(colored(Map.of("NO_COLOR", "1"), true, "auto")).isFalse();
        assertThat(colored(Map.of("NO_COLOR", ""), true, "auto")).isTrue();
        assertThat(colored(Map.of("TERM", "dumb"), true, "auto")).isFalse();
        assertThat(colored(Map.of("NO_COLOR", "1"), false, "always")).isTrue();
        assertThat(colored(Map.of(), true, "never")).isFalse();
    }

    @Test
    void a_closed_pipe_is_no_mistake() {
        Ran ran = writingTo(failing("Broken pipe"));

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void data_that_is_lost_fails_the_call() {
        Ran ran = writingTo(failing("No space left on device"));

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).startsWith("GH-645 error").contains("standard output can't be written: No space left");
    }

    @Test
    void a_mistake_of_ours_is_one_line_and_a_trace_only_on_demand() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("what nobody expected");
            }
        };

        Ran ran = writingTo(broken);
        Ran debugged = writingTo(broken, "--debug");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith(
                        "GH-649 error gatehouse  a mistake in Gatehouse: IllegalStateException: what nobody expected")
                .contains("fix: call again with --debug")
                .doesNotContain("\tat ");
        assertThat(debugged.status()).isEqualTo(3);
        assertThat(debugged.err()).contains("\tat dev.gatehouse.cli.");
    }

    private static boolean colored(Map<String, String> environment, boolean terminal, String option) {
        Ran ran = Ran.in(
                Path.of(""),
                "",
                around -> (terminal ? around.onTerminal() : around).withEnvironment(environment),
                "designs",
                "--color",
                option);
        return ran.out().contains("\u001b[");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    private static Ran writingTo(OutputStream out, String... more) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = Surroundings.of(InputStream.nullInputStream(), out, err, Path.of(""), Ran.TODAY);
        List<String> args = new java.util.ArrayList<>(List.of("designs"));
        args.addAll(List.of(more));
        return new Ran(Gatehouse.run(args, around), "", err.toString(UTF_8));
    }
}
