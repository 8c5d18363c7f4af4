package dev.gatehouse.report.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.AwsFiles.AwsStack;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.generated.DesignFiles;
import dev.gatehouse.testing.Goldens;
import dev.gatehouse.testing.Specs;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps that deploy a design. */
final class DeployGuideTest {
    private static final Facts FACTS = Facts.bundled();
    private static final Pattern OUTPUT = Pattern.compile("output (\\S+) ([A-Za-z0-9-]+) ([A-Za-z0-9]+)[)`]");

    static Stream<Arguments> every_spec_and_design() {
        return Specs.all()
                .flatMap(spec ->
                        Designs.all().stream().map(design -> Arguments.of(spec, Named.of(design.id(), design))));
    }

    private static DesignFiles files(PlatformSpec spec, Design design) {
        return DesignFiles.of(design.realize(spec, FACTS));
    }

    @ParameterizedTest
    @MethodSource("every_spec_and_design")
    void a_stack_is_given_every_parameter_and_yours_are_set_first(PlatformSpec spec, Design design) {
        DesignFiles files = files(spec, design);
        String guide = DeployGuide.of(files);

        for (AwsStack stack : files.aws().stacks()) {
            String command = command(guide, stack);
            assertThat(stack.parameters())
                    .allSatisfy(parameter -> assertThat(command).contains("\n    " + parameter.name() + "=\""));
            assertThat(stack.parameters())
                    .filteredOn(parameter -> parameter.giver().stack().isEmpty())
                    .allSatisfy(parameter -> assertThat(guide.indexOf("\n" + parameter.name() + "='"))
                            .isBetween(0, guide.indexOf(command)));
        }
    }

    private static String command(String guide, AwsStack stack) {
        int at = guide.indexOf("--template-file aws/" + stack.file() + " ");
        assertThat(at).as(stack.file()).isPositive();
        return guide.substring(at, guide.indexOf("```", at));
    }

    @ParameterizedTest
    @MethodSource("every_spec_and_design")
    void every_output_that_is_asked_for_is_one_of_a_stack(PlatformSpec spec, Design design) {
        DesignFiles files = files(spec, design);
        List<String> known = files.aws().stacks().stream()
                .flatMap(stack -> stack.outputs().stream()
                        .map(output -> stack.region() + " " + files.stackName(stack.name()) + " " + output.name()))
                .toList();

        assertThat(OUTPUT.matcher(DeployGuide.of(files)).results().map(DeployGuideTest::asked))
                .allSatisfy(asked -> assertThat(known).contains(asked));
    }

    private static String asked(MatchResult found) {
        return found.group(1) + " " + found.group(2) + " " + found.group(3);
    }

    @ParameterizedTest
    @MethodSource("every_spec_and_design")
    void every_quote_is_closed_and_every_block_ends(PlatformSpec spec, Design design) {
        String guide = DeployGuide.of(files(spec, design));

        assertThat(guide.lines().filter(line -> line.startsWith("```")).count()).isEven();
        assertThat(guide.lines().filter(line -> line.startsWith("curl ")))
                .allSatisfy(
                        line -> assertThat(line.replaceAll("[^']", "").length()).isEven());
    }

    @Test
    void a_zone_is_delegated_before_the_next_stack_is_deployed() {
        String guide = DeployGuide.of(files(Specs.riskModels(), Designs.all().get(3)));

        assertThat(guide.indexOf("Delegate the zone"))
                .isBetween(guide.indexOf("aws/10-zone.yaml"), guide.indexOf("aws/30-security.yaml"));
        assertThat(guide).contains("`dig +short MX bank.example @NAMESERVER` must say 10 mx1.mailhost.example");
    }

    @Test
    void a_value_with_a_quote_stays_a_value() {
        assertThat(Shell.assignment("Name", "it's $HOME")).isEqualTo("Name='it'\\''s $HOME'");
        assertThat(Shell.comment("two\nlines")).isEqualTo("two lines");
    }

    @Test
    void reads_as_it_should_for_the_smallest_platform() {
        Goldens.file(
                "guide/iris.md",
                DeployGuide.of(files(Specs.iris(), Designs.all().get(2))));
    }
}
